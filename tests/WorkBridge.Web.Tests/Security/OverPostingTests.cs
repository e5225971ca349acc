using Microsoft.EntityFrameworkCore;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Every form, filled in and sent by those whose it is, with fields that no page offers sent along.</summary>
public sealed class OverPostingTests
{
    private static readonly IReadOnlyList<(string Name, string Value)> Planted =
    [
        .. new[] { "", "Input.", "Edit.", "Opening.", "Person.", "Employer.", "Account.", "Referral.", "Placement." }.SelectMany(prefix => new[]
        {
            ("OwnerCommuneCode", Given.NaDuong), ("CommuneCode", Given.NaDuong), ("CommuneCodes", Given.NaDuong), ("EmployerId", Street.Nobody), ("OfficerId", Street.Nobody),
            ("ReturneeId", Street.Nobody), ("AccountId", Street.Nobody), ("ById", Street.Nobody), ("State", "Withdrawn"), ("Decision", "Given"), ("Role", nameof(StaffRole.Administrator)),
            ("PlacesTaken", "77"), ("Version", "77"), ("Attempts", "77"), ("Disabled", "true"), ("TwoFactorEnabled", "false"), ("EmailConfirmed", "true"), ("ProvinceCode", "20"), ("LastReferralAt", "2020-01-01"),
        }.Select(field => (prefix + field.Item1, field.Item2))),
    ];

    [Fact]
    public async Task Fields_that_no_page_offers_change_nothing()
    {
        await using var street = await Street.BuildAsync();
        await street.BeginVisitAsync();
        var host = street.Host;
        var administrators = await host.Db(db => db.Users.CountAsync(a => a.Role == StaffRole.Administrator));
        var owners = await host.Db(db => db.Openings.AsNoTracking().ToDictionaryAsync(o => o.Id, o => (o.EmployerId, o.OwnerCommuneCode, o.State)));
        var referrals = await host.Db(db => db.Referrals.AsNoTracking().ToDictionaryAsync(r => r.Id, r => (r.EmployerId, r.ReturneeId, r.State)));
        var elsewhere = await Rows.HoldingAsync(host, Given.NaDuong);

        var sent = await new FormWalk(street, Planted).RunAsync("nobody", "contact", "person", "screen", "coordinator", "mentor", "officer");
        Strict.None([.. sent.Where(s => s.Status >= 500).Select(s => $"{s}")]);
        var accepted = sent.Where(s => s.Accepted).Select(s => s.Page).ToHashSet(StringComparer.Ordinal);
        foreach (var page in new[] { "Employers/Register", "Hire/Contacts", "Hire/Openings/{id:guid}/Check", "Hire/Openings/{id:guid}/Work", "Hire/Referrals/{id:guid}", "R/{token}", "Kiosk/Employer/{referralId:guid?}", "Kiosk/Questions/{purpose?}", "Employers/{id:guid}", "Openings/{id:guid}/Review", "Openings/Import", "Placements/{id:guid}/FollowUp", "Referrals/Prepare", "Referrals/{id:guid}", "Returnees/Add", "Returnees/{id:guid}/Card", "Returnees/{id:guid}/Consent", "Returnees/{id:guid}/Edit", "Returnees/{id:guid}/Programme", "Returnees/{id:guid}/Skills", "Returnees/{id:guid}/State" })
            Assert.True(accepted.Contains("GET /" + page), $"No form of {page} was taken:\n{string.Join('\n', sent.Where(s => !s.Accepted))}");

        Assert.Equal([], await Rows.HoldingAsync(host, Street.Nobody));
        Assert.Equal(elsewhere, await Rows.HoldingAsync(host, Given.NaDuong));
        await host.Db(async db =>
        {
            Assert.Equal(administrators, await db.Users.CountAsync(a => a.Role == StaffRole.Administrator));
            Assert.All(await db.Openings.AsNoTracking().ToListAsync(), o =>
            {
                Assert.True(o.PlacesTaken < 77 && o.Version < 77);
                if (owners.TryGetValue(o.Id, out var was))
                    Assert.Equal((was.EmployerId, was.OwnerCommuneCode), (o.EmployerId, o.OwnerCommuneCode));
            });
            Assert.All(await db.Referrals.AsNoTracking().Where(r => referrals.Keys.Contains(r.Id)).ToListAsync(), r => Assert.Equal((referrals[r.Id].EmployerId, referrals[r.Id].ReturneeId), (r.EmployerId, r.ReturneeId)));
            // A state is one to which a written move has led, or the one in which it was found.
            var moves = (await db.StateMoves.AsNoTracking().ToListAsync()).ToLookup(m => m.NounId, m => m.To);
            foreach (var opening in await db.Openings.AsNoTracking().ToListAsync())
                Assert.Contains($"{opening.State}", moves[opening.Id].Append($"{(owners.TryGetValue(opening.Id, out var was) ? was.State : OpeningState.Draft)}"));
            foreach (var referral in await db.Referrals.AsNoTracking().ToListAsync())
                Assert.Contains($"{referral.State}", moves[referral.Id].Append($"{(referrals.TryGetValue(referral.Id, out var was) ? was.State : ReferralState.Prepared)}"));
        });
    }
}
