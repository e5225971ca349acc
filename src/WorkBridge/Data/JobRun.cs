using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>
/// How a job ran last, on whichever node: kept with the data, so that a restart forgets neither what was done nor what was
/// slept through. One row a job.
/// </summary>
public sealed class JobRun
{
    public const int IdLength = 60;

    private JobRun()
    {
    }

    private JobRun(string id) => Id = id;

    /// <summary>The name of the job.</summary>
    public string Id { get; private set; } = "";

    /// <summary>When the last run ended, well or not; UTC.</summary>
    public DateTime EndedAt { get; private set; }

    /// <summary>When a run last ended well.</summary>
    public DateTime? SucceededAt { get; private set; }

    /// <summary>What the last run that ended well came to, in the job's own counting.</summary>
    public int? Did { get; private set; }

    /// <summary>The kind of error of the last run; null when it ended well. Never a message, which could hold what somebody typed.</summary>
    public string? Failure { get; private set; }

    public bool Failed => Failure is not null;

    /// <summary>Notes the end of a run.</summary>
    public static async Task NoteAsync(WorkBridgeDb db, string id, DateTime now, int? did, string? failure, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var run = await db.JobRuns.SingleOrDefaultAsync(r => r.Id == id, ct) ?? db.JobRuns.Add(new JobRun(id)).Entity;
            run.EndedAt = now;
            run.Failure = failure;
            if (failure is null)
                (run.SucceededAt, run.Did) = (now, did);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt == 1)
            {
                db.ChangeTracker.Clear(); // The first run of all, on two nodes at once.
            }
        }
    }
}
