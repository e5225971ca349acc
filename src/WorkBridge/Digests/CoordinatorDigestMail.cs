using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Reports;
using WorkBridge.Returnees;

namespace WorkBridge.Digests;

/// <summary>
/// To a coordinator, once a week: how the province stands and what the week before brought. Never a name, no commune by
/// itself, and no number of one to four people (product brief, rule 4).
/// </summary>
public sealed class CoordinatorDigestMail(WorkBridgeDb db, CountEmployment countEmployment, Unsubscribing unsubscribing, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.CoordinatorDigest;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == mail.SubjectId, ct);
        var today = clock.Today();
        var monday = DigestsDue.MondayOf(today);
        if (account is null or { Disabled: true } or { Digest: DigestRhythm.Never } or { ProvinceCode: null } || DigestsDue.MondayOf(Clock.DayOf(mail.CreatedAt)) != monday)
            return null;
        var codes = await db.Communes.Where(c => c.Active && c.ProvinceCode == account.ProvinceCode).Select(c => c.Code).ToListAsync(ct);
        var total = SmallNumbers.Total(await countEmployment.RunAsync(codes, today, null, ct));

        var page = new MailLayout("vi", site).Paragraph("Chào anh/chị,", "Hello,");
        page.Paragraph($"Tuần từ {page.Day(monday.AddDays(-7))} đến {page.Day(monday.AddDays(-1))}:", $"The week from {page.Day(monday.AddDays(-7))} to {page.Day(monday.AddDays(-1))}:");
        await SayTheWeekAsync(page, codes, monday, ct);
        await SayWhatWaitsAsync(page, codes, ct);
        page.Paragraph("Tình trạng việc làm của toàn tỉnh hôm nay:", "Employment in the whole province today:");
        SayEmployment(page, "Tất cả", "Everyone", total.Everyone);
        SayEmployment(page, "Còn trong mô hình", "Still in the programme", total.InProgramme);
        return page.Button("Xem báo cáo", "Open the report", site.Link("/Reports"))
            .Leave(unsubscribing.From(MailList.Digest, account.Id))
            .Content("Việc làm trong tỉnh tuần qua", "Employment in the province last week");
    }

    private async Task SayTheWeekAsync(MailLayout page, List<string> codes, DateOnly monday, CancellationToken ct)
    {
        var (from, to) = (Clock.Utc(monday.AddDays(-7), TimeOnly.MinValue), Clock.Utc(monday, TimeOnly.MinValue));
        var sent = await db.Referrals.CountAsync(r => codes.Contains(r.CommuneCode) && r.SentAt >= from && r.SentAt < to, ct);
        var began = await db.Placements.CountAsync(p => codes.Contains(p.CommuneCode) && p.StartsOn >= monday.AddDays(-7) && p.StartsOn < monday, ct);
        var ended = await db.Placements.CountAsync(p => codes.Contains(p.CommuneCode) && p.State == PlacementState.Ended && p.EndedOn >= monday.AddDays(-7) && p.EndedOn < monday, ct);
        page.Fact("Lời giới thiệu đã gửi", "Referrals sent", People(page, sent))
            .Fact("Người bắt đầu đi làm, đi học", "People who began work or training", People(page, began))
            .Fact("Người nghỉ việc", "People whose work ended", People(page, ended));
    }

    private async Task SayWhatWaitsAsync(MailLayout page, List<string> codes, CancellationToken ct)
    {
        var employers = await db.Employers.CountAsync(e => e.State == EmployerState.Registered && codes.Contains(e.CommuneCode), ct);
        var openings = await db.Openings.CountAsync(o => o.State == OpeningState.Submitted && codes.Contains(o.OwnerCommuneCode), ct);
        var live = await db.Openings.CountAsync(o => o.State == OpeningState.Live && codes.Contains(o.OwnerCommuneCode), ct);
        page.Fact("Tin tuyển đang đăng", "Live openings", live.ToString(page.Culture))
            .Fact("Nơi tuyển chờ duyệt", "Employers to approve", employers == 0 ? null : employers.ToString(page.Culture))
            .Fact("Tin tuyển chờ duyệt", "Openings to review", openings == 0 ? null : openings.ToString(page.Culture));
    }

    private static void SayEmployment(MailLayout page, string vi, string en, EmploymentCounts? counts) => page.Fact(vi, en, counts is null
        ? page.Pick("số quá nhỏ để nêu", "too small to tell")
        : page.Pick(
            $"{counts.Total} người: {counts.Stable} ổn định, {counts.Unstable} chưa ổn định, {counts.None} chưa có việc, {counts.Unknown} chưa rõ",
            $"{counts.Total} people: {counts.Stable} stable, {counts.Unstable} unstable, {counts.None} without work, {counts.Unknown} unknown"));

    private static string People(MailLayout page, int people) =>
        SmallNumbers.Safe(people) ? people.ToString(page.Culture) : page.Pick($"dưới {SmallNumbers.Least}", $"fewer than {SmallNumbers.Least}");
}
