using System.Collections.Concurrent;

namespace WorkBridge.Matching.Tests;

public sealed class MatchIndexTests : IndexInFolder
{
    private static readonly Scope Everywhere = new();

    [Fact]
    public void What_was_put_is_found_at_once_and_what_was_removed_is_not()
    {
        using var index = Open();
        var welder = Person("tho-han");
        var opening = Opening("Thợ hàn MIG", "tho-han");
        index.PutProfile(welder);
        index.PutOpening(opening);

        Assert.Equal(welder.Id, Assert.Single(index.PeopleFor(opening, Everywhere, 10)).Id);
        Assert.Equal(opening.Id, Assert.Single(index.OpeningsFor(welder, Everywhere, 10)).Id);
        Assert.Equal(opening.Id, Assert.Single(index.SearchOpenings("thợ hàn", Everywhere, 10)).Id);
        Assert.True(index.Contains(welder.Id));
        Assert.Equal(2, index.Count());

        index.Remove(welder.Id);
        Assert.Empty(index.PeopleFor(opening, Everywhere, 10));
        Assert.False(index.Contains(welder.Id));
        index.Remove(opening.Id);
        index.Remove(opening.Id);
        Assert.Empty(index.SearchOpenings("thợ hàn", Everywhere, 10));
        Assert.Equal(0, index.Count());
    }

    [Fact]
    public void Putting_again_replaces()
    {
        using var index = Open();
        var person = Person("tho-han");
        index.PutProfile(person);
        index.PutProfile(person with { Trades = [new HeldTrade("nau-an", Evidence.SelfTaught, null)] });
        Assert.Empty(index.PeopleFor(Opening("Thợ hàn", "tho-han"), Everywhere, 10));
        Assert.Single(index.PeopleFor(Opening("Nấu ăn", "nau-an"), Everywhere, 10));
        Assert.Equal(1, index.Count());
    }

    [Fact]
    public void The_same_trade_comes_before_a_near_one_and_strangers_only_inside_a_place()
    {
        using var index = Open();
        var welder = Person("tho-han");
        var smith = Person("co-khi");
        var cook = Person("nau-an");
        var wants = Person("nau-an") with { WantedTrades = ["tho-han"] };
        foreach (var p in new[] { cook, smith, wants, welder })
            index.PutProfile(p);
        var opening = Opening("Thợ hàn", "tho-han");

        Assert.Equal([welder.Id, smith.Id, wants.Id], index.PeopleFor(opening, Everywhere, 10).Select(c => c.Id));
        var here = index.PeopleFor(opening, new Scope(["c1"]), 10).Select(c => c.Id).ToList();
        Assert.Equal([welder.Id, smith.Id], here.Take(2));
        Assert.Equal(new[] { wants.Id, cook.Id }.Order(), here.Skip(2).Order());
        Assert.Equal(3, index.CountPeopleFor(opening, new Scope(["c1"])));
        Assert.Equal(0, index.CountPeopleFor(opening, new Scope(["c2"])));
        Assert.Single(index.PeopleFor(opening, Everywhere, 1));
        Assert.Empty(index.PeopleFor(opening, Everywhere, 0));
    }

    [Fact]
    public void Among_all_the_kitchens_of_a_country_a_cook_is_still_shown_the_cleaning_around_the_corner()
    {
        using var index = Open();
        foreach (var i in Enumerable.Range(0, 40))
            index.PutOpening(Opening("Phụ bếp", "nau-an") with { CommuneCode = "far" + i, ProvinceCode = "far" });
        var cleaning = Opening("Tạp vụ", "ve-sinh");
        index.PutOpening(cleaning);
        var cook = Person("nau-an");

        var found = index.OpeningsFor(cook, Everywhere, 12);
        Assert.Equal(12, found.Select(c => c.Id).Distinct().Count());
        Assert.Contains(cleaning.Id, found.Select(c => c.Id));
        Assert.NotEqual(cleaning.Id, found[0].Id);
        Assert.DoesNotContain(cleaning.Id, index.OpeningsFor(cook with { ProvinceCode = "other", CommuneCode = "other" }, Everywhere, 12).Select(c => c.Id));
    }

    [Fact]
    public void A_scope_cuts_by_commune_province_kind_and_closing_day()
    {
        using var index = Open();
        var day = new DateOnly(2027, 3, 1);
        var job = Opening("Thợ hàn", "tho-han") with { ClosesOn = day };
        var course = Opening("Lớp hàn", "tho-han") with { Kind = OpeningKind.Training, CommuneCode = "c2", ProvinceCode = "p2", OtherProvinces = ["p3"], Teaches = ["tho-han"] };
        index.PutOpening(job);
        index.PutOpening(course);
        Guid[] Found(Scope scope, DateOnly? open = null) => [.. index.SearchOpenings("hàn", scope, 10, open).Select(c => c.Id).Order()];

        Assert.Equal(2, Found(Everywhere).Length);
        Assert.Equal([job.Id], Found(new Scope(["c1"])));
        Assert.Equal([course.Id], Found(new Scope(ProvinceCode: "p2")));
        Assert.Equal([course.Id], Found(new Scope(ProvinceCode: "p3")));
        Assert.Equal([course.Id], Found(new Scope(Kinds: [OpeningKind.Training])));
        Assert.Empty(Found(new Scope([])));
        Assert.Empty(Found(new Scope(Kinds: [])));
        Assert.Equal(2, Found(Everywhere, day).Length);
        Assert.Equal([course.Id], Found(Everywhere, day.AddDays(1)));
        Assert.Equal([course.Id], index.OpeningsFor(Person("nau-an") with { WantedTrades = ["tho-han"] }, new Scope(Kinds: [OpeningKind.Training]), 5).Select(c => c.Id));
    }

    [Fact]
    public void Marks_that_were_typed_count_and_without_marks_both_are_found()
    {
        using var index = Open();
        var tailor = Opening("Tuyển thợ may", null);
        var mechanic = Opening("Tuyển thợ máy", null);
        var other = Opening("Tuyển phụ bếp", null);
        foreach (var o in new[] { mechanic, tailor, other })
            index.PutOpening(o);

        Assert.Equal(tailor.Id, index.SearchOpenings("thợ may", Everywhere, 10)[0].Id);
        Assert.Equal(mechanic.Id, index.SearchOpenings("thợ máy", Everywhere, 10)[0].Id);
        var bare = index.SearchOpenings("tho may", Everywhere, 10).Take(2).Select(c => c.Id).ToList();
        Assert.Contains(tailor.Id, bare);
        Assert.Contains(mechanic.Id, bare);
    }

    [Theory]
    [InlineData("điều hoà")]
    [InlineData("điều hòa")]
    [InlineData("dieu hoa")]
    [InlineData("ĐIỀU HÒA")]
    [InlineData("đie\u0302\u0300u hoa\u0300")]
    public void However_it_is_typed_it_is_found(string typed)
    {
        using var index = Open();
        var right = Opening("Kỹ thuật viên sửa điều hoà", null);
        index.PutOpening(right);
        index.PutOpening(Opening("Kế toán", null));
        Assert.Equal(right.Id, index.SearchOpenings(typed, Everywhere, 10)[0].Id);
    }

    [Fact]
    public void Words_for_a_trade_find_it_under_its_other_names()
    {
        using var index = Open();
        var right = Opening("Tuyển thợ nề", null);
        index.PutOpening(Opening("Tuyển thợ điện", null));
        index.PutOpening(right);
        Assert.Equal(right.Id, index.SearchOpenings("thợ hồ", Everywhere, 10)[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \u200B ")]
    [InlineData("\uD800\uDC00\uD800")]
    [InlineData("+-&&||!(){}[]^\"~*?:\\/")]
    [InlineData("😀 مرحبا 日本語")]
    public void Rubbish_gives_an_answer_or_nothing_and_never_an_error(string typed)
    {
        using var index = Open();
        index.PutOpening(Opening(typed, null) with { Text = typed, Requirements = new string('ế', 100_000) });
        Assert.NotNull(index.SearchOpenings(typed, Everywhere, 10));
        Assert.NotNull(index.SearchOpenings(string.Concat(Enumerable.Repeat(typed + " thợ ", 20_000)), Everywhere, 10));
    }

    [Fact]
    public async Task From_many_threads_no_removed_one_is_in_a_search_that_began_afterwards()
    {
        using var index = Open();
        index.Rebuild([], [], 1);
        var opening = Opening("Thợ hàn", "tho-han");
        var gone = new ConcurrentDictionary<Guid, bool>();
        var wrong = new ConcurrentBag<Guid>();
        using var stop = new CancellationTokenSource();

        Task Writer() => Task.Run(() =>
        {
            for (var i = 0; i < 60; i++)
            {
                var person = Person("tho-han");
                index.PutProfile(person);
                if (!index.Contains(person.Id))
                    wrong.Add(person.Id);
                index.Remove(person.Id);
                gone[person.Id] = true;
            }
        });
        Task Reader() => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var before = gone.Keys.ToHashSet();
                foreach (var hit in index.PeopleFor(opening, Everywhere, 100).Where(h => before.Contains(h.Id)))
                    wrong.Add(hit.Id);
            }
        });
        var rebuilds = Task.Run(() =>
        {
            for (var i = 0; i < 5; i++)
                index.Rebuild(Enumerable.Range(0, 20).Select(_ => Person("moc")), [], i);
        });
        var readers = new[] { Reader(), Reader() };
        await Task.WhenAll([rebuilds, .. Enumerable.Range(0, 4).Select(_ => Writer())]);
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Empty(wrong);
        Assert.Equal(240, gone.Count);
        Assert.Equal(20, index.Count());
    }

    [Fact]
    public void Of_a_person_no_text_and_nothing_closed_is_written()
    {
        using (var index = Open())
        {
            index.Rebuild([Person("tho-han") with { ClosedWork = ["guarding"] }], [], 1);
        }
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var content = System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain("guarding", content, StringComparison.Ordinal);
        }
    }
}
