namespace WorkBridge.Consents;

/// <summary>A printed slip. Its code alone lists what was agreed, without a name, and takes it back at any kiosk.</summary>
public sealed class ConsentReceipt
{
    private ConsentReceipt()
    {
    }

    public ConsentReceipt(Guid returneeId, string communeCode, DateTime at)
    {
        ReturneeId = returneeId;
        CommuneCode = communeCode;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    /// <summary>Keyed digest of the code. The code is derived from this row's id under a key kept outside the database, so that a slip can be printed again during the visit.</summary>
    public byte[] CodeHash { get; private set; } = [];

    public string CommuneCode { get; private set; } = "";

    public DateTime At { get; private set; }

    public void Keep(byte[] codeHash) => CodeHash = codeHash;
}
