using System.Diagnostics;
using System.Globalization;
using WorkBridge.Benchmarks;
using WorkBridge.Benchmarks.Matching;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["load", ..]:
        await new LoadRun(Sizes.Read(args[1..])).RunAsync();
        return 0;
    case ["match", ..]:
        return Match(args[1..]);
    case ["withdraw", ..]:
        await new WithdrawRun(Sizes.Read(args[1..])).RunAsync();
        return 0;
    case ["rebuild", ..]:
        await new RebuildRun(Array.IndexOf(args, "--people") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 20_000, args.Contains("--postgres")).RunAsync();
        return 0;
    case ["mail", ..]:
        await new MailRun(Number("mails", 10_000)).RunAsync();
        return 0;
    case ["sweep", ..]:
        await new SweepRun(Number("referrals", 100_000), Number("placements", 100_000)).RunAsync();
        return 0;
    default:
        Console.WriteLine("""
            load [--people 20000] [--openings 5000] [--users 50] [--seconds 60] [--folder DIR]
                Fills a database with invented people, publishes the service, starts it, and lets officers click once every two seconds each.
                With --folder what was filled is kept and used again.
            match [build|ask|compare] [--people 1000000] [--questions 1000] [--folder DIR]
                The first twenty people with reasons for an opening, among invented people: speed, memory, start, and other engines on the
                same data. Without a step all three, one after the other.
            withdraw [--people 20000] [--openings 5000] [--seconds 60]
                From a withdrawal to gone from every result, under fifty searches a second.
            rebuild [--people 20000] [--postgres]
                How long the index takes to be built from the database: SQLite, or a PostgreSQL server of its own.
            mail [--mails 10000]
                Mails of as many referrals, all due, to a mail server on this machine (postfix's smtp-sink); beside it bare MailKit with the same messages.
            sweep [--referrals 100000] [--placements 100000]
                The hourly sweeps over as many referrals that wait for an employer, most of them reminded already, and over as many people at work,
                most of them asked after already.
            """);
        return 2;
}

int Number(string name, int otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static int Match(string[] args)
{
    string? Of(string name) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
    var people = int.Parse(Of("people") ?? "1000000", CultureInfo.InvariantCulture);
    var questions = int.Parse(Of("questions") ?? "1000", CultureInfo.InvariantCulture);
    var folder = Of("folder") ?? Directory.CreateTempSubdirectory("workbridge-match-").FullName;
    var run = new MatchRun(people, questions, folder);
    switch (args.FirstOrDefault())
    {
        case "build":
            run.Build();
            return 0;
        case "ask":
            run.Ask();
            return 0;
        case "compare":
            run.Compare();
            return 0;
    }

    foreach (var step in new[] { "build", "ask", "compare" })
    {
        using var process = Process.Start(Environment.ProcessPath!, ["match", step, "--people", $"{people}", "--questions", $"{questions}", "--folder", folder]);
        process.WaitForExit();
        if (process.ExitCode != 0)
            return process.ExitCode;
    }
    if (Of("folder") is null)
        Directory.Delete(folder, recursive: true);
    return 0;
}
