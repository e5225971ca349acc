using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Communes;
using WorkBridge.Returnees;

namespace WorkBridge.Kiosks;

internal sealed class KioskDeviceMapping : IEntityTypeConfiguration<KioskDevice>
{
    public void Configure(EntityTypeBuilder<KioskDevice> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(KioskDevice.NameLength);
        builder.HasIndex(d => d.TokenHash).IsUnique();
        builder.HasIndex(d => d.CommuneCode);
        builder.HasOne<Commune>().WithMany().HasForeignKey(d => d.CommuneCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KioskVisitMapping : IEntityTypeConfiguration<KioskVisit>
{
    public void Configure(EntityTypeBuilder<KioskVisit> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => v.KeyHash).IsUnique();
        builder.HasOne<KioskDevice>().WithMany().HasForeignKey(v => v.DeviceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(v => v.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DeskOpeningMapping : IEntityTypeConfiguration<DeskOpening>
{
    public void Configure(EntityTypeBuilder<DeskOpening> builder)
    {
        builder.HasIndex(d => d.CodeHash);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(d => d.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonCardMapping : IEntityTypeConfiguration<PersonCard>
{
    public void Configure(EntityTypeBuilder<PersonCard> builder)
    {
        builder.HasIndex(c => c.CodeHash).IsUnique();
        builder.HasIndex(c => c.ReturneeId);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(c => c.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}
