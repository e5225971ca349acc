using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Files;
using WorkBridge.Holidays;
using WorkBridge.Kiosks;
using WorkBridge.Matching;
using WorkBridge.Mentors;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Support;
using WorkBridge.Training;
using WorkBridge.Web.Tests.Imports;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

internal sealed partial class Street
{
    /// <summary>What the two people of the street are known by: names, places, numbers, and what was noted about them.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["Ngoạn", "Nhót", "Kindao", "kindao", "90000"];

    /// <summary>The first thing of anybody that stands in a text, however a page, an address or a mail may write it; null for none.</summary>
    public static string? SecretIn(string text)
    {
        foreach (var plain in new[] { text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text) })
        {
            var folded = plain.Normalize();
            if (Secrets.FirstOrDefault(secret => folded.Contains(secret, StringComparison.Ordinal) || folded.Replace(" ", "", StringComparison.Ordinal).Contains(secret, StringComparison.Ordinal)) is { } found)
                return found;
        }

        return null;
    }

    private async Task FillAsync()
    {
        var given = Host.Given;
        officer = await given.Officer();
        var (employer, contact) = await given.Employer();
        var (_, otherContact) = await given.Employer();
        Person = await given.Person("Lò Thị Ngoạn");
        await Host.Db(async db =>
        {
            (await db.Returnees.SingleAsync(r => r.Id == Person.Id)).Correct(Person.Details with { Village = "Xóm Kindao", Email = "kindao@example.vn", Companion = "Bà Kindao", Note = "Kindao, con nhỏ" });
            await db.SaveChangesAsync();
        });
        var live = await given.LiveOpening(employer);
        var second = await given.LiveOpening(employer, "Thợ may mẫu");
        await given.Consent(Person, Purpose.Matching);
        var referral = await given.PreparedReferral(live, Person, officer, consent: true);
        await AsOfficerAsync<SendReferral>(officer, send => send.RunAsync(referral.Id, default));
        var (employer3, _) = await given.Employer();
        var asks = await given.LiveOpening(employer3, "Thợ may thời vụ");
        var prepared = await given.PreparedReferral(asks, Person, officer);
        worker = await given.Person("Cà Văn Nhót", state: WorkState.Unstable);
        var placement = WorkBridge.Placements.Placement.FoundAlone(worker.Id, worker.CommuneCode, null, DateOnly.FromDateTime(given.Now).AddDays(-40), Actor.Officer(officer.Id), given.Now);
        var draft = Opening.Draft(employer.Id, employer.CommuneCode, live.Content with { Title = "Thợ may áo dài" }, given.Now, Actor.Employer(contact.Id));
        var submitted = Opening.Draft(employer.Id, employer.CommuneCode, live.Content with { Title = "Thợ may mũ" }, given.Now, Actor.Employer(contact.Id));
        submitted.Submit(Actor.Employer(contact.Id), given.Now);
        var ticket = new Interest(second.Id, null, Given.KienAn, given.Now);
        var interest = new Interest(second.Id, Person.Id, Given.KienAn, given.Now);
        var spareDevice = new KioskDevice(Given.KienAn, "Màn hình dự phòng", [1], officer.Id, given.Now);
        var call = new HelpCall(spareDevice.Id, Given.KienAn, given.Now);
        var spare = await given.Administrator();
        var request = DataRequest.Receive(Person.Id, Person.CommuneCode, RequestKind.Delete, "Kindao", othersHold: true, RequestRules.Read().On(DateOnly.FromDateTime(given.Now)), HolidayCalendar.Read(), Actor.Officer(officer.Id), given.Now);
        var support = SupportRequest.Ask(Person.Id, Person.CommuneCode, SupportKind.Housing, Actor.Person(Person.Id), given.Now);
        support.Move(SupportState.Checked, "Mời chị ghé quầy", Actor.Officer(officer.Id), given.Now);
        var change = ProfileChange.Propose(Person.Id, Person.CommuneCode, ProfileTopic.Other, new ProposedChange { Becomes = "Kindao" }, Actor.Person(Person.Id), given.Now);
        var objected = DataRequest.Receive(Person.Id, Person.CommuneCode, RequestKind.Object, null, othersHold: true, RequestRules.Read().On(DateOnly.FromDateTime(given.Now)), HolidayCalendar.Read(), Actor.Person(Person.Id), given.Now, RequestScope.Statistics);
        var objection = Restriction.Begin(objected, Actor.Person(Person.Id), given.Now);
        await given.Consent(Person, Purpose.Mentor);
        var mentor = await given.Mentor();
        var mentorship = Mentorship.Assign(Person.Id, Person.CommuneCode, mentor.Id, DateOnly.FromDateTime(given.Now).AddDays(-40), null, Actor.Officer(officer.Id), given.Now.AddDays(-40));
        var visit = MentorVisit.Plan(mentorship, DateOnly.FromDateTime(given.Now).AddDays(3), Actor.Mentor(mentor.Id), given.Now);
        Mentor = mentor;
        var slot = await given.LiveOpening(employer, "Lớp may công nghiệp", kind: OpeningKind.Training, teaches: ["may-cong-nghiep", "vat-so"]);
        var learner = await given.Person("Vì Thị Mén");
        var training = await given.Placement(employer, learner, officer, DateOnly.FromDateTime(given.Now).AddDays(-20), slot);
        var assessment = new EndAssessment(training.Id, new AssessmentFacts(TrainingResult.Completed, DateOnly.FromDateTime(given.Now).AddDays(-1), ["vat-so"], true, null, null), onPaper: false, Actor.Employer(contact.Id), given.Now);
        var (waiting, _) = await given.Employer(approved: false);
        await Host.Db(async db =>
        {
            db.AddRange(placement, draft, submitted, ticket, interest, spareDevice, call, request, support, change, objected, objection, mentorship, visit, assessment);
            await db.SaveChangesAsync();
        });
        var link = await Host.Db(db => db.OneTimeLinks.SingleAsync());

        (Employer, Placement) = (employer, placement.Id);
        await OwnThingsAsync(contact);
        ids["Returnees/"] = Person.Id.ToString();
        ids["Returnees/Requests/"] = request.Id.ToString();
        ids["Openings/"] = second.Id.ToString();
        ids["Openings/{id:guid}/Review"] = submitted.Id.ToString();
        ids["Hire/Openings/{id:guid}"] = draft.Id.ToString();
        ids["Hire/Openings/Kind/"] = draft.Id.ToString();
        ids["Hire/Referrals/"] = referral.Id.ToString();
        ids["Referrals/"] = referral.Id.ToString();
        ids["Placements/"] = placement.Id.ToString();
        ids["Placements/{id:guid}/Training"] = training.Id.ToString();
        ids["Placements/{id:guid}/Assessment"] = training.Id.ToString();
        ids["Hire/Training/"] = training.Id.ToString();
        ids["Employers/"] = waiting.Id.ToString();
        ids["Admin/Accounts/"] = spare.Id.ToString();
        ids["Admin/Communes/"] = Given.KienAn;
        ids["Kiosk/Audio/"] = "nobody-said-it";
        ids["Kiosk/Employer/"] = prepared.Id.ToString();
        ids["Kiosk/Openings/"] = second.Id.ToString();
        ids["Kiosk/Questions/"] = nameof(Purpose.Matching);
        ids["Kiosk/Change/"] = nameof(ProfileTopic.Other);
        ids["Kiosk/Rights/"] = nameof(RequestKind.See);
        ids["Kiosk/Support/"] = nameof(SupportKind.Loan);
        ids["Kiosk/Ticket/"] = ticket.Id.ToString();
        ids["Mentor/"] = mentorship.Id.ToString();
        ids["visit"] = visit.Id.ToString();
        ids["support"] = support.Id.ToString();
        ids["change"] = change.Id.ToString();
        ids["restriction"] = objection.Id.ToString();
        ids["device"] = spareDevice.Id.ToString();
        ids["call"] = call.Id.ToString();
        ids["interest"] = interest.Id.ToString();
        var tokens = Host.Services.GetRequiredService<LinkTokens>();
        var still = tokens.Make(referral.Id, placement.Id, 30, DateOnly.FromDateTime(given.Now).AddDays(30), given.Now);
        await Host.Db(async db =>
        {
            db.Add(still);
            await db.SaveChangesAsync();
        });
        ids["R/"] = tokens.TokenFor(link.Id);
        ids["R/Still/"] = tokens.TokenFor(still.Id);
        ids["Unsubscribe/"] = Host.Services.GetRequiredService<Unsubscribing>().From(MailList.Reminders, Employer.Id).Split('/')[^1];

        browsers["nobody"] = Host.Browser(Address(0));
        browsers["admin"] = await SignInAsync(await given.Administrator());
        browsers["coordinator"] = await SignInAsync(await given.Coordinator());
        browsers["officer"] = await SignInAsync(officer);
        browsers["other-officer"] = await SignInAsync(await given.Officer(Given.NaDuong));
        browsers["contact"] = await SignInAsync(contact);
        browsers["other-contact"] = await SignInAsync(otherContact);
        browsers["screen"] = await ScreenAsync(officer, "Sảnh");
        browsers["person"] = await ScreenAsync(officer, "Phòng riêng");
        browsers["mentor"] = await SignInAsync(mentor);
        browsers["other-mentor"] = await SignInAsync(await given.Mentor());
        await browsers["nobody"].GoAsync("/SignIn");
    }

    /// <summary>What belongs to one account alone: uploads, a passkey, a second session; and a mail that could not be sent.</summary>
    private async Task OwnThingsAsync(Account contact)
    {
        var now = Host.Given.Now;
        writer = contact;
        await SendFilesAgainAsync();
        var mail = new OutboxMail("dead", MailKinds.ReferralSent, Guid.CreateVersion7(), contact.Email!, now);
        mail.Begin(now);
        mail.Failed("550", permanent: true, now);
        byte[] credential = [1, 2, 3, 4, 5, 6, 7, 8];
        using var elsewhere = Host.Browser(Address(Everybody.Count));
        await Host.Given.SignInAsync(elsewhere, officer);
        await Host.Db(async db =>
        {
            db.Add(mail);
            db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = officer.Id, CredentialId = credential, Data = new IdentityPasskeyData { Name = "Khoá của tôi", PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], CreatedAt = Host.Clock.GetUtcNow() } });
            await db.SaveChangesAsync();
            ids["session"] = (await db.SignInSessions.SingleAsync(s => s.AccountId == officer.Id)).Id.ToString();
        });
        ids["passkey"] = System.Buffers.Text.Base64Url.EncodeToString(credential);
        ids["mail"] = mail.Id.ToString();
    }

    /// <summary>Where what the person asked help with is ended, the same is asked again and taken up.</summary>
    public Task AskSupportAgainAsync() => Host.Db(async db =>
    {
        if (await db.SupportRequests.AnyAsync(r => r.ReturneeId == Person.Id && (r.State == SupportState.Checked || r.State == SupportState.Referred)))
            return;
        var again = SupportRequest.Ask(Person.Id, Person.CommuneCode, SupportKind.Housing, Actor.Person(Person.Id), Host.Given.Now);
        again.Move(SupportState.Checked, "Mời chị ghé quầy", Actor.Officer(officer.Id), Host.Given.Now);
        db.SupportRequests.Add(again);
        await db.SaveChangesAsync();
    });

    /// <summary>A file of people and two of openings, sent and not yet saved, in place of those before.</summary>
    public async Task SendFilesAgainAsync()
    {
        var now = Host.Given.Now;
        var another = $"v{++files + 3},Thợ may áo mưa {files},{Employer.Name},May áo mưa,Biết may,Hải Phòng,,,Không yêu cầu,1,";
        var people = new PendingImport(ImportKind.People, officer.Id, "khao-sat.xlsx", SmallFiles.Survey(["6", "Lò Thị Ngoạn Hai", "1992", "Nữ", "Xóm Kindao"]), now);
        var openings = new PendingImport(ImportKind.Openings, officer.Id, "viec.csv", SmallFiles.Openings(Employer.Name, another), now);
        var own = new PendingImport(ImportKind.Openings, writer.Id, "viec.csv", SmallFiles.Openings(Employer.Name, another), now);
        await Host.Db(async db =>
        {
            db.AddRange(people, openings, own);
            await db.SaveChangesAsync();
        });
        ids["Returnees/Import"] = people.Id.ToString();
        ids["Openings/Import"] = openings.Id.ToString();
        ids["Hire/Import"] = own.Id.ToString();
    }
}
