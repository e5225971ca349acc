using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Returnees;
using WorkBridge.Support;
using WorkBridge.Training;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>
/// Every page of a screen, walked once without script in a language that is none: each sentence of the export stands in brackets. Links
/// are followed by themselves, so that a new page is walked as soon as it can be reached.
/// </summary>
public sealed partial class SpeakingScreens : IAsyncLifetime
{
    public const string Code = "qtz";

    private readonly Dictionary<string, IDocument> pages = new(StringComparer.Ordinal);
    private List<string> data = [];

    internal Screens Screens { get; private set; } = null!;

    /// <summary>The pages as they were shown, by address (and what was wrong on them).</summary>
    internal IReadOnlyDictionary<string, IDocument> Pages => pages;

    /// <summary>The page of somebody at the desk in the same browser, while the screen spoke.</summary>
    public string AtTheDesk { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Screens = await Screens.StartAsync();
        var given = Screens.Host.Given;
        var (employer, _) = await given.Employer();
        var opening = await given.LiveOpening(employer);
        for (var i = 0; i < 5; i++)
            await given.LiveOpening(employer);
        await given.LiveOpening(employer, "Lớp may căn bản", kind: Matching.OpeningKind.Training);
        await given.PreparedReferral(opening, Screens.Person, Screens.Officer);
        var slot = await given.LiveOpening(employer, "Lớp hàn que", "tho-han", Matching.OpeningKind.Training, teaches: ["han-que"]);
        data = await Screens.Host.Db(async db =>
        {
            foreach (var (kind, by) in new[] { (Audit.ReadingKind.Opened, Actor.Officer(Screens.Officer.Id)), (Audit.ReadingKind.Opened, Actor.Officer(Screens.Officer.Id)), (Audit.ReadingKind.Listed, Actor.Employer(Guid.CreateVersion7())), (Audit.ReadingKind.Opened, Actor.System), (Audit.ReadingKind.Opened, Actor.Person(Screens.Person.Id)) })
                db.Readings.Add(new Audit.Reading(given.Now, kind, by, "Hội Phụ nữ", "Returnees/Show", [Screens.Person.Id]));
            db.AddRange(SupportRequest.Ask(Screens.Person.Id, Screens.Person.CommuneCode, SupportKind.Loan, Actor.Person(Screens.Person.Id), given.Now),
                ProfileChange.Propose(Screens.Person.Id, Screens.Person.CommuneCode, ProfileTopic.Other, new ProposedChange { Becomes = "Số nhà ghi sai" }, Actor.Person(Screens.Person.Id), given.Now));
            await db.SaveChangesAsync();
            var openings = db.Openings.ToList();
            return (List<string>)
            [
                "WorkBridge", "Hội Phụ nữ", Screens.Person.Code, Screens.Person.Initials,
                .. openings.SelectMany(o => new[] { o.Title, o.Description, o.PlaceText }), .. db.Employers.Select(e => e.Name), .. db.Communes.Select(c => c.Name), .. db.Communes.Select(c => c.ProvinceName),
            ];
        });

        using var passer = await Screens.ScreenAsync();
        Drop(Screens.Host.Folder);
        await passer.GoAsync("/Kiosk");
        await passer.GoAsync(passer.Page.QuerySelector($".wbk-top a[hreflang={Code}]")!.GetAttribute("href")!);
        foreach (var path in new[] { "/Kiosk", "/Kiosk/Enrol", "/Kiosk/Start", "/Kiosk/Help", "/Kiosk/Language" })
            await WalkAsync(passer, path);
        await passer.GoAsync("/Kiosk/Card");
        await passer.SubmitAsync("main form", [("Input.Code", "ACDE")]);
        Keep(passer, "wrong card");
        await passer.SubmitAsync("main form", [("Input.Code", (await Screens.CardAsync()).Code)]);
        Keep(passer, "PIN");
        await passer.SubmitAsync("main form", [("Input.Pin", "000000")]);
        Keep(passer, "wrong PIN");
        await passer.GoAsync("/Kiosk/Withdraw");
        await passer.SubmitAsync("main form", [("Input.Code", "ACDEF-HJKMN")]);
        Keep(passer, "wrong slip");
        await passer.GoAsync($"/Kiosk/Openings/{opening.Id}");
        await passer.SubmitAsync("main form");
        Keep(passer, "/Kiosk/Ticket/");
        await passer.SubmitAsync(".wbk-foot form");
        Keep(passer, "called");

        await Screens.SignInAsync(passer, await Screens.CardAsync());
        await WalkAsync(passer, "/Kiosk/Menu");
        foreach (var typed in new[] { "han", "zzzz" })
        {
            await passer.GoAsync("/Kiosk/Change/Trade?typed=true");
            await passer.SubmitAsync("main form", [("Input.Find", typed)]);
            Keep(passer, $"typed {typed}");
        }

        await passer.GoAsync($"/Kiosk/Openings/{opening.Id}");
        await passer.SubmitAsync("main form");
        Keep(passer, "told");
        await passer.GoAsync("/Kiosk/Employer");
        await Screens.AnswerAsync(passer, yes: true);
        await passer.GoAsync("/Kiosk/Questions");
        foreach (var yes in new[] { true, false, true, false })
        {
            Keep(passer, $"question {passer.Page.QuerySelector("input[name=asked]")!.GetAttribute("value")}");
            await Screens.AnswerAsync(passer, yes);
        }

        await given.Placement(employer, Screens.Person, Screens.Officer, DateOnly.FromDateTime(given.Now).AddDays(-8));
        await passer.GoAsync("/Kiosk/Work");
        await passer.SubmitAsync("#work", button: "button[value=false]");
        Keep(passer, "has left");
        await passer.GoAsync("/Kiosk/Work");
        foreach (var (page, said) in new[] { ("/Kiosk/Work", "true"), ("how it goes", "Hard"), ("what is hard", "Pay"), ("to be called", "true"), ("noted", "") })
        {
            Keep(passer, page);
            if (said.Length > 0)
                await passer.SubmitAsync("#work", button: $"button[value={said}]");
        }

        var training = await given.Placement(employer, Screens.Person, Screens.Officer, DateOnly.FromDateTime(given.Now).AddDays(-8), slot);
        await passer.GoAsync("/Kiosk/Work");
        Keep(passer, "still in training");
        await passer.SubmitAsync("#work", button: "button[value=true]");
        Keep(passer, "how the training goes");
        await Screens.Host.Db(async db =>
        {
            foreach (var result in Enum.GetValues<TrainingResult>())
                db.Add(new EndAssessment(training.Id, new AssessmentFacts(result, DateOnly.FromDateTime(given.Now), ["han-que"], result == TrainingResult.Completed, null, null), onPaper: false, Actor.System, given.Now.AddMinutes(-(int)result)));
            await db.SaveChangesAsync();
        });
        await passer.GoAsync("/Kiosk/Course");
        Keep(passer, "/Kiosk/Course");
        await passer.SubmitAsync("main form", button: "button[value=false]");
        Keep(passer, "what is wrong in it");
        await passer.SubmitAsync("main form", button: "button[value=Other]");
        await passer.SubmitAsync("main form", [("Input.Words", " ")]);
        Keep(passer, "in own words");
        await passer.SubmitAsync("main form", [("Input.Words", "Vắng một buổi")]);
        Keep(passer, "it will be looked into");
        await passer.GoAsync("/Kiosk/Course?agreed=true");
        Keep(passer, "agreed");

        foreach (var path in new[] { "/Kiosk/Asked", "/Kiosk/Review", "/Kiosk/Done", "/Kiosk/Receipt", "/Kiosk/Withdraw", "/Kiosk/Withdraw?kept=true" })
            await WalkAsync(passer, path);
        await passer.GoAsync("/Kiosk/Withdraw");
        await passer.SubmitAsync(".wbk-pair form");
        Keep(passer, "taken back");
        await given.SignInAsync(passer, Screens.Officer);
        await passer.GoAsync("/Kiosks");
        Assert.Equal("/Kiosks", passer.At);
        AtTheDesk = passer.Text;
        foreach (var path in new[] { "/Kiosk/Fault", "/Kiosk/Wiped" })
        {
            await passer.GoAsync($"/Kiosk/Language?to={Code}&back=/Kiosk/Start");
            await passer.GoAsync(path);
            Keep(passer, path);
        }
    }

    public async Task DisposeAsync() => await Screens.DisposeAsync();

    /// <summary>Writes the file as a translator does: from the export, with every sentence filled in.</summary>
    public static void Drop(string host)
    {
        var export = Path.Combine(host, "words.json");
        Assert.Equal(Cli.Done, Cli.TryRun(["kiosk-words", "--to", export], _ => null, TextWriter.Null, TextWriter.Null));
        var file = JsonNode.Parse(File.ReadAllText(export))!;
        file["name"] = "⟦Qtz⟧";
        foreach (var (_, sentence) in file["sentences"]!.AsObject())
            sentence!["say"] = $"⟦{sentence["vi"]}⟧";
        var folder = Directory.CreateDirectory(Path.Combine(host, "data", "kiosk-languages"));
        File.WriteAllText(Path.Combine(folder.FullName, Code + ".json"), file.ToJsonString());
    }

    /// <summary>What stands on a page outside of the brackets and is nobody's name, title or place.</summary>
    public IEnumerable<string> Escaped(IDocument page)
    {
        var words = page.Body!.Descendants().OfType<IText>()
            .Where(t => t.ParentElement is { } host && host.Closest("script, [hreflang], .wbk-choice[lang], .wbk-code") is null && !host.HasAttribute("data-key"))
            .Select(t => t.Data)
            .Concat(page.QuerySelectorAll("*").SelectMany(e => new[] { "aria-label", "alt", "title", "placeholder", "data-unit", "data-said", "data-play", "data-stop" }.Select(e.GetAttribute)))
            .Append(page.Title);
        foreach (var text in words.OfType<string>())
        {
            var left = text;
            for (var before = ""; before != left;)
                (before, left) = (left, Bracketed().Replace(left, " "));
            foreach (var known in data.OrderByDescending(d => d.Length))
                left = left.Replace(known, " ", StringComparison.OrdinalIgnoreCase);
            if (left.Any(char.IsLetter) && !PrintedCode().IsMatch(left.Trim()))
                yield return left.Trim();
        }
    }

    /// <summary>Pages of the screens that the walk has not been to.</summary>
    public IEnumerable<string> NotWalked()
    {
        var been = pages.Keys.Select(k => k.Split('?')[0]).ToHashSet(StringComparer.Ordinal);
        return Screens.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => r.StartsWith("/Kiosk/", StringComparison.Ordinal) && r is not ("/Kiosk/Index" or "/Kiosk/Leave" or "/Kiosk/Still") && !r.StartsWith("/Kiosk/Audio/", StringComparison.Ordinal))
            .Where(r => !been.Any(b => b == r || (r.Contains('{', StringComparison.Ordinal) && b.StartsWith(r[..r.IndexOf('{', StringComparison.Ordinal)].TrimEnd('/'), StringComparison.Ordinal))))
            .Distinct();
    }

    private async Task WalkAsync(Browser screen, string from)
    {
        var next = new Queue<string>([from]);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (next.TryDequeue(out var path))
        {
            if (!asked.Add(Plain(path)))
                continue;
            await screen.GoAsync(path);
            if (!Keep(screen, path == from ? screen.At : Plain(screen.At)))
                continue;
            foreach (var href in screen.Page.QuerySelectorAll("a[href^='/Kiosk/']").Select(a => a.GetAttribute("href")!))
            {
                if (!href.StartsWith("/Kiosk/Leave", StringComparison.Ordinal) && !href.Contains("to=", StringComparison.Ordinal) && !pages.ContainsKey(Plain(href)))
                    next.Enqueue(href);
            }
        }
    }

    private bool Keep(Browser screen, string name)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, screen.Status);
        return pages.TryAdd(name, screen.Page);
    }

    /// <summary>Rows of one kind are one page: an opening stands for all openings, a trade for all trades, a further page of a list for all of them.</summary>
    private static string Plain(string path) => Row().Replace(path, "row");

    [GeneratedRegex("⟦[^⟦⟧]*⟧", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^[A-Z0-9][A-Z0-9 -]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrintedCode();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=[?&](subject|p|group|trade)=)[^&]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
