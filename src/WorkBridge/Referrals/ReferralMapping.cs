using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Employers;
using WorkBridge.Returnees;

namespace WorkBridge.Referrals;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public const string OpenIndex = "IX_Referrals_OneOpen";

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(12);
        builder.Ignore(r => r.NewMoves);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.CommuneCode, r.State });
        builder.HasIndex(r => new { r.EmployerId, r.State });
        builder.HasIndex(r => new { r.ReturneeId, r.State });
        builder.HasIndex(r => new { r.State, r.AnswerBy });

        // One open referral of a person to an opening, whoever presses first.
        builder.HasIndex(r => new { r.ReturneeId, r.OpeningId })
            .IsUnique()
            .HasFilter($"\"State\" IN ({string.Join(", ", ReferralMoves.Open.Select(state => $"'{state}'"))})")
            .HasDatabaseName(OpenIndex);
        builder.HasOne(r => r.Opening).WithMany().HasForeignKey(r => r.OpeningId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employer>().WithMany().HasForeignKey(r => r.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(r => r.ReturneeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OneTimeLinkMapping : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.ReferralId);
        builder.HasIndex(l => l.PlacementId);
        builder.HasOne(l => l.Referral).WithMany().HasForeignKey(l => l.ReferralId).OnDelete(DeleteBehavior.Cascade);
    }
}
