using WorkBridge.Files;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>What the list of columns shows: the fields looked for, what was recognised, and the row of the headings.</summary>
public sealed record ColumnChoice(IReadOnlyList<ColumnField> Fields, ChosenColumns Columns, int HeadRow);
