using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Returnees;

namespace WorkBridge.Support;

internal sealed class SupportRequestMapping : IEntityTypeConfiguration<SupportRequest>
{
    public void Configure(EntityTypeBuilder<SupportRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Said);
        builder.Ignore(r => r.NewMoves);
        // Two touches, two screens, two desks: one open request of a kind.
        builder.HasIndex(r => new { r.ReturneeId, r.Kind }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(r => new { r.CommuneCode, r.State });
        builder.HasOne<Returnee>().WithMany().HasForeignKey(r => r.ReturneeId).OnDelete(DeleteBehavior.Restrict);
    }
}
