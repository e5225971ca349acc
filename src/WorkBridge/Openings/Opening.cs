using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>A job, seasonal work, a trial or a training slot, with places (việc làm / suất học nghề).</summary>
public sealed class Opening : IMoving
{
    public const int TitleLength = 200;
    public const int TextLength = 8000;
    public const int PlaceLength = 200;
    public const int ReviewLength = 1000;
    public const int ImportKeyLength = 64;
    public const int MostPlaces = 500;

    private Opening()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid EmployerId { get; private set; }

    /// <summary>The commune whose officers review it: the employer's.</summary>
    public string OwnerCommuneCode { get; private set; } = "";

    public OpeningState State { get; private set; }

    public OpeningKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The title without marks: what lists are searched by.</summary>
    public string Folded { get; private set; } = "";

    public string? TradeCode { get; private set; }

    public string Description { get; private set; } = "";

    public string Requirements { get; private set; } = "";

    public int Places { get; private set; }

    public int PlacesTaken { get; private set; }

    public long? PayMin { get; private set; }

    public long? PayMax { get; private set; }

    public string PlaceText { get; private set; } = "";

    public string? CommuneCode { get; private set; }

    public string? ProvinceCode { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public Shifts Shifts { get; private set; }

    public string? HoursText { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? ClosesOn { get; private set; }

    public int? ExperienceMonths { get; private set; }

    public bool TeachesOnTheJob { get; private set; }

    public bool LodgingOffered { get; private set; }

    public List<string> Skills { get; private set; } = [];

    public List<string> Teaches { get; private set; } = [];

    public List<string> Licences { get; private set; } = [];

    public List<string> Demands { get; private set; } = [];

    public List<string> Papers { get; private set; } = [];

    public string? RecordBasis { get; private set; }

    /// <summary>What the reviewer asked to be changed, or why it was taken down; for the employer.</summary>
    public string? ReviewWords { get; private set; }

    /// <summary>The row's own code in an imported file; unique within one employer, so the same file twice makes no second copy.</summary>
    public string? ImportKey { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? LiveAt { get; private set; }

    /// <summary>When the employer last said that it still stands.</summary>
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>When it was filled, closed or expired; null before, and of those over before this was kept.</summary>
    public DateTime? OverAt { get; private set; }

    /// <summary>Whether it was filled and how, as the employer said after it was over.</summary>
    public FillAnswer? Fill { get; private set; }

    public int Version { get; private set; }

    public List<StateMove> NewMoves { get; } = [];

    public int PlacesLeft => Places - PlacesTaken;

    public bool IsEditable => State is OpeningState.Draft or OpeningState.ChangesAsked;

    public bool IsLive => State == OpeningState.Live;

    public bool IsOver => State is OpeningState.Filled or OpeningState.Closed or OpeningState.Expired or OpeningState.WithdrawnByReview;

    public static Opening Draft(Guid employerId, string ownerCommuneCode, OpeningContent content, DateTime now, Actor by, string? importKey = null)
    {
        var opening = new Opening
        {
            EmployerId = employerId,
            OwnerCommuneCode = ownerCommuneCode,
            CreatedAt = now,
            ConfirmedAt = now,
            ImportKey = importKey,
        };
        opening.Take(content);
        opening.NewMoves.Add(new StateMove(nameof(Opening), opening.Id, null, nameof(OpeningState.Draft), now, by));
        return opening;
    }

    public OpeningContent Content => new()
    {
        Kind = Kind,
        Title = Title,
        TradeCode = TradeCode,
        Description = Description,
        Requirements = Requirements,
        Places = Places,
        PayMin = PayMin,
        PayMax = PayMax,
        PlaceText = PlaceText,
        CommuneCode = CommuneCode,
        ProvinceCode = ProvinceCode,
        Latitude = Latitude,
        Longitude = Longitude,
        Shifts = Shifts,
        HoursText = HoursText,
        StartsOn = StartsOn,
        ClosesOn = ClosesOn,
        ExperienceMonths = ExperienceMonths,
        TeachesOnTheJob = TeachesOnTheJob,
        LodgingOffered = LodgingOffered,
        Skills = Skills,
        Teaches = Teaches,
        Licences = Licences,
        Demands = Demands,
        Papers = Papers,
        RecordBasis = RecordBasis,
    };

    public void Rewrite(OpeningContent content)
    {
        if (!IsEditable)
            throw new RuleBroken(Rule.WrongState);
        Take(content);
    }

    public bool CanMove(OpeningState to, ActorKind by) => OpeningMoves.Table.Allows(State, to, by);

    public void Submit(Actor by, DateTime now) => Move(OpeningState.Submitted, by, now);

    public void PutLive(Actor by, DateTime now)
    {
        Move(OpeningState.Live, by, now);
        LiveAt ??= now;
        ConfirmedAt = now;
        ReviewWords = null;
    }

    public void AskChanges(string words, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(words))
            throw new RuleBroken(Rule.ReviewNeedsWords, "Words");
        Move(OpeningState.ChangesAsked, by, now);
        ReviewWords = words;
    }

    public void TakeDown(string words, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(words))
            throw new RuleBroken(Rule.ReviewNeedsWords, "Words");
        Move(OpeningState.WithdrawnByReview, by, now);
        ReviewWords = words;
    }

    public void Pause(Actor by, DateTime now) => Move(OpeningState.Paused, by, now);

    public void Resume(Actor by, DateTime now)
    {
        Move(OpeningState.Live, by, now);
        ConfirmedAt = now;
    }

    public void Confirm(DateTime now)
    {
        if (!IsLive)
            throw new RuleBroken(Rule.WrongState);
        ConfirmedAt = now;
        Version++;
    }

    public void Close(Actor by, DateTime now) => Move(OpeningState.Closed, by, now);

    public void Expire(DateTime now) => Move(OpeningState.Expired, Actor.System, now);

    /// <summary>True of an opening that is over without its places all taken here: then the employer is asked.</summary>
    public bool MayTellFill => State is OpeningState.Closed or OpeningState.Expired;

    /// <summary>Keeps what became of it; a later answer takes the place of an earlier one.</summary>
    public void TellFill(FillAnswer answer)
    {
        if (!MayTellFill)
            throw new RuleBroken(Rule.WrongState);
        Fill = answer;
        Version++;
    }

    /// <summary>Takes one place for somebody accepted; the last one fills the opening.</summary>
    public void TakePlace(DateTime now)
    {
        if (PlacesLeft <= 0)
            throw new RuleBroken(Rule.NoPlaceLeft);
        PlacesTaken++;
        Version++;
        if (PlacesLeft == 0 && CanMove(OpeningState.Filled, ActorKind.System))
            Move(OpeningState.Filled, Actor.System, now);
    }

    /// <summary>Gives a place back when an acceptance was cancelled.</summary>
    public void GiveBackPlace()
    {
        if (PlacesTaken > 0)
            PlacesTaken--;
        Version++;
    }

    private void Move(OpeningState to, Actor by, DateTime now)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(Opening), Id, State.ToString(), to.ToString(), now, by));
        State = to;
        if (IsOver)
            OverAt = now;
        Version++;
    }

    private void Take(OpeningContent content)
    {
        Kind = content.Kind;
        Title = Vietnamese.Tidy(content.Title);
        Folded = Vietnamese.Fold(Title);
        TradeCode = content.TradeCode;
        Description = Vietnamese.Tidy(content.Description);
        Requirements = Vietnamese.Tidy(content.Requirements);
        Places = content.Places;
        PayMin = content.PayMin;
        PayMax = content.PayMax;
        PlaceText = Vietnamese.Tidy(content.PlaceText);
        CommuneCode = content.CommuneCode;
        ProvinceCode = content.ProvinceCode;
        Latitude = content.Latitude;
        Longitude = content.Longitude;
        Shifts = content.Shifts;
        HoursText = content.HoursText;
        StartsOn = content.StartsOn;
        ClosesOn = content.ClosesOn;
        ExperienceMonths = content.ExperienceMonths;
        TeachesOnTheJob = content.TeachesOnTheJob;
        LodgingOffered = content.LodgingOffered;
        Skills = [.. content.Skills];
        Teaches = [.. content.Teaches];
        Licences = [.. content.Licences];
        Demands = [.. content.Demands];
        Papers = [.. content.Papers];
        RecordBasis = content.RecordBasis;
        Version++;
    }
}
