using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Referrals;
using WorkBridge.Returnees;

namespace WorkBridge.Placements;

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.NewMoves);
        builder.HasIndex(p => p.ReferralId).IsUnique();
        builder.HasIndex(p => new { p.CommuneCode, p.State });
        builder.HasIndex(p => p.ReturneeId);
        builder.HasOne<Referral>().WithMany().HasForeignKey(p => p.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(p => p.ReturneeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Note);
        builder.HasIndex(f => f.PlacementId);
        builder.HasIndex(f => new { f.ById, f.RecordedAt });
        builder.HasOne<Placement>().WithMany().HasForeignKey(f => f.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LastingCountsMapping : IEntityTypeConfiguration<LastingCounts>
{
    public void Configure(EntityTypeBuilder<LastingCounts> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Counts);
    }
}

internal sealed class OutcomeMapping : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => o.PlacementId);
        builder.HasOne<Placement>().WithMany().HasForeignKey(o => o.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}
