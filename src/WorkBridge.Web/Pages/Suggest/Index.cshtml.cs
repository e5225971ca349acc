using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Matching;

namespace WorkBridge.Web.Pages.Suggest;

/// <summary>
/// Names of trades or skills that begin like what is being typed, for the list under a field (suggest.js). Posted, so that
/// what somebody types stands in no address and no log; nothing of it is kept.
/// </summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(Vocabulary vocabulary) : PageBase
{
    private const int Most = 7;

    public IActionResult OnGet() => NotFound();

    /// <param name="what">"trades" or "skills".</param>
    /// <param name="typed">What stands in the field; more than 100 letters suggest nothing.</param>
    public IActionResult OnPost(string? what, string? typed)
    {
        IEnumerable<string>? names = what switch
        {
            "trades" => vocabulary.SuggestTrades(typed ?? "", Most).Select(t => T(t.Vi, t.En)),
            "skills" => vocabulary.SuggestSkills(typed ?? "", Most).Select(s => T(s.Vi, s.En)),
            _ => null,
        };
        return names is null ? BadRequest() : new JsonResult(names);
    }
}
