using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Matching;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Tests.Data;

public sealed class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public async Task The_migrations_make_a_database_that_keeps_the_nouns()
    {
        await using var temp = await TempDb.OpenAsync(server.NewDatabase());
        var thom = await temp.AddPersonAsync("Vũ Thị Thơm");
        var officer = Account.ForOfficer("hanh@example.vn", "Lê Thu Hạnh", "Uỷ ban nhân dân", TempDb.KienAn);
        var act = new ConsentAct(TempDb.Now, 1, ConsentWay.KioskCard, null, null, false, null);
        await temp.UseAsync(async db =>
        {
            db.Users.Add(officer);
            db.TwoSteps.Add(new TwoStep(officer.Id, TempDb.Now));
            db.Consents.Add(Consent.Answer(thom, 1, Purpose.Matching, null, true, act, new DateOnly(2027, 11, 23)));
            db.Outbox.Add(Invitations.For(officer, TempDb.Now));
            await db.SaveChangesAsync();
        });

        Assert.Equal("Vũ Thị Thơm", await temp.NameOfAsync(thom));
        await temp.UseAsync(async db =>
        {
            var account = await db.Users.Include(a => a.Communes).SingleAsync(a => a.NormalizedEmail == "HANH@EXAMPLE.VN");
            Assert.Equal(TempDb.KienAn, Assert.Single(account.Communes).CommuneCode);
            Assert.Equal(Totp.KeyBytes, (await db.TwoSteps.SingleAsync(t => t.AccountId == officer.Id)).Key.Length);
            Assert.Equal(TempDb.Now, (await db.Consents.SingleAsync(c => c.ReturneeId == thom)).At);
            Assert.Equal(MailState.Waiting, (await db.Outbox.SingleAsync(m => m.SubjectId == officer.Id)).State);
        });
    }

    [PostgresFact]
    public async Task Placements_that_lasted_are_counted_here_too()
    {
        await using var temp = await TempDb.OpenAsync(server.NewDatabase());
        var act = new ConsentAct(TempDb.Now, 1, ConsentWay.KioskCard, null, null, false, null);
        for (var i = 0; i < 6; i++)
        {
            var person = await temp.AddPersonAsync($"Vũ Thị Thơm {i}");
            var placement = Placement.FoundAlone(person, TempDb.KienAn, "may-cong-nghiep", Clock.DayOf(TempDb.Now), Actor.System, TempDb.Now);
            await temp.UseAsync(async db =>
            {
                db.Consents.Add(Consent.Answer(person, 1, Purpose.Statistics, null, i > 0, act, new DateOnly(2027, 11, 23)));
                db.Placements.Add(placement);
                db.Outcomes.Add(new Outcome(placement.Id, null, i == 1 ? WorkState.None : WorkState.Stable, 1, "[]", null, Actor.System, TempDb.Now));
                await db.SaveChangesAsync();
            });
        }

        var clock = new FakeTimeProvider(new DateTimeOffset(TempDb.Now));
        await temp.UseAsync(async db => Assert.Equal(5, await new CountLasting(db, StabilityRules.Read(), Vocabulary.Default, new MatchSettings(), clock).RunAsync(default)));
        await temp.UseAsync(async db => Assert.Equal(5, await new CountLasting(db, StabilityRules.Read(), Vocabulary.Default, new MatchSettings(), clock).RunAsync(default)));
        await temp.UseAsync(async db => Assert.Contains((await db.LastingCounts.SingleAsync()).Counts, c => c is { Cell: { Trade: "", Distance: null }, Known: 5 }));
        await temp.UseAsync(async db => Assert.Equal(0, await new WriteHistory(db, StabilityRules.Read(), Vocabulary.Default, new MatchSettings(), clock).RunAsync(TextWriter.Null, default)));
    }

    [PostgresFact]
    public async Task Five_tries_lock_an_account_for_a_quarter_of_an_hour_here_too()
    {
        await using var temp = await TempDb.OpenAsync(server.NewDatabase());
        var account = new Account(StaffRole.Administrator, "admin@example.vn", "Quản Trị");
        await temp.UseAsync(async db =>
        {
            db.Users.Add(account);
            await db.SaveChangesAsync();
        });

        await temp.UseAsync(async db =>
        {
            for (var i = 0; i < SignInTries.Allowed; i++)
                Assert.True(await db.TakeTryAsync(account.Id, TempDb.Now, default));
            Assert.False(await db.TakeTryAsync(account.Id, TempDb.Now, default));
            Assert.False(await db.TakeTryAsync(account.Id, TempDb.Now + SignInTries.LockLasts - TimeSpan.FromSeconds(1), default));
            Assert.True(await db.TakeTryAsync(account.Id, TempDb.Now + SignInTries.LockLasts, default));
        });
    }
}
