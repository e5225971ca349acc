using WorkBridge.Openings;

namespace WorkBridge.Tests.Openings;

/// <summary>The checks on 240 real advertisements, each read by hand once: these two demand a record, the other 238 do not.</summary>
public sealed class RealAdvertisements
{
    private static readonly string[] Demanding = ["t1618255", "t1702130"];

    [SharedOpeningsFact]
    public void Of_240_real_advertisements_just_those_that_demand_a_record_are_caught()
    {
        var rows = SharedOpenings.Read();

        var caught = rows.Where(r => Wording.DemandsOfRecord(r.Value).Count > 0).Select(r => r.Key).Order(StringComparer.Ordinal);

        Assert.Equal(240, rows.Count);
        Assert.Equal(Demanding, caught);
    }

    [SharedOpeningsFact]
    public void The_same_are_caught_decomposed_and_without_marks()
    {
        var rows = SharedOpenings.Read();

        Assert.Equal(Demanding, Caught(text => text.Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal(Demanding, Caught(WorkBridge.Matching.Vietnamese.Fold));

        IEnumerable<string> Caught(Func<string, string> spelt) =>
            rows.Where(r => Wording.DemandsOfRecord(spelt(r.Value)).Count > 0).Select(r => r.Key).Order(StringComparer.Ordinal);
    }

    [SharedOpeningsFact]
    public void The_log_of_a_machine_is_not_caught_and_the_clean_record_is()
    {
        var rows = SharedOpenings.Read();

        Assert.Empty(Wording.DemandsOfRecord(rows["t1703909"]));
        Assert.Contains("Lý lịch cá nhân rõ ràng", Wording.DemandsOfRecord(rows["t1618255"]).Select(f => f.Text));
    }

    [SharedOpeningsFact]
    public void None_of_them_names_people_by_their_past_but_those_that_demand_a_record() =>
        Assert.Equal(["t1618255"], SharedOpenings.Read().Where(r => Wording.AdvertisesThePast(r.Value).Count > 0).Select(r => r.Key));
}
