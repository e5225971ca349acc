using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>What the desk's pages about one opening have in common: it is loaded for whoever may see it, acted on, and shown again.</summary>
public abstract class OpeningPage(WorkBridgeDb db, CurrentUser user) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version of the opening that was read before a decision.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public Opening Opening { get; private set; } = null!;

    /// <summary>What became of the opening, after somebody else was first.</summary>
    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    public Employer Employer { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> Moves { get; private set; } = [];

    /// <summary>True for those who review it; other officers may look and refer.</summary>
    public bool Owns { get; private set; }

    public bool Can(OpeningState to) => Owns && Opening.CanMove(to, user.Actor.Kind);

    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        var seen = user.IsOfficer ? db.Openings.LiveOrOf(user) : db.Openings.Of(user, db);
        var found = await seen.AsNoTracking().Where(o => o.Id == Id && o.State != OpeningState.Draft)
            .Join(db.Employers, o => o.EmployerId, e => e.Id, (opening, employer) => new { opening, employer })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        (Opening, Employer) = (found.opening, found.employer);
        Owns = user.IsCoordinator || user.CommuneCodes.Contains(Opening.OwnerCommuneCode);
        Moves = await db.HistoryOfAsync(nameof(Opening), Id, ct);
        if (HttpMethods.IsGet(Request.Method))
            Version = Opening.Version;
        return true;
    }

    protected async Task<IActionResult> DoAsync(Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (!await Try(act))
        {
            if (Version is not null && await LoadAsync(ct) && Version != Opening.Version)
                Meanwhile = new(Standing(), AfterSecond.Look);
            ModelState.Remove(nameof(Version));
            Version = Opening.Version;
            return Page();
        }

        Say(vi, en);
        return RedirectToPage("/Openings/Show", new { id = Id });
    }

    private List<(string Label, string Kept)> Standing()
    {
        List<(string Label, string Kept)> rows = [.. Moves.Take(1).Select(m => ($"{Show.At(m.At)}, {m.Who}", OpeningText.Of(Opening.State).ToString()))];
        if (Opening.State is OpeningState.ChangesAsked or OpeningState.WithdrawnByReview && Opening.ReviewWords is { } words)
            rows.Add((T("Lời gửi nơi tuyển", "Words to the employer"), words));
        if (Opening.PlacesTaken > 0)
            rows.Add((T("Đã nhận", "Taken"), T($"{Opening.PlacesTaken} trên {Opening.Places} người", $"{Opening.PlacesTaken} of {Opening.Places} places")));
        return rows;
    }
}
