using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Names, numbers and notes, those that are there and those that are typed: in no log line, title, address or mail, whatever happens to the form.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private Street street = null!;

    public async Task InitializeAsync()
    {
        street = await Street.BuildAsync();
        await street.BeginVisitAsync();
    }

    public async Task DisposeAsync() => await street.DisposeAsync();

    [Fact]
    public async Task What_is_known_and_what_is_typed_stands_in_no_log_title_address_or_mail()
    {
        var sent = await WalkAsync(1, "");
        Assert.True(sent.Count(s => s.Accepted) > 40, string.Join('\n', sent.Where(s => s.Accepted)));
        NothingIsTold(sent);

        await street.Host.Use<DeliverMail>(deliver => deliver.RunAsync(default));
        var mails = Directory.GetFiles(street.Host.Services.GetRequiredService<Storage>().MailFolder, "*.eml");
        Assert.True(mails.Length > 3, $"{mails.Length} mails");
        foreach (var file in mails)
        {
            using var mail = await MimeKit.MimeMessage.LoadAsync(file);
            Strict.None([.. Told($"{mail.Headers["Subject"]} {mail.Subject} {mail.To} {mail.TextBody} {mail.HtmlBody}", FormWalk.AboutPeople).Select(word => $"{mail.Subject}: {word}")]);
        }

        var outbox = await street.Host.Db(db => db.Outbox.AsNoTracking().ToListAsync());
        Strict.None([.. outbox.SelectMany(m => Told($"{m.Key} {m.Kind} {m.LastCode}", FormWalk.AboutPeople, FormWalk.AboutOthers).Select(word => $"{m.Key}: {word}"))]);
    }

    [Fact]
    public async Task Forms_that_are_refused_tell_nothing_either()
    {
        var sent = await WalkAsync(2, new string('n', 5000));
        Assert.True(sent.Count(s => !s.Accepted) > 20);
        NothingIsTold(sent);
    }

    [Fact]
    public async Task Forms_whose_saving_fails_tell_nothing_either()
    {
        await street.Host.Db(async db =>
        {
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).Except(["Readings", "ReadingPeople", "SignInSessions", "KioskDevices", "KioskVisits", "KioskTries", "PersonCards"]))
            {
                foreach (var act in new[] { "INSERT", "UPDATE", "DELETE" })
#pragma warning disable EF1002 // Table names of our own model.
                    await db.Database.ExecuteSqlRawAsync($"CREATE TRIGGER \"broken{act}{table}\" BEFORE {act} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'broken'); END");
#pragma warning restore EF1002
            }
        });
        var sent = await WalkAsync(1, "");
        Assert.True(sent.Count(s => s.Status == 500) > 20, string.Join('\n', sent));
        Assert.All(sent.Where(s => s.Status == 500), s => Assert.DoesNotContain("Exception", s.Body, StringComparison.Ordinal));
        NothingIsTold(sent);
    }

    private Task<IReadOnlyList<Sent>> WalkAsync(int choice, string padding) =>
        new FormWalk(street, [], choice, padding).RunAsync("nobody", "contact", "person", "screen", "coordinator", "mentor", "officer", "admin");

    private void NothingIsTold(IEnumerable<Sent> sent)
    {
        Strict.None([.. sent.SelectMany(s => Told(s.Title, FormWalk.AboutPeople).Select(word => $"{s}: {word} in its title"))]);
        Strict.None([.. Street.Everybody.SelectMany(who => street.As(who).Been.SelectMany(at => Told(at, FormWalk.AboutPeople, FormWalk.AboutOthers).Select(word => $"{who} {at}: {word}")))]);
        lock (street.Host.Log)
        {
            Assert.NotEmpty(street.Host.Log);
            Strict.None([.. street.Host.Log.SelectMany(line => Told(line, FormWalk.AboutPeople, FormWalk.AboutOthers).Select(word => $"{word}: {line}"))]);
        }
    }

    private static IEnumerable<string> Told(string text, params string[] typed)
    {
        if (Street.SecretIn(text) is { } secret)
            yield return secret;
        foreach (var word in typed.Append("987654321").Where(word => text.Replace(" ", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase)))
            yield return word;
    }
}
