namespace WorkBridge.Evaluation;

/// <summary>What to read and write.</summary>
internal sealed record Options(string Corpus, string Queries, string? Judgements, string? Run, string? Variant, bool Split)
{
    public static Options? Parse(string[] args)
    {
        if (args is [var folder, ..] && Directory.Exists(folder))
        {
            return new Options(
                Path.Combine(folder, "corpus.jsonl"),
                Path.Combine(folder, "queries.dev.jsonl"),
                Path.Combine(folder, "qrels.dev.tsv"),
                After(args, "--run"),
                After(args, "--variant"),
                args.Contains("--split"));
        }
        return After(args, "--corpus") is { } corpus && After(args, "--queries") is { } queries
            ? new Options(corpus, queries, After(args, "--qrels"), After(args, "--run"), After(args, "--variant"), args.Contains("--split"))
            : null;
    }

    private static string? After(string[] args, string name)
    {
        var i = Array.IndexOf(args, name);
        return i >= 0 && i + 1 < args.Length ? args[i + 1] : null;
    }
}
