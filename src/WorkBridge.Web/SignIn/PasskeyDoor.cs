using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

/// <summary>
/// Passkeys over HTTP. The challenge waits in the database under the digest of a key that only this browser holds; it is taken
/// before the answer is looked at, so that no answer counts twice.
/// </summary>
public sealed class PasskeyDoor(WorkBridgeDb db, IPasskeyHandler<Account> handler, UserManager<Account> accounts, Site site, TimeProvider clock, IHttpContextAccessor accessor)
{
    private const string Cookie = "workbridge-passkey";

    private HttpContext Http => accessor.HttpContext!;

    private string Name => SignInCookies.Name(site, Cookie);

    /// <summary>Asks for any passkey of this site; which account it is, the passkey says.</summary>
    public async Task<string> AskAsync(CancellationToken ct)
    {
        var options = await handler.MakeRequestOptionsAsync(null, Http);
        await BeginAsync(SignInStepKind.PasskeySignIn, null, options.AssertionState, ct);
        return options.RequestOptionsJson;
    }

    /// <summary>The account whose passkey answered; null for every other answer.</summary>
    public async Task<Account?> AnswerAsync(string credentialJson, CancellationToken ct)
    {
        if (await TakeAsync(SignInStepKind.PasskeySignIn, null, ct) is not { } state)
            return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Http, CredentialJson = credentialJson, AssertionState = state });
        if (!result.Succeeded || result.User.Disabled)
            return null;
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await db.ForgetTriesAsync(result.User.Id, ct);
        return result.User;
    }

    /// <summary>Asks the browser to make a passkey for somebody signed in.</summary>
    public async Task<string> OfferAsync(Guid accountId, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.DisplayName }, Http);
        await BeginAsync(SignInStepKind.PasskeyRegistration, accountId, options.AttestationState, ct);
        return options.CreationOptionsJson;
    }

    /// <summary>The passkey that was made, checked; null when it does not fit what was asked.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Guid accountId, string credentialJson, CancellationToken ct)
    {
        if (await TakeAsync(SignInStepKind.PasskeyRegistration, accountId, ct) is not { } state)
            return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Http, CredentialJson = credentialJson, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == accountId.ToString() ? result.Passkey : null;
    }

    private async Task BeginAsync(SignInStepKind kind, Guid? accountId, string? state, CancellationToken ct)
    {
        var (step, key) = SignInStep.Begin(kind, accountId, state, clock.UtcNow(), SignInStep.PasskeyLasts);
        db.SignInSteps.Add(step);
        await db.SaveChangesAsync(ct);
        Http.Response.Cookies.Append(Name, key, SignInCookies.ForStep(site, Http, SignInStep.PasskeyLasts));
    }

    private async Task<string?> TakeAsync(SignInStepKind kind, Guid? accountId, CancellationToken ct)
    {
        if (Http.Request.Cookies[Name] is not { Length: > 0 } key)
            return null;
        Http.Response.Cookies.Delete(Name, SignInCookies.ForStep(site, Http, SignInStep.PasskeyLasts));
        var hash = SignInStep.Hash(key);
        var now = clock.UtcNow();
        var step = await db.SignInSteps.SingleOrDefaultAsync(s => s.KeyHash == hash && s.Kind == kind && s.AccountId == accountId, ct);
        if (step is null || !step.IsOpen(now))
            return null;
        var state = step.State;
        step.Take(now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        return state;
    }
}
