using Microsoft.AspNetCore.Connections;
using WorkBridge.Web;
using WorkBridge.Web.Demo;
using WorkBridge.Web.Start;

if (Cli.TryRun(args) is { } exitCode)
    return exitCode;
try
{
    var start = StartOptions.Read(args, Environment.GetEnvironmentVariable);
    var app = Service.Build(start, _ => { });
    await Service.PrepareAsync(app);
    await app.StartAsync();
    if (start.Demo)
        await Demonstration.PrintAsync(app.Services, app.Urls.First(), Console.Out);
    else
        await AdminLink.OfferAsync(app.Services, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync("The address is in use by another program: stop that one, or start with --urls http://localhost:PORT.");
    return 2;
}
