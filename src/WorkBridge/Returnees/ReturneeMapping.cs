using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Communes;

namespace WorkBridge.Returnees;

internal sealed class ReturneeMapping : IEntityTypeConfiguration<Returnee>
{
    public void Configure(EntityTypeBuilder<Returnee> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Code).HasMaxLength(12);
        builder.Ignore(r => r.Details);
        builder.Ignore(r => r.Initials);
        builder.Ignore(r => r.Pronoun);
        builder.Ignore(r => r.GivenName);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => r.CommuneCode);
        builder.HasIndex(r => new { r.CommuneCode, r.SurveyKey }).IsUnique();
        builder.HasOne<Commune>().WithMany().HasForeignKey(r => r.CommuneCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Periods).WithOne().HasForeignKey(p => p.ReturneeId);
    }
}

internal sealed class ProgrammePeriodMapping : IEntityTypeConfiguration<ProgrammePeriod>
{
    public void Configure(EntityTypeBuilder<ProgrammePeriod> builder) => builder.Property(p => p.Id).ValueGeneratedNever();
}

internal sealed class EmploymentStateMapping : IEntityTypeConfiguration<EmploymentState>
{
    public void Configure(EntityTypeBuilder<EmploymentState> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.ReturneeId, s.On });
        builder.HasIndex(s => s.CommuneCode);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(s => s.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SkillProfileMapping : IEntityTypeConfiguration<SkillProfile>
{
    public void Configure(EntityTypeBuilder<SkillProfile> builder)
    {
        builder.HasKey(p => p.ReturneeId);
        builder.Property(p => p.ReturneeId).ValueGeneratedNever();
        builder.Ignore(p => p.Content);
        builder.HasIndex(p => p.CommuneCode);
        builder.HasOne<Returnee>().WithOne().HasForeignKey<SkillProfile>(p => p.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}
