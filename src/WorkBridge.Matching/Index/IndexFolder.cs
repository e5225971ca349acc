using System.Globalization;
using LockObtainFailedException = Lucene.Net.Store.LockObtainFailedException;

namespace WorkBridge.Matching;

/// <summary>
/// The folder of the index: one folder for each generation and a small file that names the current one. The name
/// changes in one step, so a process that dies while building leaves the old one in force.
/// </summary>
internal sealed class IndexFolder(string folder, byte[]? key, string vocabulary)
{
    private const string Pointer = "current";

    /// <summary>The current generation when it is whole and of this format and vocabulary; otherwise null.</summary>
    public Generation? OpenKept(out long lastChange)
    {
        lastChange = 0;
        try
        {
            var pointer = Path.Combine(folder, Pointer);
            if (!File.Exists(pointer))
                return null;
            var kept = Path.Combine(folder, Path.GetFileName(File.ReadAllText(pointer).Trim()));
            var data = Generation.CommitDataOf(kept, key);
            if (data["format"] != MatchIndex.Format.ToString(CultureInfo.InvariantCulture) || data["vocabulary"] != vocabulary || data["complete"] != "yes")
                return null;
            var generation = Generation.Open(kept, key);
            lastChange = long.Parse(data["lastChange"], CultureInfo.InvariantCulture);
            return generation;
        }
        catch (LockObtainFailedException held)
        {
            throw new IOException("The index is in use by another process.", held);
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            // Whatever a damaged file makes Lucene throw, the answer is the same: build it again.
            return null;
        }
    }

    public Generation StartNew() => Generation.Create(NewName(), key);

    public Generation StartEmpty()
    {
        var empty = StartNew();
        empty.Commit(vocabulary, complete: false, 0);
        Point(empty);
        return empty;
    }

    private string NewName() => Path.Combine(folder, "g-" + Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture));

    public void Point(Generation generation)
    {
        var next = Path.Combine(folder, Pointer + ".next");
        File.WriteAllText(next, Path.GetFileName(generation.Folder));
        File.Move(next, Path.Combine(folder, Pointer), overwrite: true);
    }

    public void DeleteOthers(Generation current)
    {
        foreach (var other in Directory.EnumerateDirectories(folder, "g-*"))
        {
            if (other == current.Folder)
                continue;
            try
            {
                Directory.Delete(other, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Still read by a search on a system that locks open files: the next opening deletes it.
            }
        }
    }
}
