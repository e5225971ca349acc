using WorkBridge.Audit;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Erasures;
using WorkBridge.Files;
using WorkBridge.Kiosks;
using WorkBridge.Mentors;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Support;
using WorkBridge.Training;

namespace WorkBridge.Requests;

/// <summary>One table that holds something of a person, and which of its rows are one person's.</summary>
public sealed record HeldTable(Type Entity, Words Name, Func<WorkBridgeDb, Guid, IQueryable<object>> Of)
{
    public static HeldTable Rows<T>(Words name, Func<WorkBridgeDb, Guid, IQueryable<T>> of)
        where T : class => new(typeof(T), name, of);
}

/// <summary>
/// What is held of people, said once: the copy for the person is made from it. Every entity of the model stands in one of the two
/// lists, or a test fails, so that a new table cannot be forgotten.
/// </summary>
public static class HeldData
{
    public static readonly IReadOnlyList<HeldTable> Tables =
    [
        HeldTable.Rows<Returnee>(new("Thông tin của anh/chị", "Your details"), (db, id) => db.Returnees.Where(r => r.Id == id)),
        HeldTable.Rows<ProgrammePeriod>(new("Thời gian trong mô hình", "Time in the programme"), (db, id) => db.ProgrammePeriods.Where(p => p.ReturneeId == id)),
        HeldTable.Rows<SkillProfile>(new("Hồ sơ kỹ năng", "Skill profile"), (db, id) => db.SkillProfiles.Where(p => p.ReturneeId == id)),
        HeldTable.Rows<ProfileChange>(new("Điều anh/chị đề nghị sửa", "Changes you proposed"), (db, id) => db.ProfileChanges.Where(c => c.ReturneeId == id).OrderBy(c => c.ProposedAt)),
        HeldTable.Rows<EmploymentState>(new("Việc làm theo thời gian", "Work over time"), (db, id) => db.EmploymentStates.Where(s => s.ReturneeId == id).OrderBy(s => s.On)),
        HeldTable.Rows<Consent>(new("Câu trả lời về sự đồng ý", "Answers about consent"), (db, id) => db.Consents.Where(c => c.ReturneeId == id).OrderBy(c => c.Sequence)),
        HeldTable.Rows<ConsentReceipt>(new("Phiếu đã in", "Printed slips"), (db, id) => db.ConsentReceipts.Where(r => r.ReturneeId == id)),
        HeldTable.Rows<Referral>(new("Các lần giới thiệu", "Referrals"), (db, id) => db.Referrals.Where(r => r.ReturneeId == id).OrderBy(r => r.PreparedAt)),
        HeldTable.Rows<OneTimeLink>(new("Đường dẫn gửi nơi tuyển", "Links sent to employers"), (db, id) => db.OneTimeLinks.Where(l => l.Referral.ReturneeId == id)),
        HeldTable.Rows<OutboxMail>(new("Thư về các lần giới thiệu", "Mails about referrals"), (db, id) => db.Outbox.Where(m => db.Referrals.Any(r => r.ReturneeId == id && r.Id == m.SubjectId) || db.OneTimeLinks.Any(l => l.Referral.ReturneeId == id && l.Id == m.SubjectId)).OrderBy(m => m.CreatedAt)),
        HeldTable.Rows<Placement>(new("Việc đã nhận", "Work taken up"), (db, id) => db.Placements.Where(p => p.ReturneeId == id)),
        HeldTable.Rows<FollowUp>(new("Các lần hỏi thăm", "Follow-ups"), (db, id) => db.FollowUps.Where(f => db.Placements.Any(p => p.ReturneeId == id && p.Id == f.PlacementId)).OrderBy(f => f.On)),
        HeldTable.Rows<Outcome>(new("Kết quả", "Outcomes"), (db, id) => db.Outcomes.Where(o => db.Placements.Any(p => p.ReturneeId == id && p.Id == o.PlacementId)).OrderBy(o => o.At)),
        HeldTable.Rows<Attendance>(new("Điểm danh lớp nghề", "Registers of training"), (db, id) => db.Attendances.Where(a => db.Placements.Any(p => p.ReturneeId == id && p.Id == a.PlacementId)).OrderBy(a => a.Day)),
        HeldTable.Rows<EndAssessment>(new("Đánh giá cuối khoá", "End assessments"), (db, id) => db.EndAssessments.Where(a => db.Placements.Any(p => p.ReturneeId == id && p.Id == a.PlacementId)).OrderBy(a => a.SignedAt)),
        HeldTable.Rows<AssessmentAnswer>(new("Ý kiến của anh/chị về đánh giá", "Your answers to assessments"), (db, id) => db.AssessmentAnswers.Where(x => db.EndAssessments.Any(a => a.Id == x.AssessmentId && db.Placements.Any(p => p.ReturneeId == id && p.Id == a.PlacementId))).OrderBy(x => x.At)),
        HeldTable.Rows<Interest>(new("Việc anh/chị muốn hỏi", "Jobs you asked about"), (db, id) => db.Interests.Where(i => i.ReturneeId == id)),
        HeldTable.Rows<SupportRequest>(new("Điều anh/chị nhờ giúp", "Help you asked for"), (db, id) => db.SupportRequests.Where(r => r.ReturneeId == id).OrderBy(r => r.AskedAt)),
        HeldTable.Rows<Mentorship>(new("Người đồng hành", "Your companions"), (db, id) => db.Mentorships.Where(m => m.ReturneeId == id).OrderBy(m => m.AssignedAt)),
        HeldTable.Rows<MentorVisit>(new("Các lần người đồng hành tới thăm", "Visits of your companion"), (db, id) => db.MentorVisits.Where(v => v.ReturneeId == id).OrderBy(v => v.PlannedAt)),
        HeldTable.Rows<DataRequest>(new("Yêu cầu về dữ liệu", "Requests about data"), (db, id) => db.DataRequests.Where(r => r.ReturneeId == id)),
        HeldTable.Rows<Restriction>(new("Điều anh/chị đã dừng", "What you had stopped"), (db, id) => db.Restrictions.Where(x => x.ReturneeId == id).OrderBy(x => x.Since)),
        HeldTable.Rows<PersonCard>(new("Thẻ", "Cards"), (db, id) => db.PersonCards.Where(c => c.ReturneeId == id)),
        HeldTable.Rows<KioskVisit>(new("Lần dùng màn hình chạm", "Visits at a screen"), (db, id) => db.KioskVisits.Where(v => v.ReturneeId == id).OrderBy(v => v.StartedAt)),
        HeldTable.Rows<DeskOpening>(new("Lần cán bộ mở màn hình", "Screens opened from the desk"), (db, id) => db.DeskOpenings.Where(d => d.ReturneeId == id)),
        HeldTable.Rows<StateMove>(new("Từng bước đã ghi", "Steps written down"), (db, id) => db.StateMoves.Where(m => (m.ByKind == ActorKind.Person && m.ById == id)
            || db.Referrals.Any(r => r.ReturneeId == id && r.Id == m.NounId) || db.Placements.Any(p => p.ReturneeId == id && p.Id == m.NounId) || db.DataRequests.Any(r => r.ReturneeId == id && r.Id == m.NounId)
            || db.ProfileChanges.Any(c => c.ReturneeId == id && c.Id == m.NounId) || db.Restrictions.Any(x => x.ReturneeId == id && x.Id == m.NounId) || db.SupportRequests.Any(r => r.ReturneeId == id && r.Id == m.NounId)
            || db.Mentorships.Any(x => x.ReturneeId == id && x.Id == m.NounId) || db.MentorVisits.Any(v => v.ReturneeId == id && v.Id == m.NounId)).OrderBy(m => m.At)),
        HeldTable.Rows<Reading>(new("Ai đã xem", "Who has looked"), (db, id) => db.Readings.Where(r => r.People.Any(p => p.ReturneeId == id)).OrderBy(r => r.At)),
    ];

    /// <summary>Entities that are not in a person's copy, and why.</summary>
    public static readonly IReadOnlyDictionary<Type, string> NotInCopy = new Dictionary<Type, string>
    {
        [typeof(ReadingPerson)] = "which readings showed whom; the reading itself is in the copy, the others it showed are not this person's to know",
        [typeof(IndexChange)] = "a random id and a moment, for the index to follow",
        [typeof(MailStop)] = "a keyed digest of an address that returned mail",
        [typeof(JobRun)] = "when a job of the service ran",
        [typeof(Erasure)] = "only of people of whom nothing else is left",
        [typeof(Audit.AuditEntry)] = "keyed digests of rows by random ids, without content",
        [typeof(PendingImport)] = "a file between preview and saving, for an hour, of which nobody knows yet whom it is about",
        [typeof(KioskTry)] = "wrong codes typed at a screen, by nobody known",
        [typeof(HelpCall)] = "says which screen called, never who",
        [typeof(LastingCounts)] = "counts of five people or more",
        [typeof(KioskDevice)] = "a screen",
        [typeof(Commune)] = "a place",
        [typeof(Employer)] = "an employer",
        [typeof(EmployerAlias)] = "an employer's other name",
        [typeof(Opening)] = "an employer's opening",
        [typeof(Account)] = "staff and employer contacts, who see their own account",
        [typeof(AccountCommune)] = "staff",
        [typeof(SignInSession)] = "staff and employer contacts",
        [typeof(SignInStep)] = "staff and employer contacts",
        [typeof(TwoStep)] = "staff and employer contacts",
        [typeof(Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>)] = "staff and employer contacts",
        [typeof(Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>)] = "staff and employer contacts",
        [typeof(Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>)] = "staff and employer contacts",
        [typeof(Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>)] = "staff and employer contacts",
        [typeof(Microsoft.AspNetCore.Identity.IdentityPasskeyData)] = "staff and employer contacts",
        [typeof(Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey)] = "keys of cookies",
    };
}
