using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Communes;

namespace WorkBridge.Employers;

internal sealed class EmployerMapping : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(Employer.NameLength);
        builder.Property(e => e.TaxCode).HasMaxLength(Employer.TaxCodeLength);
        builder.Ignore(e => e.NewMoves);
        builder.HasIndex(e => e.TaxCode).IsUnique();
        builder.HasIndex(e => e.CommuneCode);
        builder.HasOne<Commune>().WithMany().HasForeignKey(e => e.CommuneCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EmployerAliasMapping : IEntityTypeConfiguration<EmployerAlias>
{
    public void Configure(EntityTypeBuilder<EmployerAlias> builder)
    {
        builder.HasIndex(a => new { a.CommuneCode, a.Folded }).IsUnique();
        builder.HasOne<Employer>().WithMany().HasForeignKey(a => a.EmployerId).OnDelete(DeleteBehavior.Cascade);
    }
}
