using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkBridge.Audit;

internal sealed class ReadingMapping : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.At);
        builder.HasMany(r => r.People).WithOne().HasForeignKey(p => p.ReadingId);
    }
}

internal sealed class ReadingPersonMapping : IEntityTypeConfiguration<ReadingPerson>
{
    public void Configure(EntityTypeBuilder<ReadingPerson> builder)
    {
        builder.HasKey(p => new { p.ReadingId, p.ReturneeId });
        builder.HasIndex(p => p.ReturneeId);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.Table).HasMaxLength(AuditEntry.TableLength);
    }
}
