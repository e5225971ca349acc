namespace WorkBridge.Consents;

/// <summary>A printed slip. Its code alone lists what was agreed, without a name, and takes it back at any kiosk.</summary>
public sealed class ConsentReceipt
{
    private ConsentReceipt()
    {
    }

    public ConsentReceipt(Guid returneeId, byte[] codeHash, string communeCode, DateTime at)
    {
        ReturneeId = returneeId;
        CodeHash = codeHash;
        CommuneCode = communeCode;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    /// <summary>Keyed digest of the code; the code is only on the paper.</summary>
    public byte[] CodeHash { get; private set; } = [];

    public string CommuneCode { get; private set; } = "";

    public DateTime At { get; private set; }
}
