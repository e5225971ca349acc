using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Employers;

namespace WorkBridge.Openings;

internal sealed class OpeningMapping : IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<Opening> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Title).HasMaxLength(Opening.TitleLength);
        builder.Property(o => o.ImportKey).HasMaxLength(Opening.ImportKeyLength);
        builder.Ignore(o => o.NewMoves);
        builder.Ignore(o => o.Content);
        builder.HasIndex(o => new { o.EmployerId, o.ImportKey }).IsUnique();
        builder.HasIndex(o => new { o.State, o.OwnerCommuneCode });
        builder.HasIndex(o => new { o.State, o.ClosesOn });
        builder.HasOne<Employer>().WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}
