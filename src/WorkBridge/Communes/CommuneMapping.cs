using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkBridge.Communes;

internal sealed class CommuneMapping : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(Commune.CodeLength);
        builder.Property(c => c.Name).HasMaxLength(Commune.NameLength);
        builder.Ignore(c => c.Point);
        builder.HasIndex(c => c.ProvinceCode);
        builder.HasIndex(c => c.Folded);
    }
}
