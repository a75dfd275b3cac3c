namespace Discharge.Faults.Checking;

/// <summary>I9: inbox, outbox, dead letters and everything else that should be empty is.</summary>
internal static class NothingLeft
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Left.Where(left => left.Value > 0).Select(left => $"{left.Value} {left.Key}");
}
