using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>The people of the officer's communes, a page at a time.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(FindPeople find, ReadingLog readings) : PageBase
{
    public const int OnPage = 25;

    [BindProperty(SupportsGet = true)]
    public PeopleFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<PersonLine> Found { get; private set; } = [];

    public IReadOnlyList<PersonLine> Shown { get; private set; } = [];

    public int All { get; private set; }

    public int Pages => Math.Max(1, (Found.Count + OnPage - 1) / OnPage);

    public bool IsFiltered => Filter != new PeopleFilter();

    /// <summary>How many, and how many of them have no work: the first thing an officer asks of the list.</summary>
    public string Headline => (All, IsFiltered, Found.Count(p => p.State == WorkState.None)) switch
    {
        (0, _, _) => T("Chưa có ai trong danh sách", "Nobody is in the list yet"),
        (_, true, _) => T($"{Found.Count} trong {All} người", $"{Found.Count} of {All} people"),
        (_, _, 0) => T($"{All} người, không ai chưa có việc", All == 1 ? "1 person, not without work" : $"{All} people, none without work"),
        var (_, _, none) => T($"{All} người, {none} người chưa có việc", $"{All} {(All == 1 ? "person" : "people")}, {none} without work"),
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Found, All) = await find.RunAsync(Filter, ct);
        P = Math.Clamp(P, 1, Pages);
        Shown = [.. Found.Skip((P - 1) * OnPage).Take(OnPage)];
        await readings.ListedAsync([.. Shown.Select(p => p.Id)], "Returnees/Index");
    }
}
