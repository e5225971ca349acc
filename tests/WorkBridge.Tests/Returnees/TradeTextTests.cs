using WorkBridge.Matching;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Returnees;

/// <summary>What is typed into a field of skills.</summary>
public sealed class TradeTextTests
{
    [Fact]
    public void Every_skill_of_the_vocabulary_can_be_typed_by_its_name_even_with_commas_in_it()
    {
        foreach (var skill in Vocabulary.Default.Skills)
        {
            Assert.Contains(skill.Code, TradeText.Skills("Skills", skill.Vi));
            Assert.Contains(skill.Code, TradeText.Skills("Skills", $"Hàn MIG, {skill.Vi}, Máy vắt sổ"));
            Assert.NotEmpty(TradeText.Skills("Skills", skill.En)); // two may share a name in English
        }
    }

    [Fact]
    public void What_is_no_skill_is_named_and_nothing_is_taken()
    {
        var broken = Assert.Throws<RuleBroken>(() => TradeText.Skills("Skills", "Hàn MIG, bay lên trời; Máy vắt sổ"));
        Assert.Contains("bay lên trời", broken.Words!.Value.Vi, StringComparison.Ordinal);
    }
}
