using Discharge.Domain.Timelines;
using NodaTime.Extensions;
using Recorded = Discharge.Domain.Timelines.Breaches;

namespace Discharge.Faults.Checking;

/// <summary>I6: each clock that passed its moment unmet has one standing breach; none is early, none follows a completion in time, none is doubled.</summary>
internal static class BreachesAreExact
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.Where(one => one.IsReadable).SelectMany(one => Against(one, evidence.At));

    private static IEnumerable<string> Against(StoredCase one, DateTimeOffset now)
    {
        var last = one.Events[^1].Version;
        var (owed, standing) = (SeenWithinADay.BreachedAt(one, last, now), SeenWithinADay.BreachesAt(one, last));
        if (owed is { } at && !standing.Contains(at))
        {
            yield return $"{one.Id} should be seen by {at:O} and was not, and no breach says so";
        }

        if (standing.Any(breach => breach != owed))
        {
            yield return $"{one.Id} has a breach at {standing.First(breach => breach != owed):O} and {(owed is null ? "none is owed" : $"should have it at {owed:O}")}";
        }

        if (standing.Count > 1)
        {
            yield return $"{one.Id} has {standing.Count} standing breaches of one clock";
        }

        foreach (var breach in one.Events.Where(entry => entry.Entry!.Fact is ClockBreached))
        {
            var fact = (ClockBreached)breach.Entry!.Fact;
            if (breach.RecordedAt < fact.OccurredAt.ToDateTimeOffset())
            {
                yield return $"{one.Id}: breach {breach.Version} of {fact.Rule} was recorded at {breach.RecordedAt:O}, before its moment {fact.OccurredAt}";
            }

            // What a command recorded with it comes before it and under the same moment, and counts.
            if (fact.Rule == "T01" && SeenWithinADay.BreachedAt(one, breach.Version - 1, breach.RecordedAt) is null)
            {
                yield return $"{one.Id}: breach {breach.Version} was recorded although by then none was owed";
            }
        }

        // Every other clock, and T01 once more, by the service's own rule book.
        var history = one.HistoryTo(last);
        var doubled = Recorded.StandingIn(history).GroupBy(entry => (((ClockBreached)entry.Fact).Rule, ((ClockBreached)entry.Fact).StartedBy)).Where(clock => clock.Count() > 1).ToArray();
        foreach (var clock in doubled)
        {
            yield return $"{one.Id}: {clock.Count()} breaches of the clock {clock.Key} stand";
        }

        foreach (var missing in doubled is [] ? Recorded.MissingFrom(history, one.Type.ClocksOf(RuleBook.Standard, one.Id, history), now.ToInstant()) : [])
        {
            yield return $"{one.Id}: {missing} is missing";
        }
    }
}
