using WorkBridge.Kiosks;

namespace WorkBridge.Tests.Kiosks;

public sealed class CheckedCodeTests
{
    public static TheoryData<int> Lengths => [5, IssuedCard.CodeLength, WorkBridge.Consents.ReceiptCodes.Length];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_single_wrong_character_is_caught(int length)
    {
        foreach (var code in Codes(length))
        {
            foreach (var (i, wrong) in from i in Enumerable.Range(0, length) from c in CheckedCode.Alphabet where c != code[i] select (i, c))
                Assert.Null(CheckedCode.Read(code[..i] + wrong + code[(i + 1)..], length));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_swap_of_two_characters_is_caught(int length)
    {
        foreach (var code in Codes(length))
        {
            foreach (var (i, j) in from i in Enumerable.Range(0, length) from j in Enumerable.Range(i + 1, length - i - 1) where code[i] != code[j] select (i, j))
            {
                var swapped = code.ToCharArray();
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                Assert.Null(CheckedCode.Read(new string(swapped), length));
            }
        }
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("{1}")]
    public void A_code_is_read_as_people_type_it(string typed)
    {
        var code = CheckedCode.Random(10);

        Assert.Equal(code, CheckedCode.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, code.ToLowerInvariant(), CheckedCode.Show(code)), 10));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("OOOOOOOOOO")]
    [InlineData("ẠẠẠẠẠẠẠẠẠẠ")]
    [InlineData("'; DROP --")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(CheckedCode.Read(typed, 10));

    [Fact]
    public void No_character_looks_like_another() =>
        Assert.Empty(CheckedCode.Alphabet.Intersect("0OQ1IL2Z5S8BG"));

    [Fact]
    public void The_same_secret_gives_the_same_code_and_another_gives_another()
    {
        var a = new byte[32];
        var b = new byte[32];
        b[15] = 1;

        Assert.Equal(CheckedCode.Of(a, 10), CheckedCode.Of(a, 10));
        Assert.NotEqual(CheckedCode.Of(a, 10), CheckedCode.Of(b, 10));
        Assert.NotNull(CheckedCode.Read(CheckedCode.Of(b, 10), 10));
    }

    private static IEnumerable<string> Codes(int length) => Enumerable.Range(0, 60).Select(_ => CheckedCode.Random(length));
}
