using WorkBridge.Openings;

namespace WorkBridge.Tests.Openings;

/// <summary>Two hundred phrases as an officer may write them about somebody (past-phrases.tsv): a hundred that tell the past, a hundred that only sound like it.</summary>
public sealed class PastPhrasesTests
{
    [Fact]
    public void A_hundred_phrases_that_tell_the_past_are_caught_and_a_hundred_that_do_not_are_left_alone()
    {
        using var stream = new StreamReader(typeof(PastPhrasesTests).Assembly.GetManifestResourceStream("past-phrases.tsv")!);
        var lines = stream.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        Assert.Equal((100, 100), (lines.Count(l => l[0] == "caught"), lines.Count(l => l[0] == "clean")));

        var missed = lines.Where(l => l[0] == "caught" && Wording.TellsOfThePast(l[1]).Count == 0).Select(l => l[1]);
        var falsely = lines.Where(l => l[0] == "clean" && Wording.TellsOfThePast(l[1]).Count > 0).Select(l => l[1] + ": " + Wording.TellsOfThePast(l[1])[0]);

        Assert.Empty(missed);
        Assert.Empty(falsely);
    }
}
