namespace WorkBridge.Matching;

/// <summary>Reasons in words.</summary>
public static class ReasonText
{
    public static (string Vi, string En) ForStaff(Reason r, Vocabulary v, string pronoun) => (r.Code, r.Code);

    public static (string Vi, string En) ForPerson(Reason r, Vocabulary v) => (r.Code, r.Code);
}
