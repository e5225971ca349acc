using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Communes;
using WorkBridge.Openings;
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
        builder.HasIndex(v => new { v.DeviceId, v.EndedAt });
        builder.HasOne<KioskDevice>().WithMany().HasForeignKey(v => v.DeviceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(v => v.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DeskOpeningMapping : IEntityTypeConfiguration<DeskOpening>
{
    public void Configure(EntityTypeBuilder<DeskOpening> builder)
    {
        builder.HasIndex(d => new { d.DeviceId, d.ExpiresAt });
        builder.HasOne<KioskDevice>().WithMany().HasForeignKey(d => d.DeviceId).OnDelete(DeleteBehavior.Cascade);
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

internal sealed class KioskTryMapping : IEntityTypeConfiguration<KioskTry>
{
    public void Configure(EntityTypeBuilder<KioskTry> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.Kind, t.At });
    }
}

internal sealed class HelpCallMapping : IEntityTypeConfiguration<HelpCall>
{
    public void Configure(EntityTypeBuilder<HelpCall> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.CommuneCode, c.AnsweredAt });
        builder.HasOne<KioskDevice>().WithMany().HasForeignKey(c => c.DeviceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InterestMapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(Interest.NumberLength);
        builder.HasIndex(i => new { i.CommuneCode, i.AnsweredAt });
        builder.HasOne<Opening>().WithMany().HasForeignKey(i => i.OpeningId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(i => i.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}
