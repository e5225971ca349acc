using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Email;
using WorkBridge.Search;

namespace WorkBridge.Data;

internal sealed class StateMoveMapping : IEntityTypeConfiguration<StateMove>
{
    public void Configure(EntityTypeBuilder<StateMove> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Noun).HasMaxLength(40);
        builder.Property(m => m.From).HasMaxLength(40);
        builder.Property(m => m.To).HasMaxLength(40);
        builder.Property(m => m.Code).HasMaxLength(60);
        builder.HasIndex(m => new { m.Noun, m.NounId });
        builder.HasIndex(m => new { m.ById, m.At });
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(m => m.To).HasMaxLength(OutboxMail.AddressLength);
        builder.Property(m => m.ClaimedBy).HasMaxLength(OutboxMail.ClaimedByLength);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.State, m.NextTryAt });
        builder.HasIndex(m => m.SubjectId);
    }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.Id).HasMaxLength(JobRun.IdLength);
        builder.Property(r => r.Failure).HasMaxLength(JobRun.IdLength * 2);
        builder.Ignore(r => r.Failed);
    }
}

internal sealed class IndexChangeMapping : IEntityTypeConfiguration<IndexChange>
{
    public void Configure(EntityTypeBuilder<IndexChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedOnAdd();
        builder.HasIndex(c => c.At);
    }
}
