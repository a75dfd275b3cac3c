using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>A concrete moment at which one clock speaks up.</summary>
/// <param name="At">When; never before the clock's own start, since what is past by then is given at once.</param>
/// <param name="Words">Which moment of the rule it is, in words.</param>
/// <param name="Level">The level of the ladder that is told; absent for a warning shown to whoever holds the case.</param>
/// <param name="Who">Who that is; absent with the level.</param>
/// <param name="If">Given only where this holds; absent where it always is.</param>
public sealed record Moment(Instant At, string Words, LadderLevel? Level, string? Who, Condition? If)
{
    internal static IReadOnlyList<Moment> For(TimelineRule rule, Func<WarningMoment, IEnumerable<Instant>> instants, Instant notBefore)
    {
        List<Moment> moments = [];
        foreach (var warning in rule.Warnings)
        {
            Add(warning, level: null, who: null);
        }

        foreach (var escalation in rule.Escalations)
        {
            foreach (var told in escalation.At is AtEachWarning ? rule.Warnings : [new Warning(escalation.At)])
            {
                Add(told, escalation.Level, escalation.Who);
            }
        }

        return moments is []
            ? []
            : [.. moments.Distinct().OrderBy(moment => moment.At).ThenBy(moment => moment.Level).ThenBy(moment => moment.Words, StringComparer.Ordinal)];

        void Add(Warning told, LadderLevel? level, string? who)
        {
            foreach (var at in instants(told.At))
            {
                moments.Add(new Moment(Instant.Max(at, notBefore), told.At.Words, level, who, told.If));
            }
        }
    }
}
