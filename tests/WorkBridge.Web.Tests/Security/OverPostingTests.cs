using Microsoft.EntityFrameworkCore;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Fields that a page does not offer, sent along with every form by those who may send it.</summary>
public sealed class OverPostingTests
{
    private static readonly (string, string)[] Planted =
    [
        .. new[] { "", "Input.", "Edit.", "Opening.", "Person.", "Employer.", "Account." }.SelectMany(prefix => new (string, string)[]
        {
            (prefix + "OwnerCommuneCode", Given.NaDuong), (prefix + "EmployerId", "0199ffff-ffff-7fff-bfff-ffffffffffff"), (prefix + "OfficerId", "0199ffff-ffff-7fff-bfff-ffffffffffff"),
            (prefix + "ReturneeId", "0199ffff-ffff-7fff-bfff-ffffffffffff"), (prefix + "State", "Withdrawn"), (prefix + "Decision", "Given"), (prefix + "PlacesTaken", "77"),
            (prefix + "Disabled", "true"), (prefix + "TwoFactorEnabled", "false"), (prefix + "ProvinceCode", "20"), (prefix + "LastReferralAt", "2020-01-01"),
        }),
        ("CommuneCode", Given.NaDuong), ("Role", "Administrator"),
    ];

    [Fact]
    public async Task Fields_that_no_page_offers_change_nothing()
    {
        await using var street = await Street.BuildAsync();
        await street.BeginVisitAsync();
        var host = street.Host;
        var all = (await EndpointTable.OfAsync(host)).Where(a => a.Method == "POST" && a.Handler != "EndAll" && a.Route is not ("SignOut" or "Kiosk/Leave")).ToList();
        var accounts = await host.Db(db => db.Users.AsNoTracking().ToDictionaryAsync(a => a.Id, a => (a.Role, a.EmployerId)));
        var owners = await host.Db(db => db.Openings.AsNoTracking().ToDictionaryAsync(o => o.Id, o => (o.EmployerId, o.OwnerCommuneCode)));

        foreach (var who in new[] { "nobody", "other-officer", "other-contact", "contact", "person", "officer" })
        {
            var token = await street.TokenOf(who);
            foreach (var asked in all)
            {
                using var answer = await street.As(who).PostOnceAsync(street.Address(asked), [("__RequestVerificationToken", token), .. street.Form(asked), .. Planted]);
                Assert.True((int)answer.StatusCode < 500, $"{who} {asked.Name}");
            }
        }

        await host.Db(async db =>
        {
            Assert.All(await db.Users.AsNoTracking().ToListAsync(), a => Assert.Equal(accounts.TryGetValue(a.Id, out var was) ? was : (StaffRole.EmployerContact, a.EmployerId), (a.Role, a.EmployerId)));
            Assert.DoesNotContain(await db.Users.AsNoTracking().ToListAsync(), a => a.EmployerId == Guid.Parse("0199ffff-ffff-7fff-bfff-ffffffffffff"));
            Assert.All(await db.Openings.AsNoTracking().Where(o => owners.Keys.Contains(o.Id)).ToListAsync(), o => Assert.Equal(owners[o.Id], (o.EmployerId, o.OwnerCommuneCode)));
            Assert.Equal(0, await db.Openings.CountAsync(o => o.PlacesTaken == 77));
            Assert.Equal(0, await db.Returnees.CountAsync(r => r.CommuneCode == Given.NaDuong));
            Assert.Equal(0, await db.Consents.CountAsync(c => c.ReturneeId != street.Person.Id));
            Assert.Equal(0, await db.KioskDevices.CountAsync(d => d.CommuneCode == Given.NaDuong && d.CreatedById != Guid.Empty && d.Name != ""));
        });
    }
}
