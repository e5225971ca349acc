using WorkBridge.Data;
using WorkBridge.Kiosks;

namespace WorkBridge.Consents;

/// <summary>The code on a slip: ten characters derived from the slip's id under the key ring; the database keeps only its keyed digest.</summary>
public sealed class ReceiptCodes(KeyRing keys)
{
    public const int Length = 10;

    /// <summary>As printed: K7MPX-4HDC9.</summary>
    public string Printed(ConsentReceipt receipt) => CheckedCode.Show(Of(receipt));

    /// <summary>The digest of what somebody typed; null where it cannot be a code of a slip.</summary>
    public byte[]? DigestOf(string? typed) => CheckedCode.Read(typed, Length) is { } code ? Digest(code) : null;

    internal void Seal(ConsentReceipt receipt) => receipt.Keep(Digest(Of(receipt)));

    private string Of(ConsentReceipt receipt) => CheckedCode.Of(keys.Mac("receipt-code", receipt.Id.ToByteArray()), Length);

    private byte[] Digest(string code) => keys.Mac("receipt", code);
}
