using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// The timelines a deployment works to, as dated data: looked up by id and by the London date on which a clock starts.
/// An id may have several eras, of which at most one is in force on any date.
/// </summary>
public sealed partial class RuleBook
{
    private readonly ILookup<string, TimelineRule> _byId;

    /// <summary>A book of these rules; two eras of one id that overlap, or share a version, are a broken book.</summary>
    public RuleBook(IEnumerable<TimelineRule> rules)
    {
        Rules = [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).ThenBy(rule => rule.InForceFrom)];
        _byId = Rules.ToLookup(rule => rule.Id, StringComparer.Ordinal);
        foreach (var (earlier, later) in Rules.Zip(Rules.Skip(1)).Where(pair => pair.First.Id == pair.Second.Id))
        {
            if (later.IsInForceOn(earlier.InForceFrom) || earlier.IsInForceOn(later.InForceFrom) || later.Version <= earlier.Version)
                throw new ArgumentException($"{later.Id} version {later.Version} does not follow version {earlier.Version} in time.", nameof(rules));
        }
    }

    /// <summary>The rules this service ships with: T01 to T36.</summary>
    public static RuleBook Standard { get; } = new(
    [
        .. Discharging,
        .. Reablement,
        .. NationalStandards,
        .. InterimBeds,
        .. OccupationalTherapy,
        .. Adaptations,
        .. PlacesOfSafety,
        .. LongTermCare,
        .. Historic,
    ]);

    /// <summary>Every rule in every era, by id and then by date.</summary>
    public IReadOnlyList<TimelineRule> Rules { get; }

    /// <summary>The rules whose clocks are run, and the measures that are told.</summary>
    public IEnumerable<TimelineRule> InUse => Rules.Where(rule => rule.InUse);

    /// <summary>Every era of a rule, in order of time; empty where there is no such rule.</summary>
    public IEnumerable<TimelineRule> Eras(string id) => _byId[id];

    /// <summary>The rule in force on a London date; none where there is no such rule or it was not in force then.</summary>
    public TimelineRule? InForce(string id, LocalDate on) => Eras(id).SingleOrDefault(rule => rule.IsInForceOn(on));

    /// <summary>One version of a rule, as a case kept it; none where there is no such version.</summary>
    public TimelineRule? Version(string id, int version) => Eras(id).SingleOrDefault(rule => rule.Version == version);

    /// <summary>
    /// When a clock started at this moment would be due under the rule in force on its London date;
    /// <see cref="NoDue"/> where that has no single due moment or none was in force; none at all where there is no such rule.
    /// </summary>
    public Reckoning? DueAfter(string id, Instant startedAt) => (Eras(id).Any(), startedAt >= LocalCalendar.Earliest && startedAt < LocalCalendar.Latest) switch
    {
        (false, _) => null,
        (_, false) => NoDue.StartOutOfRange,
        _ => LocalCalendar.DateOf(startedAt) is var on && InForce(id, on) is { } rule ? rule.DueAfter(startedAt) : NoDue.NotInForce(id, on),
    };
}
