using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkBridge.Returnees;

internal sealed class ProfileChangeMapping : IEntityTypeConfiguration<ProfileChange>
{
    public void Configure(EntityTypeBuilder<ProfileChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Said);
        builder.Ignore(c => c.NewMoves);
        builder.HasIndex(c => new { c.ReturneeId, c.EndedAt });
        builder.HasIndex(c => new { c.CommuneCode, c.EndedAt });
        builder.HasOne<Returnee>().WithMany().HasForeignKey(c => c.ReturneeId).OnDelete(DeleteBehavior.Restrict);
    }
}
