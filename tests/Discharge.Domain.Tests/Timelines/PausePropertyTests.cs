using CsCheck;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Adaptation;

namespace Discharge.Domain.Tests.Timelines;

public sealed class PausePropertyTests
{
    private static readonly Instant InForce = Instant.FromUtc(2015, 1, 1, 0, 0);

    /// <summary>A start, and pauses in any order that may overlap, each as minutes after the start and a length in minutes.</summary>
    private static readonly Gen<(Instant Start, (int After, int Length)[] Pauses)> Held =
        Gen.Select(ClockChanges.StartsAllYear.Where(start => start >= InForce), Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 60_000]).Array[0, 4]);

    [Test]
    public void A_date_moves_by_the_midnights_it_was_held_up_over_whatever_the_order_of_recording() =>
        Held.Sample(held =>
        {
            var (forwards, backwards) = (ClockOf(held.Start, held.Pauses), ClockOf(held.Start, [.. held.Pauses.Reverse()]));
            return forwards.Due.BreachAt == Expected(held.Start, held.Pauses) && backwards.Due.Equals(forwards.Due);
        });

    [Test]
    public void The_explanation_of_a_moved_date_recomputes_to_the_same_moment() =>
        Held.Sample(held => ClockOf(held.Start, held.Pauses) is var clock && Written.InUniversalTime(clock.Due.Explanation[^1]) == clock.Due.BreachAt);

    [Test]
    public void Raw_time_is_adjusted_time_and_the_time_held_up() =>
        Gen.Select(Held, Gen.Int[0, 200_000]).Sample((held, after) =>
        {
            var (clock, at) = (ClockOf(held.Start, held.Pauses), held.Start + Duration.FromMinutes(after));
            var heldUp = Enumerable.Range(0, after).Count(minute => held.Pauses.Any(pause => minute >= pause.After && minute < pause.After + pause.Length));
            return clock.RawElapsed(at) - clock.AdjustedElapsed(at) == Duration.FromMinutes(heldUp);
        }, iter: 200);

    private static Clock ClockOf(Instant start, (int After, int Length)[] pauses)
    {
        var history = HistoryOf(LeftAt(start));
        foreach (var (after, length) in pauses)
        {
            var from = start + Duration.FromMinutes(after);
            history = history.Then(new ClockPaused(from, MajorAdaptation, 1, PauseGround.LandlordPermission, HoldingUp.Landlord, from, from, Note, Note));
            history = history.Then(new ClockResumed(from + Duration.FromMinutes(length), history.Version));
        }

        return history.Clock();
    }

    /// <summary>Reckoned date by date, as a stranger would: 42 dates, and each midnight in a pause that began before the due date had passed adds one.</summary>
    private static Instant Expected(Instant start, (int After, int Length)[] pauses)
    {
        var due = HandReckoning.Date(start.ToDateTimeUtc()).AddDays(42);
        var paused = pauses.Select(pause => (From: start + Duration.FromMinutes(pause.After), Until: start + Duration.FromMinutes(pause.After + pause.Length))).OrderBy(pause => pause.From).ToList();
        var until = start;
        foreach (var (from, to) in paused)
        {
            // What overlaps an earlier pause counts from where that ended; a new stretch counts only where it began before the due date was over.
            var begins = Instant.Max(from, until);
            if (from > until && begins.ToDateTimeUtc() >= HandReckoning.Midnight(due.AddDays(1)))
            {
                break;
            }

            if (to > begins)
            {
                due = due.AddDays(HandReckoning.Date(to.ToDateTimeUtc()).DayNumber - HandReckoning.Date(begins.ToDateTimeUtc()).DayNumber);
                until = to;
            }
        }

        return Instant.FromDateTimeUtc(HandReckoning.Midnight(due.AddDays(1)));
    }
}
