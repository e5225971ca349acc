using WorkBridge.Audit;

namespace WorkBridge.Data;

/// <summary>What is told of a commit: wired once at start (the index keeper and the mail nudge); unset, nothing is told.</summary>
public sealed class AfterCommit
{
    /// <summary>Brings this node's index up to the changes just committed; awaited, so that a withdrawal is effective before the page answers.</summary>
    public Func<Task>? FollowIndex { get; set; }

    /// <summary>Wakes mail delivery. A lost nudge costs a minute, never a mail.</summary>
    public Action? NudgeMail { get; set; }

    /// <summary>Notes the newest link of the audit chain outside the database.</summary>
    public Action<AuditEntry>? NoteAudit { get; set; }

    internal async Task RunAsync(bool indexChanged, bool mailAdded, AuditEntry? link = null)
    {
        if (link is not null)
            NoteAudit?.Invoke(link);
        if (indexChanged && FollowIndex is { } follow)
            await follow();
        if (mailAdded)
            NudgeMail?.Invoke();
    }
}
