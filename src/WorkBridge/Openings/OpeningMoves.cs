namespace WorkBridge.Openings;

public enum OpeningState
{
    Draft,
    Submitted,
    ChangesAsked,
    Live,
    Paused,
    Filled,
    Closed,
    Expired,
    WithdrawnByReview,
}

/// <summary>The table of moves of an opening (product brief, section 5).</summary>
public static class OpeningMoves
{
    private static readonly ActorKind[] Posters = [ActorKind.Employer, ActorKind.Officer];
    private static readonly ActorKind[] Reviewers = [ActorKind.Officer, ActorKind.Coordinator];

    public static readonly MoveTable<OpeningState> Table = new(
        new(OpeningState.Draft, OpeningState.Submitted, Posters),
        new(OpeningState.Submitted, OpeningState.Live, Reviewers),
        new(OpeningState.Submitted, OpeningState.ChangesAsked, Reviewers),
        new(OpeningState.Submitted, OpeningState.WithdrawnByReview, Reviewers),
        new(OpeningState.ChangesAsked, OpeningState.Submitted, Posters),
        new(OpeningState.Live, OpeningState.Paused, ActorKind.Employer, ActorKind.Officer, ActorKind.System),
        new(OpeningState.Paused, OpeningState.Live, Posters),
        new(OpeningState.Live, OpeningState.Filled, ActorKind.Employer, ActorKind.Officer, ActorKind.System),
        new(OpeningState.Paused, OpeningState.Filled, ActorKind.System),
        new(OpeningState.Live, OpeningState.Closed, Posters),
        new(OpeningState.Paused, OpeningState.Closed, Posters),
        new(OpeningState.Live, OpeningState.Expired, ActorKind.System),
        new(OpeningState.Paused, OpeningState.Expired, ActorKind.System),
        new(OpeningState.Live, OpeningState.WithdrawnByReview, Reviewers),
        new(OpeningState.Paused, OpeningState.WithdrawnByReview, Reviewers));
}
