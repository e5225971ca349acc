using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkBridge.Data;

/// <summary>Opens the sealed part of a row when it is read.</summary>
public sealed class OpeningInterceptor(KeyRing keys) : IMaterializationInterceptor
{
    public object InitializedInstance(MaterializationInterceptionData materializationData, object instance)
    {
        if (instance is ISealed row && row.Sealed.Length > 0)
            row.Plain = keys.Unseal(row.Sealed, SealedTable.Of(instance.GetType()), row.SealId);
        return instance;
    }
}

/// <summary>Seals what changed before it is saved.</summary>
public sealed class SealingInterceptor(KeyRing keys) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Seal(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Seal(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Seal(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ISealed>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (entry.Entity.Sealed.Length == 0)
                entry.Property(nameof(ISealed.Sealed)).CurrentValue = keys.Seal(entry.Entity.Plain, SealedTable.Of(entry.Entity.GetType()), entry.Entity.SealId);
        }
    }
}

internal static class SealedTable
{
    /// <summary>The name a value is bound to. The type's name, so that a renamed table does not lock its rows.</summary>
    public static string Of(Type type) => type.Name;
}
