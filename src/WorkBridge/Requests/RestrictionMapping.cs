using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Returnees;

namespace WorkBridge.Requests;

internal sealed class RestrictionMapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Said);
        builder.Ignore(r => r.NewMoves);
        builder.HasIndex(r => new { r.ReturneeId, r.LiftedAt });
        builder.HasOne<Returnee>().WithMany().HasForeignKey(r => r.ReturneeId).OnDelete(DeleteBehavior.Restrict);
    }
}
