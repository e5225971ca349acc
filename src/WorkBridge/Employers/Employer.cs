using WorkBridge.Matching;

namespace WorkBridge.Employers;

public enum EmployerKind
{
    Company,
    Cooperative,
    HouseholdBusiness,
    TrainingProvider,
}

public enum EmployerState
{
    Registered,
    Approved,
    Refused,
    Suspended,
}

/// <summary>A place that takes people on (nơi tuyển): company, cooperative, household business or training provider.</summary>
public sealed class Employer : IMoving
{
    public const int NameLength = 160;
    public const int AddressLength = 200;
    public const int TaxCodeLength = 13;

    public static readonly MoveTable<EmployerState> Moves = new(
        new(EmployerState.Registered, EmployerState.Approved, ActorKind.Officer, ActorKind.Coordinator),
        new(EmployerState.Registered, EmployerState.Refused, ActorKind.Officer, ActorKind.Coordinator),
        new(EmployerState.Refused, EmployerState.Registered, ActorKind.Officer, ActorKind.Coordinator),
        new(EmployerState.Approved, EmployerState.Suspended, ActorKind.Officer, ActorKind.Coordinator),
        new(EmployerState.Suspended, EmployerState.Approved, ActorKind.Officer, ActorKind.Coordinator));

    private Employer()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    public string Folded { get; private set; } = "";

    public EmployerKind Kind { get; private set; }

    public string TaxCode { get; private set; } = "";

    /// <summary>The commune whose officers approve it and review its openings.</summary>
    public string CommuneCode { get; private set; } = "";

    public string? Address { get; private set; }

    /// <summary>The business telephone, which officers ring.</summary>
    public string? Phone { get; private set; }

    /// <summary>Where referrals are mailed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The language its mails are written in: "vi" or "en".</summary>
    public string Language { get; private set; } = "vi";

    /// <summary>False once it asked for no more reminders: then it is rung instead.</summary>
    public bool TakesReminders { get; private set; } = true;

    /// <summary>How many people work there; counted in what is learnt from placements that lasted, and used for nothing else.</summary>
    public EmployerSize Size { get; private set; }

    public EmployerState State { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    public int Version { get; private set; }

    public List<StateMove> NewMoves { get; } = [];

    public static Employer Register(string name, EmployerKind kind, string taxCode, string communeCode, string? address, string? phone, string email, DateTime now, Actor by)
    {
        if (!Employers.TaxCode.IsValid(taxCode, kind))
            throw new RuleBroken(Rule.TaxCodeWrong, "TaxCode");
        var employer = new Employer
        {
            TaxCode = Employers.TaxCode.Plain(taxCode),
            Kind = kind,
            CommuneCode = communeCode,
            RegisteredAt = now,
        };
        employer.Describe(name, address, phone, email);
        employer.NewMoves.Add(new StateMove(nameof(Employer), employer.Id, null, nameof(EmployerState.Registered), now, by));
        return employer;
    }

    public void Describe(string name, string? address, string? phone, string email)
    {
        Name = Vietnamese.Tidy(name);
        Folded = Vietnamese.Fold(name);
        Address = address;
        Phone = phone;
        Email = email;
        Version++;
    }

    public void Speak(string language) => Language = language;

    public void Remind(bool on)
    {
        TakesReminders = on;
        Version++;
    }

    public void TellSize(EmployerSize size)
    {
        Size = size;
        Version++;
    }

    public bool CanMove(EmployerState to, ActorKind by) => Moves.Allows(State, to, by);

    public void Approve(Actor by, DateTime now) => Move(EmployerState.Approved, by, now);

    public void Refuse(RefusalReason reason, Actor by, DateTime now) => Move(EmployerState.Refused, by, now, reason.ToString());

    public void Reconsider(Actor by, DateTime now) => Move(EmployerState.Registered, by, now);

    public void Suspend(RefusalReason reason, Actor by, DateTime now) => Move(EmployerState.Suspended, by, now, reason.ToString());

    private void Move(EmployerState to, Actor by, DateTime now, string? code = null)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(Employer), Id, State.ToString(), to.ToString(), now, by, code));
        State = to;
        Version++;
    }
}
