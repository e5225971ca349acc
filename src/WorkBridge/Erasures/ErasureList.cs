using System.Globalization;
using WorkBridge.Data;

namespace WorkBridge.Erasures;

/// <summary>
/// Who was erased, once more as a file beside the database: an older backup put in place of the database knows nothing of it, and
/// the file does. A random id and a day on each line; written through to the disk.
/// </summary>
public sealed class ErasureList(Storage storage)
{
    public const string FileName = "erased.txt";

    private readonly Lock turn = new();

    private string Path => System.IO.Path.Combine(storage.Folder, FileName);

    /// <summary>Carries over who was erased from the list of one folder to that of another: with a backup, and back with a restore.</summary>
    internal static void Carry(string fromFolder, string toFolder)
    {
        var (from, to) = (System.IO.Path.Combine(fromFolder, FileName), System.IO.Path.Combine(toFolder, FileName));
        if (!File.Exists(from) || from == to)
            return;
        var known = File.Exists(to) ? File.ReadAllLines(to).ToHashSet(StringComparer.Ordinal) : [];
        var added = File.ReadAllLines(from).Where(line => line.Length > 0 && known.Add(line)).ToList();
        if (added.Count > 0)
            File.AppendAllLines(to, added.Prepend(""));
    }

    public IReadOnlyDictionary<Guid, DateOnly> Read()
    {
        lock (turn)
        {
            var all = new Dictionary<Guid, DateOnly>();
            foreach (var line in File.Exists(Path) ? File.ReadAllLines(Path) : [])
            {
                // A line cut short by a power cut is passed over; the database has it, and the next start writes it again.
                if (line.Split(' ') is [var id, var day] && Guid.TryParseExact(id, "D", out var key) && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                    all[key] = on;
            }

            return all;
        }
    }

    public void Add(IReadOnlyCollection<Erasure> erasures)
    {
        lock (turn)
        {
            using var file = new FileStream(Path, FileMode.Append, FileAccess.Write);
            foreach (var erasure in erasures)
                file.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{erasure.Id:D} {erasure.On:yyyy-MM-dd}\n")));
            file.Flush(flushToDisk: true);
        }
    }
}
