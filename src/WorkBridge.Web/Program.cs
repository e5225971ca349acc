using WorkBridge.Web;
using WorkBridge.Web.Start;

if (Cli.TryRun(args) is { } exitCode)
    return exitCode;
try
{
    var app = Service.Build(StartOptions.Read(args, Environment.GetEnvironmentVariable), _ => { });
    await Service.PrepareAsync(app);
    await AdminLink.OfferAsync(app.Services, Console.Out);
    await app.RunAsync();
    return 0;
}
catch (StartRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
