using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using WorkBridge.Consents;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Support;
using WorkBridge.Training;

namespace WorkBridge.Requests;

/// <summary>A person's copy in words, and as JSON.</summary>
public static class CopyText
{
    private static readonly JsonWriterOptions Written = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A value as the person reads it; null for what is only of use to a machine.</summary>
    public static string? Of(HeldValue held, IReadOnlyDictionary<Guid, string> names) => held switch
    {
        { Value: null } => null,
        { Value: Guid id } => names.GetValueOrDefault(id),
        { Name: var name } when name.EndsWith("Json", StringComparison.Ordinal) || name is "Key" or "Sequence" or "RuleVersion" or "Attempts" => null,
        { Name: "TradeCode", Value: string code } => TradeWords.Of(code).ToString(),
        { Value: JsonElement json } => Of(json),
        { Value: DateTime at } => Clock.Local(at).ToString("dd/MM/yyyy, H:mm", CultureInfo.InvariantCulture),
        { Value: DateOnly day } => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        { Value: bool yes } => (yes ? new Words("Có", "Yes") : new Words("Không", "No")).ToString(),
        { Value: Enum word } => Of(word).ToString(),
        { Value: var other } => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    /// <summary>The copy as a file: every value by its name in the model, instants in UTC.</summary>
    public static byte[] Json(PersonCopy copy)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Written))
        {
            json.WriteStartObject();
            json.WriteString("madeAt", copy.At);
            foreach (var part in copy.Parts)
            {
                json.WriteStartArray(part.Table.Entity.Name);
                foreach (var row in part.Rows)
                {
                    json.WriteStartObject();
                    foreach (var held in row)
                    {
                        json.WritePropertyName(held.Name);
                        JsonSerializer.Serialize(json, held.Value is Enum word ? word.ToString() : held.Value);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteStartObject("names");
            foreach (var (id, name) in copy.Names)
                json.WriteString(id.ToString(), name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.GetArrayLength() == 0 ? null : string.Join("; ", json.EnumerateArray().Select(Of)),
        JsonValueKind.Object => string.Join(", ", json.EnumerateObject().Select(p => Of(p.Value))),
        JsonValueKind.String => InWords(json.GetString()!),
        JsonValueKind.True => new Words("Có", "Yes").ToString(),
        JsonValueKind.False => new Words("Không", "No").ToString(),
        JsonValueKind.Null => null,
        _ => json.ToString(),
    };

    /// <summary>A code of the vocabulary in words; what the person or an officer typed as it is.</summary>
    private static string InWords(string kept)
    {
        var trade = TradeWords.Of(kept).ToString();
        if (trade != kept)
            return trade;
        var skill = ReturneeText.Skill(kept).ToString();
        return skill != kept ? skill : CopyWords.Value(kept)?.ToString() ?? kept;
    }

    private static Words Of(Enum word) => word switch
    {
        WorkState state => ReturneeText.Of(state),
        StateSource source => ReturneeText.Of(source),
        ProgrammeEnding ending => ReturneeText.Of(ending),
        Purpose purpose => Notices.Short(purpose, null),
        ReferralState state => ReferralWords.Of(state),
        DeclineReason reason => ReferralWords.Of(reason),
        PlacementState state => PlacementWords.Of(state),
        EndReason reason => PlacementWords.Of(reason),
        AttendanceMark mark => TrainingText.Of(mark),
        TrainingResult result => TrainingText.Of(result),
        Objection objection => TrainingText.Of(objection),
        Going going => PlacementWords.Of(going),
        Trouble trouble => PlacementWords.Of(trouble),
        FollowUpWay way => PlacementWords.Of(way),
        ContractKind kind => PlacementWords.Of(kind),
        RequestKind kind => RequestText.Of(kind),
        RequestState state => RequestText.Of(state),
        SupportKind kind => SupportText.Of(kind),
        SupportState state => SupportText.ToPerson(state),
        _ => CopyWords.Value(word.ToString()) ?? new(word.ToString(), word.ToString()),
    };
}
