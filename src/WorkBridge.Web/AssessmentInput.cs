using WorkBridge.Placements;
using WorkBridge.Training;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web;

/// <summary>The form of an end assessment, wherever it is filled in.</summary>
public class AssessmentInput
{
    public TrainingResult? Result { get; set; }

    public DateOnly? LastDay { get; set; }

    public List<string>? Learnt { get; set; }

    public bool HasCertificate { get; set; }

    public EndReason? Reason { get; set; }

    public string? Words { get; set; }

    public bool Signed { get; set; }

    public AssessmentFacts Facts => new(Result, LastDay, Learnt ?? [], HasCertificate, Reason, Words);
}

/// <summary>A page with that form: where it is sent to, what the slot teaches, and what signing means here.</summary>
public interface IAssessing
{
    AssessmentInput Input { get; }

    string AssessAction { get; }

    IReadOnlyList<ChoiceView> Teaches { get; }

    string SignWords { get; }

    /// <summary>What the slot teaches, as boxes to tick.</summary>
    static IReadOnlyList<ChoiceView> Boxes(IEnumerable<string> codes) => [.. codes.Select(code => new ChoiceView(code, TrainingText.Learnt(code).ToString()))];
}
