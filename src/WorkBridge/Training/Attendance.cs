using WorkBridge.Data;

namespace WorkBridge.Training;

/// <summary>How somebody attended one day of a training slot.</summary>
public enum AttendanceMark
{
    Present,
    PartOfDay,

    /// <summary>Not there, and had said so.</summary>
    Excused,

    Absent,
}

/// <summary>One day of a training slot as the register has it (điểm danh). Append-only: of one day the last mark counts, earlier ones stay.</summary>
public sealed class Attendance : IAppendOnly
{
    /// <summary>Days back for which a register may still be filled in.</summary>
    public const int DaysBack = 60;

    private Attendance()
    {
    }

    public Attendance(Guid placementId, DateOnly day, AttendanceMark mark, Actor by, DateTime recordedAt) =>
        (PlacementId, Day, Mark, ByKind, ById, RecordedAt) = (placementId, day, mark, by.Kind, by.Id, recordedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PlacementId { get; private set; }

    public DateOnly Day { get; private set; }

    public AttendanceMark Mark { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    public DateTime RecordedAt { get; private set; }
}
