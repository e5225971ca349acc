using WorkBridge.Employers;
using WorkBridge.Openings;

namespace WorkBridge.Web.Demo;

/// <summary>The employers and what they offer.</summary>
internal static class DemoEmployers
{
    public static void AddEmployers(DemoWorld world)
    {
        foreach (var invented in DemoData.Employers())
        {
            var employer = Employer.Register(invented.Name, invented.Kind, invented.TaxCode, invented.Commune, invented.Address, invented.Phone, invented.Email, world.Time.Ago(invented.Since, 8), Actor.System);
            employer.TellSize(invented.Size);
            world.Employers.Add(invented.Key, employer);
            world.Db.Employers.Add(employer);
        }
    }

    public static void Approve(DemoWorld world)
    {
        foreach (var invented in DemoData.Employers().Where(e => !e.Waits))
            world.Employers[invented.Key].Approve(world.Officer(invented.Commune), world.Time.Ago(invented.Since, 14));
    }

    /// <summary>Writes the openings and brings them as far as live; <see cref="Settle"/> takes them on from there once the referrals are told.</summary>
    public static void AddOpenings(DemoWorld world, Func<string, string> provinceOf)
    {
        foreach (var invented in DemoData.Openings())
        {
            var employer = world.Employers[invented.Employer];
            var by = Poster(world, employer);
            var opening = Opening.Draft(employer.Id, employer.CommuneCode, invented.Content(employer.CommuneCode, provinceOf(employer.CommuneCode), world.Time), world.Time.Ago(invented.Age + 2, 15), by);
            world.Openings.Add(invented.Key, opening);
            world.Db.Openings.Add(opening);
            if (invented.State == OpeningState.Draft)
                continue;
            opening.Submit(by, world.Time.Ago(invented.Age + 1, 16));
            if (invented.State is OpeningState.Submitted)
                continue;
            if (invented.State is OpeningState.ChangesAsked)
            {
                opening.AskChanges(invented.Review!, world.Officer(employer.CommuneCode), world.Time.Ago(invented.Age, 10));
                continue;
            }

            opening.PutLive(world.Officer(employer.CommuneCode), world.Time.Ago(invented.Age, 10));
            if (invented.Confirmed is { } confirmed)
                opening.Confirm(world.Time.Ago(confirmed, 11));
        }
    }

    /// <summary>The last move of the openings that do not stay live.</summary>
    public static void Settle(DemoWorld world)
    {
        foreach (var invented in DemoData.Openings())
        {
            var opening = world.Openings[invented.Key];
            var by = Poster(world, world.Employers[invented.Employer]);
            switch (invented.State)
            {
                case OpeningState.Paused:
                    opening.Pause(by, world.Time.Ago(6, 9));
                    break;
                case OpeningState.Closed:
                    opening.Close(by, world.Time.Ago(20, 9));
                    break;
                case OpeningState.Expired:
                    opening.Expire(world.Time.Ago(-invented.Closes - 1, 1));
                    break;
                case OpeningState.WithdrawnByReview:
                    opening.TakeDown(invented.Review!, world.Officer(opening.OwnerCommuneCode), world.Time.Ago(12, 9));
                    break;
            }
        }
    }

    /// <summary>The contact where the employer has an account, the commune's officer otherwise.</summary>
    private static Actor Poster(DemoWorld world, Employer employer) =>
        world.Accounts.Values.FirstOrDefault(a => a.EmployerId == employer.Id) is { } contact ? Actor.Employer(contact.Id) : world.Officer(employer.CommuneCode);
}
