using System.Globalization;
using System.Text;
using WorkBridge.Data;

namespace WorkBridge.Email;

/// <summary>
/// This process as a sender of mail. Its name, which claims carry, is new at every start and stands in a file of the data folder
/// that the process holds locked for as long as it lives; the system unlocks it when the process ends, however it ends. A file
/// that can be locked therefore names processes that are gone: what they had claimed may be given back at once. The living, in
/// this folder or in another, are never touched. A folder that was copied from elsewhere names nobody: a file also holds its machine and path.
/// </summary>
public sealed class MailNode : IDisposable
{
    /// <summary>How long the server is left alone when it took nothing, once, twice, and from then on.</summary>
    public static readonly IReadOnlyList<TimeSpan> Rests = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(4)];

    private const int MostInFolder = 64;

    private readonly Lock turn = new();
    private readonly List<FileStream> held = [];
    private (bool Running, bool Again) run;
    private (int Times, DateTime Until) rest;

    public MailNode(Storage storage)
    {
        var folder = Path.Combine(storage.Folder, "nodes");
        PrivateFolder.Create(storage.Folder);
        PrivateFolder.Create(folder);
        var gone = new List<string>();
        for (var slot = 1; slot <= MostInFolder; slot++)
        {
            var path = Path.Combine(folder, slot.ToString(CultureInfo.InvariantCulture));
            if (held.Count > 0 && !File.Exists(path))
                break;
            if (TryHold(path) is { } file)
            {
                gone.AddRange(Names(file));
                held.Add(file);
            }
        }

        Gone = gone;
        if (held.Count > 0)
            Write(held[0], [.. gone, Name]);
    }

    public string Name { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>Processes of this folder that are no more and may have left claims.</summary>
    public IReadOnlyList<string> Gone { get; private set; }

    /// <summary>What the gone had claimed is given back.</summary>
    public void Forget()
    {
        Gone = [];
        foreach (var other in held.Skip(1))
        {
            Write(other, []);
            other.Dispose();
        }

        if (held.Count == 0)
            return;
        held.RemoveRange(1, held.Count - 1);
        Write(held[0], [Name]);
    }

    /// <summary>Takes the one turn of this process. While another has it, that one is told to look once more, and the answer is no.</summary>
    public bool TryEnter()
    {
        lock (turn)
        {
            run = (true, run.Running);
            return !run.Again;
        }
    }

    /// <summary>Gives the turn back; no while somebody asked for it meanwhile.</summary>
    public bool TryLeave()
    {
        lock (turn)
        {
            run = (run.Again, false);
            return !run.Running;
        }
    }

    /// <summary>Gives the turn back, whoever asked.</summary>
    public void Leave()
    {
        lock (turn)
            run = default;
    }

    /// <summary>Whether the server is left alone now.</summary>
    public bool IsResting(DateTime now) => now < rest.Until;

    /// <summary>The server took nothing: the next run waits, longer each time.</summary>
    public void Rest(DateTime now)
    {
        var times = Math.Min(rest.Times + 1, Rests.Count);
        rest = (times, now + Rests[times - 1]);
    }

    /// <summary>The server took a mail.</summary>
    public void Rested() => rest = default;

    public void Dispose() => held.ForEach(file => file.Dispose());

    private static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // Somebody alive has it.
        }
    }

    private static string Place(FileStream file) => Environment.MachineName + " " + Path.GetFullPath(file.Name);

    private static IEnumerable<string> Names(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines[0] == Place(file) ? lines[1..] : [];
    }

    private static void Write(FileStream file, IReadOnlyList<string> names)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', [Place(file), .. names]) + "\n");
        file.Position = 0;
        file.Write(bytes);
        file.SetLength(bytes.Length);
        file.Flush();
    }
}
