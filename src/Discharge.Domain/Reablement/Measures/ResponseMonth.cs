using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>How fast the referrals of one month were responded to, how soon reablement started, and how often the team was in contact.</summary>
/// <param name="Month">The first London date of the month.</param>
/// <param name="Referrals">How many referrals were received.</param>
/// <param name="Responded">How many of them were responded to, the referrer being told.</param>
/// <param name="InTime">How many within 48 hours.</param>
/// <param name="MedianHours">The median of the hours until then, to one decimal; null where none was.</param>
/// <param name="Urgent">How many were urgent.</param>
/// <param name="UrgentSameDay">How many of those were contacted on the same day.</param>
/// <param name="Started">How many people handed over or referred in the month were contacted.</param>
/// <param name="MedianDaysToStart">The median of the days until then, to one decimal; null where none was.</param>
/// <param name="ContactsPerWeek">How often the team was in contact a week, of the person of whom half were more often and half less; null where none was.</param>
public sealed record ResponseMonth(
    LocalDate Month, int Referrals, int Responded, int InTime, decimal? MedianHours, int Urgent, int UrgentSameDay, int Started, decimal? MedianDaysToStart, decimal? ContactsPerWeek)
{
    /// <summary>The months of cases, in order.</summary>
    /// <param name="cases">The cases, with their clocks.</param>
    /// <param name="at">The moment at which they are looked at.</param>
    public static IReadOnlyList<ResponseMonth> Of(IEnumerable<(ReablementCase Reablement, IReadOnlyList<Clock> Clocks)> cases, Instant at) =>
    [
        .. from one in cases
           where one.Reablement.Referral is not null
           group one by LocalCalendar.DateOf(one.Reablement.Referral!.OccurredAt).With(DateAdjusters.StartOfMonth) into month
           orderby month.Key
           select Of(month.Key, [.. month], at),
    ];

    private static ResponseMonth Of(LocalDate month, (ReablementCase Reablement, IReadOnlyList<Clock> Clocks)[] cases, Instant at)
    {
        var responses = ClocksOf(cases, ReablementTimelines.Response).ToArray();
        var urgent = ClocksOf(cases, ReablementTimelines.UrgentContact).ToArray();
        var started = cases.Where(one => one.Reablement.FirstContact is not null).Select(one => one.Reablement).ToArray();
        return new(
            month,
            responses.Length,
            responses.Count(clock => clock.StoppedAt is not null),
            responses.Count(clock => clock.StatusAt(at) is ClockStatus.Met),
            Median([.. responses.Where(clock => clock.StoppedAt is not null).Select(clock => clock.RawElapsed(at).TotalHours)]),
            urgent.Length,
            urgent.Count(clock => clock.StatusAt(at) is ClockStatus.Met),
            started.Length,
            Median([.. started.Select(one => (one.FirstContact!.OccurredAt - one.Referral!.OccurredAt).TotalDays)]),
            Median([.. started.Select(one => (double)ContactFrequency.PerWeek(one, at)!)]));
    }

    private static IEnumerable<Clock> ClocksOf((ReablementCase Reablement, IReadOnlyList<Clock> Clocks)[] cases, ClockBinding<ReablementCase> binding) =>
        cases.SelectMany(one => one.Clocks).Where(clock => clock.Rule.Id == binding.RuleId);

    private static decimal? Median(double[] values)
    {
        if (values is [])
        {
            return null;
        }

        Array.Sort(values);
        return decimal.Round((decimal)((values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2), 1, MidpointRounding.AwayFromZero);
    }
}
