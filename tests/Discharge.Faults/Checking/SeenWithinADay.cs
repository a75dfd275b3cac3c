using System.Text.Json;

namespace Discharge.Faults.Checking;

/// <summary>
/// Whether somebody who left had been seen within 24 hours, reckoned anew from what is stored and without any code of the service, so that a fault of its own arithmetic
/// is not excused by itself. It knows what the load does: leaving home on pathway 0 or 1 or none, visits, withdrawals.
/// </summary>
internal static class SeenWithinADay
{
    private const string Left = "discharge-case.discharged-from-hospital.v1";

    private static readonly HashSet<string> Assess = ["consultant", "doctor", "nurse", "occupational-therapist", "physiotherapist", "social-worker", "independent-living-assessor"];

    /// <summary>When the clock of 24 hours was breached, by what stood on record at a version; null where there is none or it was not.</summary>
    public static DateTimeOffset? BreachedAt(StoredCase one, long version, DateTimeOffset by)
    {
        var standing = StandingAt(one, version);
        var left = Of(standing, Left).FirstOrDefault();
        if (left is null || !Of(standing, "discharge-case.case-opened.v1").Any() || Of(standing, "discharge-case.pathway-decided.v1").LastOrDefault(decided => decided.At <= left.At)?.Text("pathway") is "pathway-0")
        {
            return null;
        }

        var breach = left.At.AddHours(24).AddTicks(TimeSpan.TicksPerMicrosecond);
        var seen = Of(standing, "discharge-case.home-visit-made.v1").Any(visit => visit.At >= left.At && visit.At < breach && Assess.Contains(visit.Text("by")));
        return seen || breach > by ? null : breach;
    }

    /// <summary>The breaches of it that stand at a version, as the moment each names.</summary>
    public static IReadOnlyList<DateTimeOffset> BreachesAt(StoredCase one, long version)
    {
        var entries = one.Events.Where(entry => entry.Version <= version).Select(Fact.Of).ToArray();
        var taken = entries.Where(entry => entry.Type == "clock.breach-withdrawn.v1").Select(entry => entry.Number("breach")).ToHashSet();
        return [.. entries.Where(entry => entry.Type == "clock.breached.v1" && entry.Text("rule") == "T01" && !taken.Contains(entry.Version)).Select(entry => entry.At)];
    }

    private static Fact[] StandingAt(StoredCase one, long version)
    {
        var withdrawn = new HashSet<long>();
        var facts = one.Events.Where(entry => entry.Version <= version).Select(Fact.Of).ToArray();
        foreach (var fact in facts.Reverse().Where(fact => fact.Type == "case.entry-withdrawn.v1" && !withdrawn.Contains(fact.Version)))
        {
            withdrawn.Add(fact.Number("entry"));
        }

        return [.. facts.Where(fact => !withdrawn.Contains(fact.Version))];
    }

    private static IEnumerable<Fact> Of(IEnumerable<Fact> facts, string type) => facts.Where(fact => fact.Type == type).OrderBy(fact => fact.At).ThenBy(fact => fact.Version);

    private sealed record Fact(long Version, string Type, JsonElement Data)
    {
        public DateTimeOffset At => Data.GetProperty("occurredAt").GetDateTimeOffset();

        public static Fact Of(StoredEvent stored)
        {
            using var data = JsonDocument.Parse(stored.Data);
            return new(stored.Version, stored.Type, data.RootElement.Clone());
        }

        public string Text(string field) => Data.GetProperty(field).GetString()!;

        public long Number(string field) => Data.GetProperty(field).GetInt64();
    }
}
