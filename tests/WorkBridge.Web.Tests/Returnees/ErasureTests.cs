using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Erasures;
using WorkBridge.Mentors;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Support;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

/// <summary>Everything of a person goes, out of every file, and stays gone when an older backup is restored; what the commune counts stays.</summary>
public sealed class ErasureTests
{
    private const string Secret = "a secret of the tests alone";

    /// <summary>Words that stand unsealed in rows about the person.</summary>
    private static readonly string[] Plain = ["Zằng nơi hẹn", "Zằng cán bộ", "Zằng & người", "Zằng lý do"];

    [Fact]
    public async Task Erased_on_request_nothing_is_left_in_any_file_and_a_restored_backup_is_erased_again()
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-test-").FullName;
        var backup = Path.Combine(folder, "older.zip");
        var data = Path.Combine(folder, "data");
        Guid id;
        List<(string Name, byte[] Bytes)> marks;
        IReadOnlyList<CommuneEmployment> counts;
        var host = await TestHost.StartAsync(folder: folder);
        id = await FillAsync(host);
        marks = await MarksAsync(host, id);
        counts = await CountAsync(host);
        Backup.Make(new Storage(data, null), backup, host.Given.Now);
        Assert.Empty(marks.Select(m => m.Name).Except(Found(marks, data)));
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{id}/Requests");
        await browser.SubmitAsync("main form", [("Input.Kind", "Delete"), ("Input.Asked", "Xoá hết cho tôi")]);
        await browser.SubmitAsync("form[action*='Erase']", [("Input.FileNumber", "HS-SAI")]);
        Assert.NotNull(browser.Page.QuerySelector("#Input_FileNumber-error"));
        Assert.Equal(1, await host.Db(db => db.Returnees.CountAsync(r => r.Id == id)));

        var code = await host.Db(db => db.Returnees.Where(r => r.Id == id).Select(r => r.Code).SingleAsync());
        await browser.SubmitAsync("form[action*='Erase']", [("Input.FileNumber", code)]);

        Assert.Contains("Đã xoá mọi dữ liệu", browser.Text, StringComparison.Ordinal);
        await NobodyAsync(host, id);
        await WholeAsync(host);
        var request = await host.Db(db => db.DataRequests.SingleAsync());
        Assert.Equal((RequestState.Done, null), (request.State, request.Said.Asked));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.ReferralDelete)));
        Assert.Equal(1, await host.Db(db => db.Erasures.CountAsync(e => e.Id == id)));
        foreach (var page in new[] { "/Returnees", "/Referrals", "/Placements", "/Home", "/Returnees/Requests" })
        {
            await browser.GoAsync(page);
            Assert.Equal(System.Net.HttpStatusCode.OK, browser.Status);
            Assert.DoesNotContain("Ngoạn", browser.Text, StringComparison.Ordinal);
        }

        Assert.Equivalent(counts.Select(c => c.Everybody), (await CountAsync(host)).Select(c => c.Everybody));
        lock (host.Log)
            Assert.DoesNotContain(host.Log, line => line.Contains("Ngoạn", StringComparison.Ordinal));
        Assert.Empty(Found(marks, data)); // While the service runs, its log of changes lies beside the database.
        await host.StopAsync();

        Assert.Empty(Found(marks, data));
        var newer = Path.Combine(folder, "newer.zip");
        Backup.Make(new Storage(data, null), newer, TestHost.Start.UtcDateTime);
        System.IO.Compression.ZipFile.ExtractToDirectory(newer, Path.Combine(folder, "unpacked"));
        Assert.Empty(Found(marks, Path.Combine(folder, "unpacked")));

        // The list of who was erased came along with the newer backup, and is there wherever an older one beside it is put.
        await Restore.RunAsync(new Storage(Path.Combine(folder, "elsewhere"), null), backup, KeyRing.Open(Path.Combine(folder, "keys"), Secret), replace: false);
        Assert.Contains(id.ToString("D"), await File.ReadAllTextAsync(Path.Combine(folder, "elsewhere", ErasureList.FileName)), StringComparison.Ordinal);
        await Restore.RunAsync(new Storage(data, null), backup, KeyRing.Open(Path.Combine(folder, "keys"), Secret), replace: true, new Audit.AuditHeads(Path.Combine(folder, "keys"), KeyRing.Open(Path.Combine(folder, "keys"), Secret)));
        Assert.NotEmpty(Found(marks, data));
        var again = await TestHost.StartAsync(folder: folder);
        await NobodyAsync(again, id);
        await WholeAsync(again);
        Assert.Equivalent(counts.Select(c => c.Everybody), (await CountAsync(again)).Select(c => c.Everybody));
        await again.StopAsync();

        Assert.Empty(Found(marks, data));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_place_of_somebody_erased_before_the_first_day_is_free_again()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        var officer = await host.Given.Officer();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer, places: 2);
        var referral = await host.Given.PreparedReferral(opening, person, officer, consent: true);
        using var browser = await host.Given.SignedIn(officer);
        await browser.GoAsync($"/Referrals/{referral.Id}");
        await browser.SubmitAsync("form[action$='handler=Send']");
        await browser.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Accept"), ("Input.StartsOn", "30/11/2026")]);
        Assert.Equal(1, await host.Db(db => db.Openings.Select(o => o.PlacesTaken).SingleAsync()));

        await browser.GoAsync($"/Returnees/{person.Id}/Requests");
        await browser.SubmitAsync("main form", [("Input.Kind", "Delete")]);
        await browser.SubmitAsync("form[action*='Erase']", [("Input.FileNumber", person.Code)]);

        Assert.Equal(EndReason.NeverBegan, await host.Db(db => db.Placements.Select(p => p.EndReason).SingleAsync()));
        Assert.Equal(0, await host.Db(db => db.Openings.Select(o => o.PlacesTaken).SingleAsync()));
    }

    internal static async Task<Guid> FillAsync(TestHost host)
    {
        var given = host.Given;
        var officer = await given.Officer();
        var person = await given.Person("Lò Thị Ngoạn", state: WorkState.Unstable);
        await given.Person("Cà Văn Nhót");
        var (employer, _) = await given.Employer();
        await given.Consent(person, Purpose.Matching);
        var referral = await given.PreparedReferral(await given.LiveOpening(employer), person, officer, consent: true);
        await host.Db(async db =>
        {
            var sent = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            var consent = await db.Consents.CurrentAsync(person.Id, Purpose.Employer, employer.Id, default);
            sent.Send(consent, Actor.Officer(officer.Id), given.Now);
            sent.SetInterview(given.Now.AddDays(2), "Zằng nơi hẹn", Actor.Officer(officer.Id), given.Now);
            sent.Write("Zằng & người", "Zằng cán bộ");
            var placement = Placement.FoundAlone(person.Id, person.CommuneCode, null, DateOnly.FromDateTime(given.Now).AddDays(-40), Actor.Officer(officer.Id), given.Now);
            var check = new FollowUp(placement.Id, new FollowUpFacts { On = DateOnly.FromDateTime(given.Now), Working = Answer.Yes, PayPerMonth = 7_654_321, Note = "Ghi chú riêng" }, Actor.Officer(officer.Id), given.Now);
            var asked = SupportRequest.Ask(person.Id, person.CommuneCode, SupportKind.Loan, Actor.Person(person.Id), given.Now);
            asked.Move(SupportState.Checked, "Mời chị ghé quầy", Actor.Officer(officer.Id), given.Now);
            var mentor = await given.Mentor();
            var mentorship = Mentorship.Assign(person.Id, person.CommuneCode, mentor.Id, DateOnly.FromDateTime(given.Now), null, Actor.Officer(officer.Id), given.Now);
            var visit = MentorVisit.Plan(mentorship, DateOnly.FromDateTime(given.Now), Actor.Mentor(mentor.Id), given.Now);
            visit.Done(DateOnly.FromDateTime(given.Now), Going.Well, "Nhờ hỏi giờ xe", Actor.Mentor(mentor.Id), given.Now);
            db.AddRange(mentorship, visit);
            db.AddRange(ProfileChange.Propose(person.Id, person.CommuneCode, ProfileTopic.Other, new ProposedChange { Becomes = "Số nhà ghi sai" }, Actor.Person(person.Id), given.Now), asked, placement, check, new Outcome(placement.Id, check.Id, WorkState.Unstable, 1, "[]", "Zằng lý do", Actor.Officer(officer.Id), given.Now));
            await db.SaveChangesAsync();
        });
        return person.Id;
    }

    /// <summary>What is looked for afterwards: words, and the very bytes of everything that was sealed.</summary>
    internal static Task<List<(string Name, byte[] Bytes)>> MarksAsync(TestHost host, Guid id) => host.Db(async db =>
    {
        var marks = Plain.Select(word => (word, Encoding.UTF8.GetBytes(word))).ToList();
        marks.Add(("returnee", (await db.Returnees.SingleAsync(r => r.Id == id)).Sealed));
        marks.Add(("profile", (await db.SkillProfiles.SingleAsync(p => p.ReturneeId == id)).Sealed));
        marks.Add(("support", (await db.SupportRequests.SingleAsync()).Sealed));
        marks.Add(("change", (await db.ProfileChanges.SingleAsync()).Sealed));
        marks.Add(("follow-up", (await db.FollowUps.SingleAsync()).Sealed));
        marks.Add(("visit", (await db.MentorVisits.SingleAsync()).Sealed));
        marks.Add(("code", Encoding.UTF8.GetBytes((await db.Returnees.SingleAsync(r => r.Id == id)).Code)));
        return marks;
    });

    internal static Task WholeAsync(TestHost host) => host.Use<Audit.VerifyAudit>(async job => Assert.Empty((await job.FindAsync(default)).Faults));

    private static Task<IReadOnlyList<CommuneEmployment>> CountAsync(TestHost host) =>
        host.Db(db => new CountEmployment(db).RunAsync([Given.KienAn], DateOnly.FromDateTime(host.Given.Now), null, default));

    /// <summary>No row of any table that holds something of people names this one; who looked stays.</summary>
    internal static Task NobodyAsync(TestHost host, Guid id) => host.Db(async db =>
    {
        foreach (var table in HeldData.Tables.Where(t => t.Entity != typeof(Audit.Reading)))
            Assert.True(await table.Of(db, id).CountAsync() == 0, table.Entity.Name);
        var stays = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.ErasedOn != null);
        Assert.Equal(("", null, null, 1), (stays.Details.Name, stays.Details.Phone, stays.Details.BirthYear, stays.ErasedOn!.Value.Day));
        Assert.All(await db.EmploymentStates.Where(s => s.ReturneeId == stays.Id).ToListAsync(), s => Assert.Equal(1, s.On.Day));
    });

    /// <summary>Which marks stand in any file under a folder: as they are, and as base64, hexadecimal, UTF-16, JSON and HTML write them.</summary>
    internal static List<string> Found(List<(string Name, byte[] Bytes)> marks, string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Read).ToList();
        Assert.NotEmpty(files);
        return [.. marks.Where(mark => Written(mark.Bytes).Any(form => files.Any(file => file.AsSpan().IndexOf(form) >= 0))).Select(mark => mark.Name)];
    }

    internal static IEnumerable<byte[]> Written(byte[] mark)
    {
        yield return mark;
        // Within a longer value base64 may begin at any of three places: what is sure is in the middle.
        for (var shift = 0; shift < 3; shift++)
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[shift], .. mark]).TrimEnd('=')[(shift == 0 ? 0 : 4)..^2]);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(mark));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(mark));
        if (mark.Length > 60)
            yield break;
        var text = Encoding.UTF8.GetString(mark);
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.ASCII.GetBytes(System.Text.Json.JsonEncodedText.Encode(text).ToString());
        yield return Encoding.UTF8.GetBytes(System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All)).ToString());
        yield return Encoding.ASCII.GetBytes(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text));
        yield return Encoding.UTF8.GetBytes(System.Net.WebUtility.HtmlEncode(text));
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(text));
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
