namespace WorkBridge.Files;

/// <summary>
/// What comes out of a packed part, counted as it comes: over the budget of the whole file it is a bomb, and so is a run
/// without any markup that is longer than one cell can be (it would have to be held in memory at once).
/// </summary>
internal sealed class UnpackedStream(Stream inner, UnpackedBudget budget) : Stream
{
    private const int LongestRun = 10 * FileLimits.CellLength;
    private int run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Take(read);
        var part = buffer[..read];
        var last = part.LastIndexOf((byte)'<');
        if (last < 0)
            run += read;
        else if (run + part.IndexOf((byte)'<') is var first)
            run = first > LongestRun ? first : read - last;
        return run > LongestRun ? throw FileRefusals.TooMuchText() : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>How much may still come out of one file, all its parts together: bytes, and elements, which cost more time than their bytes tell.</summary>
internal sealed class UnpackedBudget(int packedBytes)
{
    private int elements = FileLimits.Elements;
    private long left = Math.Min(FileLimits.UnpackedBytes, Math.Max(FileLimits.UnpackedWithoutRatio, (long)packedBytes * FileLimits.Ratio));

    public void Take(int bytes)
    {
        left -= bytes;
        if (left < 0)
            throw FileRefusals.Bomb();
    }

    /// <summary>A part that says itself that it is too big is not even begun. What says less than it is fails while it is read.</summary>
    public void Announce(long bytes)
    {
        if (bytes > left)
            throw FileRefusals.Bomb();
    }

    public void TakeElement()
    {
        if (--elements < 0)
            throw FileRefusals.Bomb();
    }
}
