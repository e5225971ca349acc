using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Placements;

namespace WorkBridge.Training;

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.PlacementId, a.Day });
        builder.HasOne<Placement>().WithMany().HasForeignKey(a => a.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EndAssessmentMapping : IEntityTypeConfiguration<EndAssessment>
{
    public void Configure(EntityTypeBuilder<EndAssessment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Words);
        builder.Ignore(a => a.Learnt);
        builder.HasIndex(a => new { a.PlacementId, a.SignedAt });
        builder.HasOne<Placement>().WithMany().HasForeignKey(a => a.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssessmentAnswerMapping : IEntityTypeConfiguration<AssessmentAnswer>
{
    public void Configure(EntityTypeBuilder<AssessmentAnswer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Words);
        builder.Ignore(a => a.Agrees);
        // Two screens, two touches: one answer to each assessment.
        builder.HasIndex(a => a.AssessmentId).IsUnique();
        builder.HasOne<EndAssessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
