using System.Security.Cryptography;
using Lucene.Net.Store;

namespace WorkBridge.Matching;

/// <summary>
/// A folder of which nothing can be read without its key: AES-256 in counter mode (NIST SP 800-38A), since an index is read
/// from any place. Each file begins with twelve random bytes, the first part of its counters; the last four count its
/// blocks of 16 bytes. It hides what is there. It does not prove who wrote it: the checksums of Lucene find damage, and
/// whoever may write into the folder can only make the index be built again or show fewer or other ids, which the
/// database checks.
/// </summary>
internal sealed class SealedDirectory : Lucene.Net.Store.Directory
{
    public const int NonceSize = 12;

    private readonly FSDirectory _files;
    private readonly Aes _aes = Aes.Create();

    /// <param name="folder">Where the files are.</param>
    /// <param name="key">32 bytes.</param>
    public SealedDirectory(string folder, byte[] key)
    {
        _files = new NIOFSDirectory(folder);
        _aes.Key = key;
    }

    public override LockFactory LockFactory => _files.LockFactory;

    public override Lucene.Net.Store.Lock MakeLock(string name) => _files.MakeLock(name);

    public override void ClearLock(string name) => _files.ClearLock(name);

    public override void SetLockFactory(LockFactory lockFactory) => _files.SetLockFactory(lockFactory);

    public override string GetLockID() => _files.GetLockID();

    public override string[] ListAll() => _files.ListAll();

#pragma warning disable CS0672, CS0618 // Lucene asks it of every directory.
    public override bool FileExists(string name) => _files.FileExists(name);
#pragma warning restore CS0672, CS0618

    public override void DeleteFile(string name) => _files.DeleteFile(name);

    public override long FileLength(string name) => _files.FileLength(name) - NonceSize;

    public override void Sync(ICollection<string> names) => _files.Sync(names);

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var file = _files.CreateOutput(name, context);
        file.WriteBytes(nonce, NonceSize);
        return new SealedOutput(file, new KeyStream(_aes, nonce));
    }

    public override IndexInput OpenInput(string name, IOContext context)
    {
        var file = _files.OpenInput(name, context);
        try
        {
            var nonce = new byte[NonceSize];
            file.ReadBytes(nonce, 0, NonceSize);
            return new SealedInput(name, file, new KeyStream(_aes, nonce), context);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _files.Dispose();
        _aes.Dispose();
    }

    private sealed class SealedOutput(IndexOutput file, KeyStream stream) : BufferedIndexOutput
    {
        private long _written;

        public override long Length => Position;

        protected override void FlushBuffer(byte[] b, int offset, int len)
        {
            var hidden = new byte[len];
            Array.Copy(b, offset, hidden, 0, len);
            stream.Apply(hidden, _written);
            file.WriteBytes(hidden, len);
            _written += len;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                file.Dispose();
        }
    }

    private sealed class SealedInput(string name, IndexInput file, KeyStream stream, IOContext context) : BufferedIndexInput($"sealed {name}", context)
    {
        private IndexInput _file = file;

        public override long Length => _file.Length - NonceSize;

        public override object Clone()
        {
            var copy = (SealedInput)base.Clone();
            copy._file = (IndexInput)_file.Clone();
            return copy;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var position = Position;
            _file.Seek(position + NonceSize);
            _file.ReadBytes(b, offset, length, useBuffer: false);
            stream.Apply(b.AsSpan(offset, length), position);
        }

        protected override void SeekInternal(long pos)
        {
            // Every read says where it begins.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _file.Dispose();
        }
    }
}
