using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Support;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>What the person asked for and what became of it: what is open first, then the newest.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class AskedModel(WorkBridgeDb db, WithdrawChange withdraw) : KioskPage
{
    public const int PerPage = 4;

    public int P { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<AskedThing> Lines { get; private set; } = [];

    /// <summary>Something was sent just now.</summary>
    public bool Sent { get; private set; }

    /// <summary>The person takes a proposal back.</summary>
    public async Task<IActionResult> OnPostBackAsync(Guid change, CancellationToken ct)
    {
        await withdraw.RunAsync(Here.PersonId!.Value, change, ct);
        return Redirect("/Kiosk/Asked");
    }

    public async Task OnGetAsync([FromQuery] int p, bool sent, CancellationToken ct)
    {
        Sent = sent;
        var all = (await db.SupportRequests.AsNoTracking().Where(r => r.ReturneeId == Here.PersonId).ToListAsync(ct))
            .ConvertAll(r => new AskedThing(SupportText.Icon(r.State), SupportText.Of(r.Kind).ToString(), SupportText.ToPerson(r.State).ToString(), r.MovedAt, r.Said.Told, r.IsOpen, r.IsOpen ? $"/Kiosk/Support/{r.Kind}" : null));
        all.AddRange((await db.DataRequests.AsNoTracking().Where(r => r.ReturneeId == Here.PersonId).ToListAsync(ct))
            .ConvertAll(r => new AskedThing(RightsText.Icon(r.Kind), RightsText.Asked(r).ToString(), RightsText.ToPerson(r.State).ToString(), r.EndedAt ?? r.AnsweredAt ?? r.ReceivedAt, r.Said.WhyNot ?? r.Said.Answer, r.IsOpen, r.IsOpen ? $"/Kiosk/Rights/{r.Kind}{(r.Kind == RequestKind.Object ? $"?scope={r.Scope}" : "")}" : null)));
        all.AddRange((await db.ProfileChanges.AsNoTracking().Where(c => c.ReturneeId == Here.PersonId).ToListAsync(ct)).ConvertAll(Of));
        Pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        P = Math.Clamp(p, 1, Pages);
        Lines = [.. all.OrderByDescending(a => a.IsOpen).ThenByDescending(a => a.On).Skip((P - 1) * PerPage).Take(PerPage)];
    }

    private static AskedThing Of(ProfileChange change)
    {
        // A shared screen shows no whole number, and no words that may name somebody.
        var becomes = change.Topic switch
        {
            ProfileTopic.Phone => "… " + change.Said.Becomes![^3..],
            ProfileTopic.Other => T("Lời anh/chị đã viết", "What you wrote"),
            _ => ProfileTopics.Say(change.Topic, change.Said.Becomes).ToString(),
        };
        return new(ProfileTopics.Icon(change.State), ProfileTopics.Name(change.Topic, change.Said.Subject).ToString(), $"{becomes}. {ProfileTopics.ToPerson(change.State)}", change.EndedAt ?? change.ProposedAt,
            change.LeftBecause is { } because ? ProfileTopics.Of(because).ToString() : null, change.State == ChangeState.Proposed, null) { Change = change.State == ChangeState.Proposed ? change.Id : null };
    }
}

/// <summary>One thing somebody asked for: what, how far it is and since when, and what the person is told.</summary>
public sealed record AskedThing(string Icon, string What, string Where, DateTime On, string? Told, bool IsOpen, string? Href)
{
    /// <summary>A proposal that can be taken back.</summary>
    public Guid? Change { get; init; }
}
