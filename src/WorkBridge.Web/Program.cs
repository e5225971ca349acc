using WorkBridge.Web.Start;

try
{
    var app = Service.Build(StartOptions.Read(args, Environment.GetEnvironmentVariable), _ => { });
    await Service.PrepareAsync(app);
    await app.RunAsync();
    return 0;
}
catch (StartRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
