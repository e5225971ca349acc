using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Tests.Support;
using Xunit.Abstractions;

namespace WorkBridge.Tests.Simulation;

/// <summary>
/// A year against an oracle written separately. The long form: WORKBRIDGE_YEAR=people,openings,referrals,days (20000,5000,12000,365);
/// WORKBRIDGE_SEED draws an earlier year again.
/// </summary>
public sealed class YearTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_mail_and_every_end_of_a_simulated_time_is_what_the_brief_says_and_nothing_else()
    {
        var given = Environment.GetEnvironmentVariable("WORKBRIDGE_YEAR");
        var numbers = (given ?? "200,60,220,90").Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var seed = Environment.GetEnvironmentVariable("WORKBRIDGE_SEED") is { Length: > 0 } again ? int.Parse(again, CultureInfo.InvariantCulture) : Random.Shared.Next();
        var clock = Stopwatch.StartNew();
        var size = new YearSize(numbers[0], numbers[1], numbers[2], numbers[3]);
        await using var world = await World.BeginAsync(change: services => services.AddSingleton(new ConsentRules { Months = size.ConsentMonths })
            .AddSingleton<Letterbox>().AddSingleton<IMailTransport>(provider => provider.GetRequiredService<Letterbox>()));
        await using var year = new Year(world, size, seed);
        await year.RunAsync();
        var told = string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {numbers[3]} days, {numbers[0]} people, {numbers[1]} openings, {year.Referrals} referrals, {year.Placements} placements, {year.Lapses} lapsed, {year.Mails} mails, all as the oracle says; {clock.Elapsed.TotalSeconds:0} s");
        output.WriteLine(told);
        output.WriteLine(string.Join(", ", year.ByKind.OrderByDescending(k => k.Value).Select(k => $"{k.Key} {k.Value}")));
        if (given is not null)
            await File.AppendAllTextAsync(Path.Combine(Path.GetTempPath(), "workbridge-year.txt"), told + Environment.NewLine);
        Assert.True(year.Mails > numbers[2], told);
    }
}
