using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Referrals;

public sealed class LinkTokensTests
{
    [Fact]
    public void A_token_holds_160_secret_bits_is_the_same_each_time_and_another_under_another_key()
    {
        var id = Guid.CreateVersion7();
        var tokens = new LinkTokens(KeyRing.Ephemeral());
        Assert.Equal(tokens.TokenFor(id), tokens.TokenFor(id));
        Assert.Equal(LinkTokens.Length, tokens.TokenFor(id).Length);
        Assert.Matches("^[A-Za-z0-9_-]{48}$", tokens.TokenFor(id));
        Assert.NotEqual(tokens.TokenFor(id), new LinkTokens(KeyRing.Ephemeral()).TokenFor(id));
    }

    [Fact]
    public async Task A_token_finds_its_link_and_a_changed_one_finds_none()
    {
        await using var world = await World.BeginAsync();
        var officer = await world.GivenOfficer();
        var id = await world.GivenSentReferral(await world.GivenOpening(await world.GivenEmployer()), await world.GivenPerson(), officer);
        var tokens = world.The<LinkTokens>();
        var link = await world.Db(db => Task.FromResult(db.OneTimeLinks.Single()));
        var token = tokens.TokenFor(link.Id);

        Assert.Equal(id, (await world.Db(db => tokens.FindAsync(db, token, default)))!.ReferralId);
        foreach (var wrong in new[] { null, "", token[..^1], token + "A", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), tokens.TokenFor(Guid.CreateVersion7()), new string('A', 48), "đ" + token[1..] })
            Assert.Null(await world.Db(db => tokens.FindAsync(db, wrong, default)));
    }

    [Fact]
    public async Task The_token_is_nowhere_in_the_files_of_the_database()
    {
        await using var world = await World.BeginAsync();
        var officer = await world.GivenOfficer();
        await world.GivenSentReferral(await world.GivenOpening(await world.GivenEmployer()), await world.GivenPerson(), officer);
        var token = world.The<LinkTokens>().TokenFor(await world.Db(db => Task.FromResult(db.OneTimeLinks.Single().Id)));
        await world.Db(async db =>
        {
            await db.Database.OpenConnectionAsync(); // while one is open, another test that clears the pools takes no file away
            foreach (var file in Directory.EnumerateFiles(world.Folder, "workbridge.db*"))
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes);
                Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)) < 0, Path.GetFileName(file));
                Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("Quỳnh Giao")) < 0, Path.GetFileName(file));
            }
        });
    }
}
