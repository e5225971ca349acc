using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>The password was right: begins the second step and returns its key, good once and for ten minutes.</summary>
public sealed class BeginCodeStep(WorkBridgeDb db, TimeProvider clock)
{
    public async Task<string> RunAsync(Guid accountId, CancellationToken ct)
    {
        var (step, key) = SignInStep.Begin(SignInStepKind.Code, accountId, null, clock.UtcNow(), SignInStep.CodeLasts);
        db.SignInSteps.Add(step);
        await db.SaveChangesAsync(ct);
        return key;
    }
}
