using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Employers;
using WorkBridge.Returnees;

namespace WorkBridge.Consents;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.ReturneeId, c.Sequence }).IsUnique();
        builder.HasIndex(c => new { c.Purpose, c.ExpiresOn });
        builder.HasIndex(c => new { c.ReturneeId, c.Purpose, c.ExpiresOn });
        // The database lets acts go with their person and never before (ConsentRows).
        builder.HasOne<Returnee>().WithMany().HasForeignKey(c => c.ReturneeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Employer>().WithMany().HasForeignKey(c => c.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsentReceiptMapping : IEntityTypeConfiguration<ConsentReceipt>
{
    public void Configure(EntityTypeBuilder<ConsentReceipt> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.CodeHash).IsUnique();
        builder.HasIndex(r => r.ReturneeId);
        builder.HasOne<Returnee>().WithMany().HasForeignKey(r => r.ReturneeId).OnDelete(DeleteBehavior.Cascade);
    }
}
