using System.Text;
using WorkBridge.Openings;

namespace WorkBridge.Tests.Openings;

/// <summary>Asking for a record is allowed for coded work, for its trades, on the days of the law, and for nothing else.</summary>
public sealed class RecordBasesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("guarding", "bao-ve", true)]
    [InlineData("guarding", "may-cong-nghiep", false)]
    [InlineData("guarding", null, false)]
    [InlineData(null, "bao-ve", false)]
    [InlineData("sewing", "bao-ve", false)]
    public void The_shipped_list_covers_its_own_trades_only(string? basis, string? trade, bool allowed) =>
        Assert.Equal(allowed, RecordBases.Default.Allows(basis, trade, Today));

    [Fact]
    public void Every_shipped_entry_names_its_law_and_the_day_it_was_checked() => Assert.All(RecordBases.Default.All, b =>
    {
        Assert.NotEmpty(b.Source);
        Assert.NotEqual(default, b.CheckedOn);
        Assert.Contains(b.Confidence, new[] { "seen", "check" });
    });

    [Fact]
    public void A_law_that_ended_or_has_not_begun_allows_nothing()
    {
        var bases = Read("""[{"code":"x","vi":"x","en":"x","trades":["t"],"source":"Luật mẫu","from":"2026-01-01","to":"2026-06-30","checkedOn":"2026-01-01","confidence":"seen"}]""");

        Assert.True(bases.Allows("x", "t", new(2026, 6, 30)));
        Assert.False(bases.Allows("x", "t", new(2026, 7, 1)));
        Assert.False(bases.Allows("x", "t", new(2025, 12, 31)));
    }

    [Fact]
    public void An_entry_without_a_source_stops_the_start() => Assert.Throws<InvalidDataException>(() =>
        Read("""[{"code":"x","vi":"x","en":"x","trades":["t"],"source":"","from":"2026-01-01","checkedOn":"2026-01-01","confidence":"seen"}]"""));

    private static RecordBases Read(string json) => RecordBases.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
