using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

internal sealed class MentorshipMapping : IEntityTypeConfiguration<Mentorship>
{
    public void Configure(EntityTypeBuilder<Mentorship> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.NewMoves);
        // Two desks, two clicks: one that has not ended.
        builder.HasIndex(m => m.ReturneeId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(m => new { m.ReturneeId, m.AssignedAt });
        builder.HasIndex(m => new { m.MentorId, m.EndedAt });
        builder.HasIndex(m => new { m.CommuneCode, m.EndedAt });
        builder.HasOne<Returnee>().WithMany().HasForeignKey(m => m.ReturneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.MentorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MentorVisitMapping : IEntityTypeConfiguration<MentorVisit>
{
    public void Configure(EntityTypeBuilder<MentorVisit> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Ignore(v => v.Note);
        builder.Ignore(v => v.NewMoves);
        // One next visit, however often it is planned.
        builder.HasIndex(v => v.MentorshipId).IsUnique().HasFilter("\"State\" = 'Planned'");
        builder.HasIndex(v => new { v.MentorshipId, v.State });
        builder.HasIndex(v => new { v.ReturneeId, v.State, v.On });
        builder.HasOne<Mentorship>().WithMany().HasForeignKey(v => v.MentorshipId).OnDelete(DeleteBehavior.Restrict);
    }
}
