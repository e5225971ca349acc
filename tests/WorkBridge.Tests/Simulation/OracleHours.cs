namespace WorkBridge.Tests.Simulation;

/// <summary>What the hours do to referrals, openings and consents.</summary>
public sealed partial class Oracle
{
    /// <summary>Reminders at 3 and 7 calendar days, lapsed at 14 unless extended; the clock stands still over Tết. Nothing is sent twice or late after the next.</summary>
    public void SweptReferrals(DateTime now)
    {
        var today = DayOf(now);
        if (IsTet(today))
            return;
        foreach (var r in referrals.Values.Where(r => r.State is "Sent" or "Seen" or "UnderReview"))
        {
            var last = r.AnswerBy!.Value;
            while (IsTet(last))
                last = last.AddDays(1);
            if (today > last)
            {
                End(r, "Lapsed", delete: true, now);
                if (officers[r.Officer].TellsAtOnce)
                    Promise("referral-lapsed-officer", r.Id);
                continue;
            }

            var days = 0;
            for (var day = r.SentOn!.Value; day < today; day = day.AddDays(1))
                days += IsTet(day.AddDays(1)) ? 0 : 1;
            var which = days >= 7 ? 7 : days >= 3 ? 3 : 0;
            if (r.State != "UnderReview" && which > r.Reminded)
            {
                r.Reminded = which;
                waiting.RemoveAll(w => w.Kind == "referral-reminder" && w.About == r.Id);
                Promise("referral-reminder", r.Id, which);
            }
        }
    }

    /// <summary>Not confirmed for 60 days: warned, once; 90: paused. Past its closing date: expired.</summary>
    public void SweptOpenings(DateTime now)
    {
        var today = DayOf(now);
        foreach (var (id, o) in openings)
        {
            // The day after it is over without being filled here: was it filled, and how? Asked once, while anybody remembers.
            if (o is { State: "Closed" or "Expired", Asked: false, OverOn: { } over } && today.DayNumber - over.DayNumber is >= 1 and <= 30)
            {
                o.Asked = true;
                Promise("opening-fill", id);
            }

            if (o.State is not ("Live" or "Paused"))
                continue;
            if (o.Closes < today)
                (o.State, o.OverOn) = ("Expired", today);
            else if (o.State == "Live" && today.DayNumber - o.ConfirmedOn.DayNumber >= 90)
                o.State = "Paused";
            else if (o.State == "Live" && today.DayNumber - o.ConfirmedOn.DayNumber >= 60 && o.WarnedSince != o.ConfirmedOn)
            {
                o.WarnedSince = o.ConfirmedOn;
                Promise("opening-stale", id);
            }
        }
    }

    public void SweptConsents(DateTime now)
    {
        foreach (var person in people.Keys)
            Expire(person, now);
    }

    private void Expire(Guid person, DateTime now)
    {
        var (p, today) = (people[person], DayOf(now));
        var helped = p.IsHelped(today);
        if (helped && !p.Consents.Any(c => c.Value < today))
            return;
        foreach (var purpose in p.Consents.Where(c => c.Value < today || !helped).Select(c => c.Key).ToList())
        {
            p.Consents.Remove(purpose);
            if (purpose != Reminders)
                StopByDate(p, purpose, now);
        }

        // The end of the programme does all of it, whatever was agreed.
        if (!helped)
            StopByDate(p, Matching, now);
    }

    /// <summary>As a withdrawal, without a delete notice where a placement runs.</summary>
    private void StopByDate(OPerson p, Guid purpose, DateTime now)
    {
        foreach (var r in p.Referrals.Where(r => r.IsOpen && (purpose == Matching || r.Employer == purpose)))
            End(r, "WithdrawnByPerson", delete: !p.Referrals.Exists(o => o.Works && o.Employer == r.Employer), now);
        foreach (var r in p.Referrals.Where(r => r.Employer == purpose))
            QuestionEnds(r);
    }
}
