namespace WorkBridge;

/// <summary>Who acts. Tables of moves name these.</summary>
public enum ActorKind
{
    System,
    Administrator,
    Coordinator,
    Officer,
    Employer,
    EmployerLink,
    Person,
    Mentor,
}

/// <summary>Somebody (or the system itself) who acts, as kept with every move.</summary>
/// <param name="Kind">In which role.</param>
/// <param name="Id">The account, the person, or the one-time link; null for the system.</param>
public sealed record Actor(ActorKind Kind, Guid? Id)
{
    public static readonly Actor System = new(ActorKind.System, null);

    public static Actor Officer(Guid id) => new(ActorKind.Officer, id);

    public static Actor Employer(Guid id) => new(ActorKind.Employer, id);

    public static Actor Link(Guid id) => new(ActorKind.EmployerLink, id);

    public static Actor Mentor(Guid id) => new(ActorKind.Mentor, id);

    public static Actor Person(Guid id) => new(ActorKind.Person, id);
}
