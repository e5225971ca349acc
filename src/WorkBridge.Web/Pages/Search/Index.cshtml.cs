using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Worklists;

namespace WorkBridge.Web.Pages.Search;

/// <summary>
/// Finds from the desk. What is looked for may be a name, so it is posted and never stands in an address: it waits for
/// the page in the protected cookie of notices.
/// </summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(FindAnything findAnything, ReadingLog readings) : PageBase
{
    private const string WordsKey = "Search";

    /// <summary>Longer than any name; the rest is cut off.</summary>
    private const int LongestSearch = 80;

    public string Words { get; private set; } = "";

    public Found Found { get; private set; } = new([], [], []);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Words = TempData.Peek(WordsKey) as string ?? "";
        Found = await findAnything.RunAsync(Words, ct);
        await readings.ListedAsync([.. Found.People.Concat(Found.Skilled.People.Select(p => p.Person)).Select(p => p.Id).Distinct()], "Search/Index");
    }

    public IActionResult OnPost(string? q)
    {
        var words = (q ?? "").Trim();
        TempData[WordsKey] = words.Length > LongestSearch ? words[..LongestSearch] : words;
        return RedirectToPage();
    }
}
