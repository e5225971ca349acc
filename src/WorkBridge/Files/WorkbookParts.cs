using System.IO.Compression;

namespace WorkBridge.Files;

/// <summary>Where the parts of a workbook lie: its visible sheets in order, its shared texts and its styles.</summary>
internal sealed record WorkbookParts(IReadOnlyList<ZipArchiveEntry> Sheets, ZipArchiveEntry? SharedStrings, ZipArchiveEntry? Styles, bool From1904)
{
    public static WorkbookParts? Find(Dictionary<string, ZipArchiveEntry> parts, UnpackedBudget budget)
    {
        var root = Relations(parts, "", budget);
        var path = root.Find(r => r.Type == "officeDocument").Path ?? "xl/workbook.xml";
        if (!parts.TryGetValue(path, out var workbook))
            return null;

        var relations = Relations(parts, path, budget);
        var ids = new List<string>();
        var from1904 = false;
        using (var reader = new PartReader(workbook, budget))
        {
            var isWorkbook = false;
            while (reader.Next())
            {
                if (!reader.IsStart)
                    continue;
                isWorkbook |= reader.Name == "workbook";
                if (reader.Name == "workbookPr")
                    from1904 = reader.Attribute("date1904") is "1" or "true";
                else if (reader.Name == "sheet" && reader.Attribute("state") is null or "visible" && reader.Attribute("id") is { } id && ids.Count < FileLimits.ZipEntries)
                    ids.Add(id);
            }

            if (!isWorkbook)
                return null;
        }

        ZipArchiveEntry? Part(string? found) => found is not null && parts.TryGetValue(found, out var part) ? part : null;
        return new WorkbookParts(
            [.. ids.Select(id => Part(relations.Find(r => r.Id == id && r.Type == "worksheet").Path)).OfType<ZipArchiveEntry>()],
            Part(relations.Find(r => r.Type == "sharedStrings").Path),
            Part(relations.Find(r => r.Type == "styles").Path),
            from1904);
    }

    private static List<(string? Id, string? Type, string? Path)> Relations(Dictionary<string, ZipArchiveEntry> parts, string of, UnpackedBudget budget)
    {
        var slash = of.LastIndexOf('/') + 1;
        var folder = of[..slash];
        var found = new List<(string? Id, string? Type, string? Path)>();
        if (!parts.TryGetValue($"{folder}_rels/{of[slash..]}.rels", out var part))
            return found;
        using var reader = new PartReader(part, budget);
        while (reader.Next() && found.Count < 10 * FileLimits.ZipEntries)
        {
            if (!reader.IsStart || reader.Name != "Relationship" || reader.Attribute("TargetMode") == "External")
                continue;
            var type = reader.Attribute("Type");
            found.Add((reader.Attribute("Id"), type?[(type.LastIndexOf('/') + 1)..], Resolve(folder, reader.Attribute("Target") ?? "")));
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var steps = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".." or ""))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
