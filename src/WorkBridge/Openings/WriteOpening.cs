using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>
/// Keeps a draft as it is written, page by page: what is missing or may not be posted is no fault yet, only what is too long
/// to keep. <see cref="RunAsync"/> answers the opening's id.
/// </summary>
public sealed class WriteOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Keeps what <paramref name="rewrite"/> makes of the content as it stands. Without an id a draft of the employer begins;
    /// the version is the one the form was filled in from (a save in between is a conflict), null for the newest.</summary>
    public async Task<Guid> RunAsync(Guid? id, Guid employerId, int? version, Func<OpeningContent, OpeningContent> rewrite, CancellationToken ct)
    {
        Opening opening;
        if (id is { } known)
        {
            opening = await db.OwnOpeningAsync(known, user, ct);
            db.ReadAt(opening, version);
            opening.Rewrite(Checked(rewrite(opening.Content)));
        }
        else
        {
            var employer = await db.OwnEmployerAsync(employerId, user, ct);
            var content = Checked(rewrite(new OpeningContent { CommuneCode = employer.CommuneCode, PlaceText = employer.Address ?? "" }));
            opening = Opening.Draft(employer.Id, employer.CommuneCode, content, clock.UtcNow(), user.Actor);
            db.Openings.Add(opening);
        }

        await db.SaveChangesAsync(ct);
        return opening.Id;
    }

    private static OpeningContent Checked(OpeningContent content) =>
        OpeningCheck.TooLong(content).FirstOrDefault() is { } fault ? throw fault.Broken() : content;
}
