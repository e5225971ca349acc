using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Support;
using WorkBridge.Tests.Data;

namespace WorkBridge.Tests.Requests;

/// <summary>The copy for a person is made from one description; a table or a column that it does not know fails here.</summary>
public sealed class HeldDataTests
{
    [Fact]
    public async Task Every_entity_is_in_the_copy_or_left_out_for_a_reason()
    {
        await using var temp = await TempDb.OpenAsync();
        var model = await temp.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).Distinct().ToList()));
        var held = HeldData.Tables.Select(t => t.Entity).ToList();

        Assert.Equal(held.Count, held.Distinct().Count());
        Assert.Empty(held.Intersect(HeldData.NotInCopy.Keys));
        Assert.Empty(model.Except(held).Except(HeldData.NotInCopy.Keys).Select(t => t.Name));
        Assert.Empty(held.Concat(HeldData.NotInCopy.Keys).Except(model).Select(t => t.Name));
    }

    /// <summary>However a row may lead to a person, it is in the copy: the reasons for leaving out do not reach as far as that.</summary>
    [Fact]
    public async Task What_names_a_person_is_in_the_copy()
    {
        await using var temp = await TempDb.OpenAsync();
        var named = await temp.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => t.GetProperties().Any(p => p.Name is "ReturneeId" or "PersonId" or "ReferralId" or "PlacementId") || t.ClrType.IsAssignableTo(typeof(ISealed)))
            .Select(t => t.ClrType).ToList()));

        Assert.True(named.Count > 15);
        Assert.Equal(["PendingImport", "ReadingPerson", "TwoStep"], named.Except(HeldData.Tables.Select(t => t.Entity)).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_column_of_the_copy_has_words()
    {
        await using var temp = await TempDb.OpenAsync();
        string[] machine = ["Key", "Sequence", "RuleVersion", "Attempts"];
        var wordless = await temp.ReadAsync(db => Task.FromResult(HeldData.Tables
            .SelectMany(t => CopyPerson.ColumnsOf(db.Model.FindEntityType(t.Entity)!))
            .Where(p => p.ClrType != typeof(Guid) && p.ClrType != typeof(Guid?) && !p.Name.EndsWith("Json", StringComparison.Ordinal))
            .Select(p => p.Name).Except(machine, StringComparer.Ordinal).Where(name => CopyWords.Column(name) is null).ToList()));
        var inSeals = new[] { typeof(PersonalDetails), typeof(ProfileContent), typeof(FollowUpNote), typeof(RequestWords), typeof(SupportWords), typeof(Mentors.VisitWords), typeof(RestrictionWords), typeof(ProposedChange), typeof(Training.AssessmentContent), typeof(Training.AnswerWords) }
            .SelectMany(t => t.GetProperties()).Select(p => p.Name).Where(name => CopyWords.Column(name) is null);

        Assert.Empty(wordless.Concat(inSeals).Distinct());
    }
}
