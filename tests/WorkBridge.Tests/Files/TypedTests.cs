using System.Globalization;
using WorkBridge.Files;

namespace WorkBridge.Tests.Files;

public sealed class TypedTests
{
    [Theory]
    [InlineData("26/4/2022", "2022-04-26")]
    [InlineData("04-03-2021", "2021-03-04")]
    [InlineData("17.10.2020", "2020-10-17")]
    [InlineData("11/06/2022", "2022-06-11")]
    [InlineData(" 2/2/2023 ", "2023-02-02")]
    [InlineData("2022-04-26", "2022-04-26")]
    [InlineData("2022-04-26 00:00:00", "2022-04-26")]
    [InlineData("26042022", "2022-04-26")]
    [InlineData("26/4/22", "2022-04-26")]
    [InlineData("ngày 26 tháng 4 năm 2022", "2022-04-26")]
    [InlineData("29/02/2024", "2024-02-29")]
    [InlineData("29/02/2023", null)]
    [InlineData("13/13/2022", null)]
    [InlineData("4/2022", null)]
    [InlineData("2022", null)]
    [InlineData("hôm qua", null)]
    [InlineData("44397", "2021-07-20")]
    public void Days_are_read_day_first_in_every_spelling(string text, string? day)
    {
        Assert.Equal(day is not null, TypedDay.TryRead(Cell.OfText(text), out var read));
        Assert.Equal(day, read?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(CellKind.Number, "44397", "2021-07-20")]
    [InlineData(CellKind.Number, "2022", null)]
    [InlineData(CellKind.Number, "4032021", "2021-03-04")]
    [InlineData(CellKind.Date, "2021-07-20", "2021-07-20")]
    public void Days_are_read_from_numbers_too(CellKind kind, string text, string? day)
    {
        Assert.Equal(day is not null, TypedDay.TryRead(new Cell(kind, text), out var read));
        Assert.Equal(day, read?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_empty_cell_is_no_mistake()
    {
        Assert.True(TypedDay.TryRead(Cell.Empty, out var day));
        Assert.Null(day);
        Assert.True(TypedPhone.TryRead(Cell.OfText("  "), out var phone, out _));
        Assert.Null(phone);
    }

    [Theory]
    [InlineData("+84979763124", "+84979763124")]
    [InlineData("831562769", "+84831562769")]
    [InlineData("0369678994", "+84369678994")]
    [InlineData("0363 001 127", "+84363001127")]
    [InlineData("0363.001.127", "+84363001127")]
    [InlineData("84979763124", "+84979763124")]
    [InlineData("(024) 3825 1234", "+842438251234")]
    [InlineData("0363001127 / 0369678994", "+84363001127")]
    [InlineData("12345", null)]
    [InlineData("0123456789", null)]
    [InlineData("không có", null)]
    public void Phones_in_every_spelling_become_one(string typed, string? phone)
    {
        Assert.Equal(phone is not null, TypedPhone.TryRead(Cell.OfText(typed), out var read, out var several));
        Assert.Equal(phone, read);
        Assert.Equal(typed.Contains('/', StringComparison.Ordinal), several);
    }

    [Theory]
    [InlineData("7500000", 7_500_000L, 7_500_000L)]
    [InlineData("7.500.000", 7_500_000L, 7_500_000L)]
    [InlineData("7,500,000 đ", 7_500_000L, 7_500_000L)]
    [InlineData("7,5 triệu", 7_500_000L, 7_500_000L)]
    [InlineData("7.5", 7_500_000L, 7_500_000L)]
    [InlineData("8tr–10tr", 8_000_000L, 10_000_000L)]
    [InlineData("8 - 10 triệu đồng/tháng", 8_000_000L, 10_000_000L)]
    [InlineData("8tr5", 8_500_000L, 8_500_000L)]
    [InlineData("7500k", 7_500_000L, 7_500_000L)]
    [InlineData("từ 8 triệu", 8_000_000L, null)]
    [InlineData("Đến 10 triệu", null, 10_000_000L)]
    [InlineData("Thoả thuận", null, null)]
    [InlineData("", null, null)]
    public void Pay_is_read_as_people_write_it(string typed, long? min, long? max)
    {
        Assert.True(TypedPay.TryRange(typed, out var from, out var to));
        Assert.Equal((min, max), (from, to));
    }

    [Theory]
    [InlineData("cao")]
    [InlineData("8 10 12")]
    [InlineData("7500")]
    [InlineData("99999999999999999999")]
    [InlineData("7.50.000")]
    [InlineData("2 ca 8 tiếng")]
    [InlineData("-5")]
    public void What_is_no_pay_is_refused(string typed) =>
        Assert.False(TypedPay.TryRange(typed, out _, out _));
}
