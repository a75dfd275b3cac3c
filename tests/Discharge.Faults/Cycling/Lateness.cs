using Discharge.Faults.Checking;

namespace Discharge.Faults.Cycling;

/// <summary>How late breaches of the clock of 24 hours were recorded that the watch has to notice by itself.</summary>
internal static class Lateness
{
    /// <summary>Of each, the seconds since its moment, or since what made it one was recorded: what nobody had told, nobody could record.</summary>
    public static IEnumerable<double> Of(Evidence evidence) =>
        from one in evidence.Cases.Values
        where one.IsReadable
        from breach in one.Events
        where breach.Type == "clock.breached.v1" && breach.By == StoredOnce.Watch && breach.Correlation == StoredOnce.Watch && breach.Entry!.Fact is Domain.Timelines.ClockBreached { Rule: "T01" }
        let at = breach.Entry!.Fact.OccurredAt.ToDateTimeOffset()
        select (breach.RecordedAt - new[] { at, OwedSince(one, breach.Version, at) }.Max()).TotalSeconds;

    // The last entry before it of which the one before did not owe it yet.
    private static DateTimeOffset OwedSince(StoredCase one, long breach, DateTimeOffset at)
    {
        var since = breach - 1;
        while (since > 1 && SeenWithinADay.BreachedAt(one, since - 1, DateTimeOffset.MaxValue) == at)
        {
            since--;
        }

        return one.Events.First(entry => entry.Version == since).RecordedAt;
    }
}
