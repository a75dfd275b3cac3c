namespace Discharge.Faults.Checking;

/// <summary>I11: whoever was shown a case is in the access log, once, as who they are, with what they asked and the case they were shown.</summary>
internal static class LooksAreOnRecord
{
    public static IEnumerable<string> Against(Evidence evidence) =>
        from served in evidence.Served
        where served.Status == 200
        let looks = evidence.Looks[served.Question].ToArray()
        where looks is not [var only] || !IsOf(only, served)
        select $"{served.Path}, asked at {served.AskedAt:O}, is on record as {(looks is [] ? "no look" : string.Join(", ", looks.Select(look => $"{look.Path} by {look.Caller.Replace('\n', ' ')}, {look.Outcome} at {look.At:O}")))}";

    private static bool IsOf(StoredLook look, Served served) =>
        look.Caller == served.Caller && look.Path == $"GET {served.Path}" && look.Outcome == "shown" && look.Touched.Contains(served.Case)
        && look.At >= served.AskedAt - ServedIsReplayed.Apart && look.At <= served.AnsweredAt + ServedIsReplayed.Apart;
}
