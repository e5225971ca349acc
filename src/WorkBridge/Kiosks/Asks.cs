namespace WorkBridge.Kiosks;

/// <summary>Somebody at a screen called an officer. It says which screen, never who.</summary>
public sealed class HelpCall
{
    private HelpCall()
    {
    }

    public HelpCall(Guid deviceId, string communeCode, DateTime at)
    {
        DeviceId = deviceId;
        CommuneCode = communeCode;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid DeviceId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public DateTime At { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public void Answer(Guid officerId, DateTime now)
    {
        AnsweredAt ??= now;
        AnsweredById ??= officerId;
    }
}

/// <summary>"Tôi muốn hỏi việc này": of a person who signed in, or of somebody who only took a number.</summary>
public sealed class Interest
{
    public const int NumberLength = 8;

    private Interest()
    {
    }

    public Interest(Guid openingId, Guid? returneeId, string communeCode, DateTime at)
    {
        Number = CheckedCode.Random(5);
        OpeningId = openingId;
        ReturneeId = returneeId;
        CommuneCode = communeCode;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Printed for somebody without a name: read out at the desk.</summary>
    public string Number { get; private set; } = "";

    public Guid OpeningId { get; private set; }

    public Guid? ReturneeId { get; private set; }

    /// <summary>Whose officers answer: the person's commune, or the screen's.</summary>
    public string CommuneCode { get; private set; } = "";

    public DateTime At { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public void Answer(Guid officerId, DateTime now)
    {
        AnsweredAt ??= now;
        AnsweredById ??= officerId;
    }
}
