using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Communes;
using WorkBridge.Employers;

namespace WorkBridge.Staff;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.DisplayName).HasMaxLength(Account.NameLength);
        builder.Property(a => a.Unit).HasMaxLength(Account.UnitLength);
        // A code counts once: two requests with the same code cannot both save the step.
        builder.Property(a => a.LastTotpStep).IsConcurrencyToken();
        builder.Ignore(a => a.IsStaff);
        builder.HasOne<Employer>().WithMany().HasForeignKey(a => a.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Communes).WithOne().HasForeignKey(c => c.AccountId);
    }
}

internal sealed class AccountCommuneMapping : IEntityTypeConfiguration<AccountCommune>
{
    public void Configure(EntityTypeBuilder<AccountCommune> builder)
    {
        builder.HasKey(c => new { c.AccountId, c.CommuneCode });
        builder.HasOne<Commune>().WithMany().HasForeignKey(c => c.CommuneCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInSessionMapping : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TwoStepMapping : IEntityTypeConfiguration<TwoStep>
{
    public void Configure(EntityTypeBuilder<TwoStep> builder)
    {
        builder.HasKey(t => t.AccountId);
        builder.Ignore(t => t.Key);
        builder.Ignore(t => t.RecoveryLeft);
        builder.Property(t => t.AccountId).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<TwoStep>(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignInStepMapping : IEntityTypeConfiguration<SignInStep>
{
    public void Configure(EntityTypeBuilder<SignInStep> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
