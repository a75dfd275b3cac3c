using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Reablement;

/// <summary>How far the six weeks are.</summary>
/// <param name="Day">The number of the day, that of the first contact being 0; of the last day, once reablement has ended.</param>
/// <param name="LastDay">The last day of the six weeks.</param>
/// <param name="ChargeableFrom">The first date on which reablement may be charged for.</param>
/// <param name="Over">Whether they are over and reablement is not.</param>
/// <param name="WaitingFor">What it waits for past them, as decided last.</param>
/// <param name="Owner">Who has to bring that about.</param>
/// <param name="Charge">Whether the person is charged meanwhile; free while the free days last.</param>
/// <param name="ChargedFrom">From when the person is charged.</param>
public sealed record SixWeeksView(
    int Day, LocalDate LastDay, LocalDate? ChargeableFrom, bool Over, WaitingFor? WaitingFor, OdsCode? Owner, ChargePosition? Charge, Instant? ChargedFrom)
{
    internal static SixWeeksView? Of(ReablementCase reablement, CaseNow now)
    {
        if (now.Clocks.FirstOrDefault(clock => clock.Rule.Id == ReablementTimelines.SixWeeks.RuleId) is not { Due.DueOn: { } last } clock)
        {
            return null;
        }

        var (decided, charged) = (reablement.Facts.Last<LimitDecided>(), reablement.Facts.First<ChargingStarted>());
        var over = clock.IsOpen && now.At >= clock.Due.BreachAt;
        return new(
            Period.DaysBetween(LocalCalendar.DateOf(clock.Due.StartedAt), LocalCalendar.DateOf(reablement.Ending?.OccurredAt ?? now.At)),
            last,
            FreeOfCharge.ChargeableFrom(reablement, now.Book),
            over,
            over ? decided?.WaitingFor : null,
            over ? decided?.Owner : null,
            charged is not null && !(decided is { Charge: ChargePosition.Waived } && decided.OccurredAt > charged.OccurredAt) ? ChargePosition.Charged : over ? decided?.Charge ?? ChargePosition.Undecided : null,
            charged?.OccurredAt);
    }
}
