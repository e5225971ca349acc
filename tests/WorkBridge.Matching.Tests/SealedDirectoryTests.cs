using System.Text;
using Lucene.Net.Store;

namespace WorkBridge.Matching.Tests;

/// <summary>An index with a key: nothing of it can be read without, and everything with it.</summary>
public sealed class SealedDirectoryTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("workbridge-sealed-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(40_001)]
    public void What_was_written_is_read_from_any_place(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var directory = new SealedDirectory(_folder, Key);
        using (var output = directory.CreateOutput("a", IOContext.DEFAULT))
        {
            foreach (var part in bytes.Chunk(777))
                output.WriteBytes(part, part.Length);
            Assert.Equal(length, output.Position);
        }
        directory.Sync(["a"]);

        Assert.Equal(length, directory.FileLength("a"));
        using var input = directory.OpenInput("a", IOContext.DEFAULT);
        Assert.Equal(length, input.Length);
        var random = new Random(1);
        for (var i = 0; i < 200 && length > 0; i++)
        {
            var from = random.Next(length);
            var read = new byte[random.Next(Math.Min(9000, length - from) + 1)];
            using var mine = (IndexInput)input.Clone();
            mine.Seek(from);
            mine.ReadBytes(read, 0, read.Length);
            Assert.Equal(bytes[from..(from + read.Length)], read);
        }
    }

    [Fact]
    public void Many_threads_read_one_file()
    {
        var bytes = new byte[100_000];
        new Random(3).NextBytes(bytes);
        using var directory = new SealedDirectory(_folder, Key);
        using (var output = directory.CreateOutput("a", IOContext.DEFAULT))
            output.WriteBytes(bytes, bytes.Length);
        using var input = directory.OpenInput("a", IOContext.DEFAULT);
        Parallel.For(0, 400, i =>
        {
            using var mine = (IndexInput)input.Clone();
            var read = new byte[1 + (i * 7)];
            mine.Seek(i * 200);
            mine.ReadBytes(read, 0, read.Length);
            Assert.True(bytes.AsSpan(i * 200, read.Length).SequenceEqual(read));
        });
    }

    [Fact]
    public void On_disk_stands_nothing_that_was_put_in_and_without_a_key_it_would()
    {
        var person = new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "commune-of-hers", ProvinceCode = "p1", Trades = [new HeldTrade("tho-han", Evidence.Certificate, 60)] };
        var opening = new OpeningFacts { Id = Guid.CreateVersion7(), Title = "Thợ hàn khung nhà thép", TradeCode = "tho-han", Text = "Hàn dầm cột" };
        var words = new[] { "tho-han", "commune-of-hers", "khung", person.Id.ToString("N"), "Lucene" };

        Fill(Path.Combine(_folder, "open"), null);
        Fill(Path.Combine(_folder, "sealed"), Key);
        Assert.All(words, w => Assert.True(Stands(w, "open"), w));
        Assert.All(words, w => Assert.False(Stands(w, "sealed"), w));

        void Fill(string folder, byte[]? key)
        {
            using var index = MatchIndex.Open(folder, Vocabulary.Default, key);
            index.Rebuild([person], [opening], 1);
            Assert.Equal(person.Id, Assert.Single(index.PeopleFor(opening, new Scope(), 5)).Id);
            Assert.Equal(opening.Id, Assert.Single(index.SearchOpenings("hàn dầm", new Scope(), 5)).Id);
        }
    }

    [Fact]
    public void With_its_key_it_is_kept_over_a_restart_and_with_another_or_none_it_is_built_again()
    {
        var person = new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "c1", Trades = [new HeldTrade("tho-han", Evidence.Certificate, 60)] };
        using (var index = MatchIndex.Open(_folder, Vocabulary.Default, Key))
            index.Rebuild([person], [], 7);
        using (var again = MatchIndex.Open(_folder, Vocabulary.Default, Key))
        {
            Assert.False(again.NeedsRebuild);
            Assert.Equal(7, again.LastChange);
            Assert.True(again.Contains(person.Id));
        }
        using (var other = MatchIndex.Open(_folder, Vocabulary.Default, OtherKey))
        {
            Assert.True(other.NeedsRebuild);
            other.Rebuild([person], [], 8);
        }
        using var none = MatchIndex.Open(_folder, Vocabulary.Default);
        Assert.True(none.NeedsRebuild);
    }

    private bool Stands(string word, string folder)
    {
        var sought = Encoding.UTF8.GetBytes(word);
        return System.IO.Directory.EnumerateFiles(Path.Combine(_folder, folder), "*", SearchOption.AllDirectories)
            .Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(sought) >= 0);
    }
}
