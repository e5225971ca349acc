namespace WorkBridge.Email;

/// <summary>
/// What is handed to a transport: one mail to one mailbox. The message id stands without angle brackets and is the same at
/// every attempt, so that a receiver can drop a copy.
/// </summary>
public sealed record Letter(string MessageId, string To, MailContent Content, DateTime At);

public enum DeliveryKind
{
    Delivered,

    /// <summary>Worth another try: the server said 4xx, could not be reached, or its certificate did not hold.</summary>
    Later,

    /// <summary>The server refused for good (5xx).</summary>
    Never,

    /// <summary>The line was cut or fell silent after the mail had begun to leave: it may have arrived.</summary>
    NotKnown,
}

/// <summary>What an attempt that failed failed by.</summary>
public enum Fault
{
    /// <summary>By this mail, or by what nobody can tell from it: the next mail may do better.</summary>
    Mail,

    /// <summary>The line was cut or fell silent while this mail was sent.</summary>
    Line,

    /// <summary>The server cannot be reached, does not let us in or takes nothing from us: no use in trying the next mail now.</summary>
    Server,
}

/// <summary>How an attempt ended. The code is a reply code or a word of our own, never the server's text.</summary>
public sealed record Delivery(DeliveryKind Kind, string Code, Fault Fault = Fault.Mail)
{
    public static readonly Delivery Done = new(DeliveryKind.Delivered, "250");
}

/// <summary>The way out for mail.</summary>
public interface IMailTransport
{
    /// <summary>Begins a batch: what is sent in it shares one connection, opened at the first mail.</summary>
    IMailBatch Begin();
}

public interface IMailBatch : IAsyncDisposable
{
    /// <summary>Tries once. Does not throw for what a server or a line may do; throws only when <paramref name="ct"/> is cancelled.</summary>
    Task<Delivery> SendAsync(Letter letter, CancellationToken ct);
}
