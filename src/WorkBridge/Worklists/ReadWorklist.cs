using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Files;
using WorkBridge.Mentors;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Staff;
using WorkBridge.Support;

namespace WorkBridge.Worklists;

/// <summary>
/// Works out an officer's day from the rows as they are: late first, then today, then the week. A constant number of
/// queries, whatever the number of people.
/// </summary>
public sealed class ReadWorklist(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Days ahead that are shown.</summary>
    public const int Ahead = 7;

    /// <summary>Days before its end at which a consent is mentioned.</summary>
    public const int ConsentEnds = 14;

    /// <summary>Days of silence after which an employer is rung.</summary>
    public const int Silence = 3;

    /// <summary>Days without a referral after which somebody ready counts as waiting.</summary>
    public const int WaitingDays = 30;

    /// <summary>Days in which nobody spoke with somebody of the programme, after which the officer is reminded to.</summary>
    public const int UnheardDays = 14;

    /// <summary>People of one panel that are shown.</summary>
    private const int Panel = 5;

    /// <summary>Days after which a request for support that was taken up is asked about again.</summary>
    public const int SupportChecked = 7;

    /// <summary>The same, of one that lies with somebody else.</summary>
    public const int SupportReferred = 21;

    /// <summary>Things of one kind that are read at the most; a list this long wants more officers, not more rows.</summary>
    private const int Most = 200;

    public async Task<Worklist> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = clock.Today();
        var items = new List<WorkItem>();
        items.AddRange(await FollowUpsAsync(today, ct));
        var referrals = await ReferralsAsync(today, now, ct);
        items.AddRange(referrals);
        items.AddRange(await db.TrainingWorkAsync(user, today, Most, ct));
        items.AddRange(await ReturnedAsync(ct));
        items.AddRange(await AsksAsync(ct));
        items.AddRange(await SupportAsync(today, ct));
        items.AddRange(await UnvisitedAsync(today, ct));
        items.AddRange(await ReviewsAsync(ct));
        items.AddRange(await ConsentsAsync(today, ct));
        items.AddRange(await RequestsAsync(today, ct));
        var waiting = await WaitingAsync(today, now, ct);
        var unheard = await UnheardAsync(today, now, ct);
        var owing = await OwingAsync(today, ct);

        var names = await NamesAsync([.. items.Where(i => i.ReturneeId is not null).Select(i => i.ReturneeId!.Value).Concat(waiting.Select(w => w.Id)).Concat(unheard.Select(w => w.Id)).Distinct()], ct);
        var named = items.Select(i => i.ReturneeId is { } id ? i with { Person = names.GetValueOrDefault(id) } : i)
            .OrderBy(i => i.Due < today ? i.Due : i.Due == today ? today : i.Due)
            .ThenBy(i => i.Kind)
            .ThenBy(i => i.At)
            .ThenBy(i => i.SubjectId);
        return new Worklist(
            today,
            [.. named],
            [.. waiting.Select(w => new WaitingPerson(w.Id, names.GetValueOrDefault(w.Id) ?? "", w.Days))],
            owing,
            await NotAskedAsync(today, ct),
            await DoneTodayAsync(today, ct))
        {
            Unheard = [.. unheard.Select(u => new WaitingPerson(u.Id, names.GetValueOrDefault(u.Id) ?? "", u.Days))],
        };
    }

    private async Task<IEnumerable<WorkItem>> FollowUpsAsync(DateOnly today, CancellationToken ct)
    {
        var placements = await (from placement in db.Placements.Of(user)
                                where placement.State != PlacementState.Ended && placement.StartsOn <= today.AddDays(Ahead)
                                    && !(placement.IsTraining && db.EndAssessments.Any(a => a.PlacementId == placement.Id)) // its end assessment is what is asked about
                                join e in db.Employers on placement.EmployerId equals e.Id into employers
                                from employer in employers.DefaultIfEmpty()
                                join o in db.Openings on placement.OpeningId equals o.Id into openings
                                from opening in openings.DefaultIfEmpty()
                                select new { placement, Employer = (string?)employer.Name, Opening = (string?)opening.Title }).AsNoTracking().ToListAsync(ct);
        var ids = placements.ConvertAll(p => p.placement.Id);
        var checks = (await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.PlacementId)).ToListAsync(ct)).ToLookup(f => f.PlacementId);
        var due = from row in placements
               let steps = FollowUpsDue.For(row.placement, [.. checks[row.placement.Id]], today)
               let step = steps.FirstOrDefault(s => s.State == StepState.Due) ?? steps.FirstOrDefault(s => s.State == StepState.Coming && s.On <= today.AddDays(Ahead))
               where step is not null
               select new WorkItem(WorkKind.FollowUp, step.On, row.placement.Id, row.placement.ReturneeId) { Step = step.Days, Employer = row.Employer, Opening = row.Opening };
        var heard = from row in placements
                    let own = checks[row.placement.Id].ToList()
                    let risks = PlacementRisk.Heard(row.placement, own)
                    where risks.Count > 0
                    select new WorkItem(WorkKind.WorkAtRisk, Clock.DayOf(own.Where(f => f.Reached).Max(f => f.RecordedAt)), row.placement.Id, row.placement.ReturneeId) { Risks = risks, Employer = row.Employer, Opening = row.Opening };
        return due.Concat(heard);
    }

    private async Task<IEnumerable<WorkItem>> ReferralsAsync(DateOnly today, DateTime now, CancellationToken ct)
    {
        var week = now.AddDays(-Ahead);
        var rows = await (from referral in db.Referrals.Of(user)
                          where ReferralMoves.Open.Contains(referral.State)
                              || (referral.State == ReferralState.Declined && referral.TextToPerson == null && referral.EndedAt >= week)
                          join employer in db.Employers on referral.EmployerId equals employer.Id
                          select new { referral, Title = referral.Opening.Title, employer.Name, employer.Phone }).AsNoTracking().Take(Most).ToListAsync(ct);
        var people = rows.ConvertAll(r => r.referral.ReturneeId);
        var agreed = (await db.Consents.Where(c => people.Contains(c.ReturneeId) && c.Purpose == Purpose.Employer).Standing(db, today)
            .Select(c => new { c.ReturneeId, c.EmployerId }).ToListAsync(ct)).ToHashSet();
        return rows.SelectMany(row =>
        {
            var r = row.referral;
            WorkItem? item = r.State switch
            {
                ReferralState.Prepared when agreed.Contains(new { r.ReturneeId, EmployerId = (Guid?)r.EmployerId }) => new(WorkKind.SendReferral, Clock.DayOf(r.PreparedAt), r.Id, r.ReturneeId),
                ReferralState.Prepared => new(WorkKind.InvitePerson, Clock.DayOf(r.PreparedAt), r.Id, r.ReturneeId),
                ReferralState.UnderReview => new(WorkKind.EmployerAsked, today, r.Id, r.ReturneeId),
                ReferralState.Sent or ReferralState.Seen => new(WorkKind.EmployerSilent, Clock.DayOf(r.SentAt!.Value).AddDays(Silence), r.Id, r.ReturneeId),
                ReferralState.InterviewSet => new(WorkKind.Interview, Clock.DayOf(r.InterviewAt!.Value), r.Id, r.ReturneeId) { At = r.InterviewAt },
                ReferralState.Declined => new(WorkKind.TellPerson, Clock.DayOf(r.EndedAt!.Value), r.Id, r.ReturneeId),
                _ => null,
            };
            return item is null || item.Due > today.AddDays(Ahead) || (item.Kind == WorkKind.EmployerSilent && item.Due > today)
                ? Array.Empty<WorkItem>()
                : [item with { Opening = row.Title, Employer = row.Name, Phone = row.Phone }];
        });
    }

    private async Task<IEnumerable<WorkItem>> AsksAsync(CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        var calls = await db.HelpCalls.AsNoTracking().Where(c => c.AnsweredAt == null && codes.Contains(c.CommuneCode)).OrderBy(c => c.At).Take(Most).ToListAsync(ct);
        var interests = await (from i in db.Interests
                               join o in db.Openings on i.OpeningId equals o.Id
                               where i.AnsweredAt == null && i.ReturneeId != null && codes.Contains(i.CommuneCode)
                               orderby i.At
                               select new { Interest = i, o.Title }).AsNoTracking().Take(Most).ToListAsync(ct);
        var corrections = await db.ProfileChanges.Where(c => c.EndedAt == null && codes.Contains(c.CommuneCode)).GroupBy(c => c.ReturneeId)
            .Select(g => new { g.Key, Count = g.Count(), At = g.Min(c => c.ProposedAt) }).OrderBy(g => g.At).Take(Most).ToListAsync(ct);
        return calls.Select(c => new WorkItem(WorkKind.HelpCall, Clock.DayOf(c.At), c.Id, null) { At = c.At })
            .Concat(interests.Select(i => new WorkItem(WorkKind.Interest, Clock.DayOf(i.Interest.At), i.Interest.Id, i.Interest.ReturneeId) { Opening = i.Title }))
            .Concat(corrections.Select(c => new WorkItem(WorkKind.Correction, Clock.DayOf(c.At), c.Key, c.Key) { Count = c.Count }));
    }

    /// <summary>Employers and people whom no mail reaches, as far as there is something that they would be written about.</summary>
    private async Task<IEnumerable<WorkItem>> ReturnedAsync(CancellationToken ct)
    {
        if (!await db.MailStops.AnyAsync(s => s.LiftedAt == null, ct))
            return [];
        var codes = user.CommuneCodes;
        var open = db.Referrals.Of(user).Where(r => ReferralMoves.Open.Contains(r.State)).Select(r => r.EmployerId);
        var employers = await db.Employers.Where(e => e.State == EmployerState.Approved && (codes.Contains(e.CommuneCode) || open.Contains(e.Id)))
            .Select(e => new { e.Id, e.Name, e.Phone, e.Email }).ToListAsync(ct);
        var introduced = db.Referrals.Of(user).Where(r => ReferralMoves.Open.Contains(r.State)).Select(r => r.ReturneeId);
        var people = await db.Returnees.AsNoTracking()
            .Where(r => introduced.Contains(r.Id) && db.Consents.Standing(db, clock.Today()).Any(c => c.ReturneeId == r.Id && c.Purpose == Purpose.Reminders)).ToListAsync(ct);
        var stopped = await db.StoppedAsync([.. employers.Select(e => e.Email), .. people.Select(p => p.Details.Email).OfType<string>()], ct);
        return employers.Where(e => stopped.ContainsKey(e.Email))
            .Select(e => new WorkItem(WorkKind.MailReturned, Clock.DayOf(stopped[e.Email]), e.Id, null) { Employer = e.Name, Phone = e.Phone })
            .Concat(people.Where(p => p.Details.Email is { } email && stopped.ContainsKey(email))
                .Select(p => new WorkItem(WorkKind.MailReturned, Clock.DayOf(stopped[p.Details.Email!]), p.Id, p.Id) { Phone = p.Details.Phone is { } phone ? TypedPhone.Show(phone) : null }));
    }

    private async Task<IEnumerable<WorkItem>> SupportAsync(DateOnly today, CancellationToken ct)
    {
        var open = await db.SupportRequests.Of(user).AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.MovedAt)
            .Select(r => new { r.Id, r.ReturneeId, r.Kind, r.State, r.MovedAt }).Take(Most).ToListAsync(ct);
        return open.Select(r => new WorkItem(
                WorkKind.Support,
                Clock.DayOf(r.MovedAt).AddDays(r.State switch { SupportState.Asked => 0, SupportState.Checked => SupportChecked, _ => SupportReferred }),
                r.Id,
                r.ReturneeId) { Support = (r.Kind, r.State) })
            .Where(i => i.Due <= today.AddDays(Ahead));
    }

    /// <summary>People whose mentor has not come for a month, as far as they agreed to have one.</summary>
    private async Task<IEnumerable<WorkItem>> UnvisitedAsync(DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-MentorVisit.Silence);
        var rows = await db.Mentorships.Of(user).Running(today).Agreed(db, today).AsNoTracking()
            .Where(m => m.From <= since && !db.MentorVisits.Any(v => v.ReturneeId == m.ReturneeId && v.State == VisitState.Done && v.On > since))
            .OrderBy(m => m.AssignedAt)
            .Select(m => new { Mentorship = m, Last = db.MentorVisits.Where(v => v.ReturneeId == m.ReturneeId && v.State == VisitState.Done).Max(v => v.On) })
            .Take(Most).ToListAsync(ct);
        return rows.Select(r => new WorkItem(WorkKind.NoVisit, MentorLoad.SilentSince(r.Mentorship, r.Last).AddDays(MentorVisit.Silence), r.Mentorship.Id, r.Mentorship.ReturneeId))
            .Where(i => i.Due <= today);
    }

    private async Task<IEnumerable<WorkItem>> ReviewsAsync(CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        var openings = await (from o in db.Openings
                              join e in db.Employers on o.EmployerId equals e.Id
                              where o.State == OpeningState.Submitted && codes.Contains(o.OwnerCommuneCode)
                              orderby o.CreatedAt
                              select new { o.Id, o.Title, o.ConfirmedAt, e.Name }).Take(Most).ToListAsync(ct);
        var employers = await db.Employers.Where(e => e.State == EmployerState.Registered && codes.Contains(e.CommuneCode)).OrderBy(e => e.RegisteredAt)
            .Select(e => new { e.Id, e.Name, e.Phone, e.RegisteredAt }).Take(Most).ToListAsync(ct);
        return openings.Select(o => new WorkItem(WorkKind.ReviewOpening, Clock.DayOf(o.ConfirmedAt), o.Id, null) { Opening = o.Title, Employer = o.Name })
            .Concat(employers.Select(e => new WorkItem(WorkKind.ApproveEmployer, Clock.DayOf(e.RegisteredAt), e.Id, null) { Employer = e.Name, Phone = e.Phone }));
    }

    private async Task<IEnumerable<WorkItem>> ConsentsAsync(DateOnly today, CancellationToken ct)
    {
        var mine = db.Returnees.Of(user).Select(r => r.Id);
        var ends = today.AddDays(ConsentEnds);
        var ending = await db.Consents.Where(c => c.Purpose == Purpose.Matching && c.ExpiresOn <= ends && mine.Contains(c.ReturneeId)).Standing(db, today)
            .OrderBy(c => c.ExpiresOn).Select(c => new { c.ReturneeId, c.ExpiresOn }).Take(Most).ToListAsync(ct);
        return ending.Where(c => c.ExpiresOn <= today.AddDays(Ahead)).Select(c => new WorkItem(WorkKind.ConsentEnding, c.ExpiresOn!.Value, c.ReturneeId, c.ReturneeId));
    }

    private async Task<IEnumerable<WorkItem>> RequestsAsync(DateOnly today, CancellationToken ct)
    {
        var ahead = today.AddDays(Ahead);
        var open = await db.DataRequests.Of(user).AsNoTracking()
            .Where(r => r.State == RequestState.Received || (r.State == RequestState.Answered && r.DoneBy <= ahead))
            .OrderBy(r => r.DoneBy).Take(Most).ToListAsync(ct);
        return open.Where(r => r.Due <= ahead)
            .Select(r => new WorkItem(r.State == RequestState.Received ? WorkKind.AnswerRequest : WorkKind.FinishRequest, r.Due, r.Id, r.ReturneeId) { Request = r.Kind });
    }

    private async Task<List<(Guid Id, int Days)>> WaitingAsync(DateOnly today, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-WaitingDays);
        var rows = await db.Returnees.Of(user).MayBeMatched(db, today)
            .Where(r => (r.LastReferralAt ?? r.CreatedAt) < since)
            .Where(r => !db.Placements.Any(p => p.ReturneeId == r.Id && p.State != PlacementState.Ended))
            .OrderBy(r => r.LastReferralAt ?? r.CreatedAt)
            .Select(r => new { r.Id, Since = r.LastReferralAt ?? r.CreatedAt })
            .Take(Panel).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Id, (int)(now - r.Since).TotalDays));
    }

    /// <summary>People who agreed to be helped and of whom nothing was heard: no visit to a screen, nobody reached, no state written down, no answer.</summary>
    private async Task<List<(Guid Id, int Days)>> UnheardAsync(DateOnly today, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-UnheardDays);
        var rows = await db.Returnees.Of(user).MayBeMatched(db, today).Where(r => r.CreatedAt < since)
            .Select(r => new
            {
                r.Id,
                r.CreatedAt,
                Visit = db.KioskVisits.Where(v => v.ReturneeId == r.Id).Max(v => (DateTime?)v.StartedAt),
                Reached = db.FollowUps.Where(f => f.Reached && db.Placements.Any(p => p.Id == f.PlacementId && p.ReturneeId == r.Id)).Max(f => (DateTime?)f.RecordedAt),
                State = db.EmploymentStates.Where(s => s.ReturneeId == r.Id).Max(s => (DateTime?)s.RecordedAt),
                Answer = db.Consents.Where(c => c.ReturneeId == r.Id).Max(c => (DateTime?)c.At),
            }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, Heard: new[] { r.CreatedAt, r.Visit, r.Reached, r.State, r.Answer }.Max()!.Value))
            .Where(r => r.Heard < since).OrderBy(r => r.Heard).Take(Panel).Select(r => (r.Id, (int)(now - r.Heard).TotalDays))];
    }

    private async Task<IReadOnlyList<OwingEmployer>> OwingAsync(DateOnly today, CancellationToken ct)
    {
        var rows = await (from r in db.Referrals.Of(user)
                          where r.State == ReferralState.Sent || r.State == ReferralState.Seen
                          join e in db.Employers on r.EmployerId equals e.Id
                          group r by new { e.Id, e.Name, e.Phone } into g
                          orderby g.Min(r => r.SentAt)
                          select new { g.Key, Since = g.Min(r => r.SentAt), Count = g.Count() }).Take(Panel).ToListAsync(ct);
        return [.. rows.Select(g => new OwingEmployer(g.Key.Id, g.Key.Name, g.Key.Phone, today.DayNumber - Clock.DayOf(g.Since!.Value).DayNumber, g.Count))];
    }

    private Task<int> NotAskedAsync(DateOnly today, CancellationToken ct) =>
        db.Returnees.Of(user)
            .Where(r => r.Periods.Any(p => p.Start <= today && (p.End == null || p.End > today) && (p.PlannedEnd == null || p.PlannedEnd >= today)))
            .CountAsync(r => !db.Consents.Any(c => c.ReturneeId == r.Id && c.Purpose == Purpose.Matching), ct);

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Guid> ids, CancellationToken ct) =>
        (await db.Returnees.Of(user).AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct)).ToDictionary(r => r.Id, r => r.Details.Name);

    /// <summary>Moves of referrals and follow-ups that this officer made today.</summary>
    private async Task<int> DoneTodayAsync(DateOnly today, CancellationToken ct)
    {
        var start = Clock.Utc(today, TimeOnly.MinValue);
        var me = user.Actor.Id;
        return await db.StateMoves.CountAsync(m => m.ById == me && m.At >= start && m.Noun != nameof(Placement), ct)
            + await db.FollowUps.CountAsync(f => f.ById == me && f.RecordedAt >= start, ct);
    }
}
