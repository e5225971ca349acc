namespace WorkBridge.Returnees;

/// <summary>People by their latest employment state; unknown is shown apart and never counted as "no work".</summary>
public sealed record EmploymentCounts(int Stable, int Unstable, int None, int Unknown)
{
    public static readonly EmploymentCounts Empty = new(0, 0, 0, 0);

    public int Total => Stable + Unstable + None + Unknown;

    /// <summary>In the order of the report, for the three-way bar; unknown only where there is somebody.</summary>
    public IReadOnlyList<int> Parts => Unknown > 0 ? [Stable, Unstable, None, Unknown] : [Stable, Unstable, None];

    public static EmploymentCounts operator +(EmploymentCounts a, EmploymentCounts b) =>
        new(a.Stable + b.Stable, a.Unstable + b.Unstable, a.None + b.None, a.Unknown + b.Unknown);

    public static EmploymentCounts operator -(EmploymentCounts a, EmploymentCounts b) =>
        new(a.Stable - b.Stable, a.Unstable - b.Unstable, a.None - b.None, a.Unknown - b.Unknown);

    public static EmploymentCounts Of(IEnumerable<WorkState> states) => states.Aggregate(Empty, (counts, state) => counts + One(state, 1));

    public static EmploymentCounts One(WorkState state, int people) => state switch
    {
        WorkState.Stable => new(people, 0, 0, 0),
        WorkState.Unstable => new(0, people, 0, 0),
        WorkState.None => new(0, 0, people, 0),
        _ => new(0, 0, 0, people),
    };
}

/// <summary>Both cuts of the report for one commune: everybody, and those still in the programme.</summary>
public sealed record CommuneEmployment(string CommuneCode, EmploymentCounts Everybody, EmploymentCounts InProgramme);
