namespace WorkBridge.Matching.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void The_library_rests_on_Lucene_and_the_runtime_alone()
    {
        string[] allowed = ["Lucene.Net", "J2N", "System", "netstandard", "mscorlib"];
        var references = typeof(MatchIndex).Assembly.GetReferencedAssemblies().Select(r => r.Name!).ToList();
        Assert.Contains(references, r => r == "Lucene.Net");
        Assert.All(references, r => Assert.Contains(allowed, a => r == a || r.StartsWith(a + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Scores_and_reasons_know_not_even_Lucene()
    {
        Type[] pure = [typeof(Scoring), typeof(ReasonText), typeof(Vocabulary), typeof(Vietnamese), typeof(MatchScore), typeof(Lasting), typeof(LastingCount)];
        foreach (var type in pure)
        {
            var seen = type.GetMembers().Select(m => m.ToString() ?? "");
            Assert.DoesNotContain(seen, m => m.Contains("Lucene", StringComparison.Ordinal));
        }
    }
}
