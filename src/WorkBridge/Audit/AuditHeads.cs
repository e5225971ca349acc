using System.Globalization;
using System.Security.Cryptography;
using WorkBridge.Data;

namespace WorkBridge.Audit;

/// <summary>A place in the audit chain that was noted outside the database.</summary>
public sealed record AuditMark(long Sequence, byte[] Mac);

/// <summary>What stands outside the database about the chain.</summary>
/// <param name="Newest">The end of the chain when it was last noted; null when nothing was ever noted.</param>
/// <param name="Marks">One for each day since the chain began, or was taken as it is the last time.</param>
/// <param name="TakenOn">The days on which the chain was taken as it was, without proof: the first start, or after a restore.</param>
/// <param name="Damaged">A line is not as it was written.</param>
public sealed record AuditNotes(AuditMark? Newest, IReadOnlyList<AuditMark> Marks, IReadOnlyList<DateOnly> TakenOn, bool Damaged);

/// <summary>
/// The end of the audit chain, noted in the folder of the keys, that is outside the database: with it a tail that was cut off and a
/// chain that was made anew are found. The newest end lies in one small file that is written over after every commit, in two lines in
/// turn, so that a line torn by a power cut leaves the one before; the first end of each day is a line that stays. Each line is
/// signed with the key of the chain.
/// </summary>
public sealed class AuditHeads(string folder, KeyRing keys)
{
    public const string NewestName = "audit-head.txt";
    public const string DaysName = "audit-days.txt";

    private const string Day = "day";
    private const string Taken = "taken";
    private const string Head = "head";

    private readonly Lock turn = new();
    private long noted = -1;
    private DateOnly day;

    /// <summary>Why the end could not be noted the last time: the kind of error; null when it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>
    /// Notes the newest end. Older than what was noted is passed over: another request's commit came first, or the chain was cut. The
    /// commit is done already, so that an error is kept for the administrator and not thrown.
    /// </summary>
    public void Note(AuditMark mark, DateOnly today)
    {
        lock (turn)
        {
            try
            {
                NoteInTurn(mark, today);
                Failure = null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Failure = e.GetType().Name;
            }
        }
    }

    /// <summary>
    /// Takes the chain as it ends now for the true one: after a restore, when what came after the backup is gone on purpose. That it
    /// was done, and when, stays in the file.
    /// </summary>
    public void Take(AuditMark? end, DateOnly today)
    {
        lock (turn)
        {
            var mark = end ?? new AuditMark(0, []);
            AddDay(Taken, today, mark);
            File.WriteAllText(Path.Combine(folder, NewestName), Line(Head, default, mark) + Line(Head, default, mark));
            noted = mark.Sequence;
        }
    }

    public AuditNotes Read()
    {
        var damaged = false;
        AuditMark? newest = null;
        var marks = new List<AuditMark>();
        var takenOn = new List<DateOnly>();
        foreach (var line in Lines(NewestName))
        {
            if (Mark(line, Head) is { } mark)
                newest = newest is null || mark.Sequence > newest.Sequence ? mark : newest;
        }

        foreach (var line in Lines(DaysName))
        {
            if (Mark(line, Day) is { } mark)
            {
                marks.Add(mark);
            }
            else if (Mark(line, Taken) is { } taken)
            {
                marks.RemoveAll(m => m.Sequence > taken.Sequence);
                marks.Add(taken);
                takenOn.Add(DateOnly.ParseExact(line.Split(' ')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
            else
            {
                damaged = true;
            }
        }

        marks.RemoveAll(m => m.Sequence == 0);
        // Days are noted, and what was noted last is not there: somebody took the file away or wrote into it.
        damaged |= newest is null && marks.Count > 0;
        return new(newest is { Sequence: 0 } ? null : newest, marks, takenOn, damaged);
    }

    private void NoteInTurn(AuditMark mark, DateOnly today)
    {
        noted = noted < 0 ? Read().Newest?.Sequence ?? 0 : noted;
        if (mark.Sequence <= noted)
            return;
        using (var file = new FileStream(Path.Combine(folder, NewestName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
            var line = System.Text.Encoding.ASCII.GetBytes(Line(Head, default, mark));
            file.Seek(line.Length * (mark.Sequence % 2), SeekOrigin.Begin);
            file.Write(line);
        }

        if (day != today)
            AddDay(Day, today, mark);
        (noted, day) = (mark.Sequence, today);
    }

    private IEnumerable<string> Lines(string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return [];
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private void AddDay(string kind, DateOnly on, AuditMark mark)
    {
        using var file = new FileStream(Path.Combine(folder, DaysName), FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Line(kind, on, mark)));
        file.Flush(flushToDisk: true);
    }

    private string Line(string kind, DateOnly on, AuditMark mark)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{kind} {on:yyyy-MM-dd} {mark.Sequence:D19} {(mark.Mac.Length == 0 ? new string('0', 64) : Convert.ToHexString(mark.Mac))}");
        return $"{said} {Convert.ToHexString(keys.Mac("audit head", said))}\n";
    }

    /// <summary>The place that a line names, when it is of this kind and as it was written.</summary>
    private AuditMark? Mark(string line, string kind)
    {
        var cut = line.LastIndexOf(' ');
        if (cut < 0 || !line.StartsWith(kind + " ", StringComparison.Ordinal) || line[..cut].Split(' ') is not [_, _, var number, var mac])
            return null;
        var signed = System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(keys.Mac("audit head", line[..cut])));
        return CryptographicOperations.FixedTimeEquals(signed, System.Text.Encoding.ASCII.GetBytes(line[(cut + 1)..])) ? new AuditMark(long.Parse(number, CultureInfo.InvariantCulture), Convert.FromHexString(mac)) : null;
    }
}
