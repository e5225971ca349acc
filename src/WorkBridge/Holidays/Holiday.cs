namespace WorkBridge.Holidays;

/// <summary>One public holiday of one year: its own day (of Tết, the first of the lunar year) and the days off around it, those made up for included.</summary>
public sealed record Holiday(HolidayKind Kind, DateOnly Day, DateOnly From, DateOnly To, HolidayConfidence Confidence);

public enum HolidayKind
{
    NewYear,
    Tet,
    HungKings,
    Reunification,
    Labour,
    National,
}

/// <summary>How sure the days off are: fixed by the law alone, decided and announced for that year, or expected until that is done.</summary>
public enum HolidayConfidence
{
    ByLaw,
    Announced,
    Expected,
}
