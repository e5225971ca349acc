using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Kiosks;

/// <summary>What is printed once and kept nowhere: the code (with its check character) and the PIN.</summary>
public sealed record IssuedCard(string Code, string Pin)
{
    public const int CodeLength = 8;
    public const int PinLength = 6;
}

/// <summary>How card codes are looked up and PINs are kept.</summary>
public sealed class CardSecrets(KeyRing keys)
{
    /// <summary>OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512 with at least 210,000 rounds.</summary>
    private readonly PasswordHasher<PersonCard> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    private readonly Lazy<string> nobody = new(() => new PasswordHasher<PersonCard>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(null!, "nobody"));

    public byte[] Digest(string code) => keys.Mac("card", code);

    public string Hash(string pin) => hasher.HashPassword(null!, pin);

    /// <summary>Compares; without a card it burns the same time and says no.</summary>
    public bool Fits(PersonCard? card, string pin) =>
        hasher.VerifyHashedPassword(null!, card?.PinHash ?? nobody.Value, pin) != PasswordVerificationResult.Failed && card is not null;
}

/// <summary>Makes a card for somebody who may be helped. The old card is dead at once, and so is every visit that it opened.</summary>
public sealed class IssueCard(WorkBridgeDb db, CardSecrets secrets, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or foreign person, or not in the programme and has not asked for help.</exception>
    public async Task<IssuedCard> RunAsync(Guid returneeId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var person = await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (!person.MayBeHelped(Clock.DayOf(now)))
            throw new RuleBroken(Rule.NotInProgramme);
        foreach (var old in await db.PersonCards.Where(c => c.ReturneeId == returneeId && c.RevokedAt == null).ToListAsync(ct))
            old.Revoke(now);
        foreach (var visit in await db.KioskVisits.Where(v => v.ReturneeId == returneeId && v.EndedAt == null).ToListAsync(ct))
            visit.End(now);

        var issued = new IssuedCard(CheckedCode.Random(IssuedCard.CodeLength), NewPin());
        db.PersonCards.Add(new PersonCard(returneeId, secrets.Digest(issued.Code), secrets.Hash(issued.Pin), user.AccountId, now));
        await db.SaveChangesAsync(ct);
        return issued;
    }

    /// <summary>Six digits, at least four of them different: nothing that a finger tries first.</summary>
    private static string NewPin()
    {
        while (true)
        {
            var pin = RandomNumberGenerator.GetString("0123456789", IssuedCard.PinLength);
            if (pin.Distinct().Count() >= 4 && pin is not ("123456" or "654321" or "012345" or "543210"))
                return pin;
        }
    }
}
