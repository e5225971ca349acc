using Microsoft.EntityFrameworkCore;
using WorkBridge.Staff;
using WorkBridge.Tests.Data;

namespace WorkBridge.Tests.Staff;

public sealed class SignInTriesTests
{
    [Fact]
    public async Task Fifty_tries_at_once_are_five()
    {
        await using var temp = await TempDb.OpenAsync();
        var account = await AddAsync(temp);

        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => temp.ReadAsync(db => db.TakeTryAsync(account.Id, TempDb.Now, default)))));

        Assert.Equal(SignInTries.Allowed, taken.Count(t => t));
    }

    [Fact]
    public async Task The_lock_lasts_a_quarter_of_an_hour_from_the_last_try()
    {
        await using var temp = await TempDb.OpenAsync();
        var account = await AddAsync(temp);
        await temp.UseAsync(async db =>
        {
            for (var i = 0; i < SignInTries.Allowed; i++)
                Assert.True(await db.TakeTryAsync(account.Id, TempDb.Now, default));

            Assert.False(await db.TakeTryAsync(account.Id, TempDb.Now + SignInTries.LockLasts - TimeSpan.FromSeconds(1), default));
            Assert.True(await db.TakeTryAsync(account.Id, TempDb.Now + SignInTries.LockLasts, default));
        });
    }

    [Fact]
    public async Task A_right_last_try_lifts_the_lock_and_earlier_failures_stay_counted_until_the_end()
    {
        await using var temp = await TempDb.OpenAsync();
        var account = await AddAsync(temp);
        await temp.UseAsync(async db =>
        {
            for (var i = 0; i < SignInTries.Allowed; i++)
                await db.TakeTryAsync(account.Id, TempDb.Now, default);

            await db.ReturnTryAsync(account.Id, default);
            Assert.True(await db.TakeTryAsync(account.Id, TempDb.Now, default));
            Assert.False(await db.TakeTryAsync(account.Id, TempDb.Now, default));
            await db.ForgetTriesAsync(account.Id, default);
            Assert.Equal(0, await db.Users.Where(a => a.Id == account.Id).Select(a => a.AccessFailedCount).SingleAsync());
            Assert.True(await db.TakeTryAsync(account.Id, TempDb.Now, default));
        });
    }

    [Fact]
    public void Only_a_demonstration_lets_staff_in_without_a_second_step()
    {
        var officer = new Account(StaffRole.Officer, "hanh@example.vn", "Lê Thu Hạnh");
        var contact = Account.ForContact("mai@example.vn", "Trần Thị Mai", Guid.CreateVersion7());

        Assert.True(officer.NeedsSecondStep(new Site()));
        Assert.False(officer.NeedsSecondStep(new Site { Demo = true }));
        Assert.False(contact.NeedsSecondStep(new Site()));
    }

    private static async Task<Account> AddAsync(TempDb temp)
    {
        var account = new Account(StaffRole.Administrator, "admin@example.vn", "Quản Trị");
        await temp.UseAsync(async db =>
        {
            db.Users.Add(account);
            await db.SaveChangesAsync();
        });
        return account;
    }
}
