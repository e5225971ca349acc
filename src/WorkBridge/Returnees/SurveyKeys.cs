using System.Globalization;
using WorkBridge.Data;
using WorkBridge.Matching;

namespace WorkBridge.Returnees;

/// <summary>The keyed digest by which a person is recognised again: name without marks, year of birth, village. It tells nobody who it is.</summary>
public static class SurveyKeys
{
    /// <summary>Null where neither year of birth nor village is known: a name alone is nobody in particular.</summary>
    public static byte[]? Of(KeyRing keys, PersonalDetails details) =>
        details.BirthYear is null && string.IsNullOrWhiteSpace(details.Village)
            ? null
            : keys.Mac("survey person", string.Join('|', Vietnamese.Fold(details.Name), details.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "", SurveyText.VillageKey(details.Village)));
}
