using System.Collections.Concurrent;

namespace WorkBridge.Matching.Tests;

/// <summary>What lies in the folder: kept, damaged, of another format, rebuilt.</summary>
public sealed class IndexFolderTests : IndexInFolder
{
    private static readonly Scope Everywhere = new();

    [Fact]
    public void It_is_kept_with_its_last_change()
    {
        var person = Person("tho-han");
        var later = Person("tho-han");
        using (var index = Open())
        {
            index.Rebuild([person], [], 7);
            Assert.Equal(7, index.LastChange);
            index.PutProfile(later);
            index.Commit(9);
        }
        using var again = Open();
        Assert.False(again.NeedsRebuild);
        Assert.Equal(9, again.LastChange);
        Assert.True(again.Contains(person.Id));
        Assert.True(again.Contains(later.Id));
    }

    [Fact]
    public void A_newFolder_needs_a_rebuild_until_it_was_built_to_its_end()
    {
        using (var index = Open())
        {
            Assert.True(index.NeedsRebuild);
            index.PutProfile(Person("tho-han"));
            index.Commit(5);
            Assert.True(index.NeedsRebuild);
        }
        using var again = Open();
        Assert.True(again.NeedsRebuild);
        Assert.Equal(0, again.LastChange);
        Assert.Equal(0, again.Count());
        again.Rebuild([], [], 5);
        Assert.False(again.NeedsRebuild);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flip")]
    [InlineData("delete")]
    [InlineData("pointer")]
    public void A_damagedFolder_needs_a_rebuild_and_still_opens(string damage)
    {
        using (var index = Open())
            index.Rebuild(Enumerable.Range(0, 200).Select(_ => Person("tho-han")), [Opening("Thợ hàn", "tho-han")], 3);

        var largest = Directory.EnumerateFiles(Folder, "*.*", SearchOption.AllDirectories).Where(f => !f.Contains("segments", StringComparison.Ordinal)).MaxBy(f => new FileInfo(f).Length)!;
        switch (damage)
        {
            case "cut":
                using (var file = File.OpenWrite(largest))
                    file.SetLength(file.Length / 2);
                break;
            case "flip":
                var bytes = File.ReadAllBytes(largest);
                bytes[bytes.Length / 2] ^= 0xFF;
                File.WriteAllBytes(largest, bytes);
                break;
            case "delete":
                File.Delete(largest);
                break;
            default:
                File.WriteAllText(Path.Combine(Folder, "current"), "../../somewhere");
                break;
        }

        using var again = Open();
        Assert.True(again.NeedsRebuild);
        Assert.Equal(0, again.LastChange);
        Assert.Empty(again.SearchOpenings("hàn", Everywhere, 5));
        again.Rebuild([Person("tho-han")], [], 4);
        Assert.False(again.NeedsRebuild);
        Assert.Equal(1, again.Count());
    }

    [Fact]
    public void An_index_of_another_format_is_built_again()
    {
        using (var index = Open())
            index.Rebuild([Person("tho-han")], [], 3);
        var kept = Directory.EnumerateDirectories(Folder).Single();
        using (var directory = Lucene.Net.Store.FSDirectory.Open(kept))
        using (var writer = new Lucene.Net.Index.IndexWriter(directory, new Lucene.Net.Index.IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, null!)))
        {
            writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["format"] = "1", ["vocabulary"] = Vocabulary.Default.Fingerprint, ["complete"] = "yes", ["lastChange"] = "3",
            });
            writer.Commit();
        }
        using var again = Open();
        Assert.True(again.NeedsRebuild);
        Assert.Equal(0, again.Count());
    }

    [Fact]
    public void An_index_of_another_vocabulary_is_built_again()
    {
        using (var index = Open())
            index.Rebuild([Person("tho-han")], [], 3);
        var other = Vocabulary.Read(new StringReader("kỹ năng: a | A | A | a\nnghề: x | 1234 | Tên | Name | tools"));
        using var again = MatchIndex.Open(Folder, other);
        Assert.True(again.NeedsRebuild);
    }

    [Fact]
    public void Two_at_once_on_oneFolder_are_refused()
    {
        using var index = Open();
        index.Rebuild([], [], 1);
        Assert.Throws<IOException>(Open);
        Assert.False(index.NeedsRebuild);
        index.PutProfile(Person("tho-han"));
    }

    [Fact]
    public void Searches_and_changes_go_on_while_it_is_rebuilt()
    {
        using var index = Open();
        var kept = Enumerable.Range(0, 50).Select(_ => Person("tho-han")).ToList();
        index.Rebuild(kept, [], 1);
        var opening = Opening("Thợ hàn", "tho-han");
        var removed = kept[0];
        var added = Person("tho-han");

        IEnumerable<ProfileFacts> Slowly()
        {
            foreach (var person in kept)
            {
                if (person == kept[25])
                {
                    index.Remove(removed.Id); // already written into the new one
                    index.PutProfile(added);
                    Assert.Equal(50, index.PeopleFor(opening, Everywhere, 100).Count);
                }
                yield return person;
            }
        }

        index.Rebuild(Slowly(), [], 2);
        Assert.False(index.Contains(removed.Id));
        Assert.True(index.Contains(added.Id));
        Assert.Equal(50, index.Count());
        Assert.Equal(2, index.LastChange);
        Assert.Single(Directory.EnumerateDirectories(Folder));
    }

    [Fact]
    public void A_rebuild_that_fails_leaves_the_old_one()
    {
        using var index = Open();
        var person = Person("tho-han");
        index.Rebuild([person], [], 1);
        Assert.Throws<InvalidOperationException>(() => index.Rebuild(Enumerable.Range(0, 3).Select(i => i < 2 ? Person("moc") : throw new InvalidOperationException()), [], 2));
        Assert.True(index.Contains(person.Id));
        Assert.Equal(1, index.LastChange);
        index.PutProfile(Person("moc"));
        Assert.Equal(2, index.Count());
    }
}
