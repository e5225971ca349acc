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
