using System.Globalization;
using WorkBridge.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ["load", ..])
{
    Console.WriteLine("""
        load [--people 20000] [--openings 5000] [--users 50] [--seconds 60] [--folder DIR]
            Fills a database with invented people, publishes the service, starts it, and lets officers click once every two seconds each.
            With --folder what was filled is kept and used again.
        """);
    return 2;
}

var sizes = Sizes.Read(args[1..]);
await new LoadRun(sizes).RunAsync();
return 0;
