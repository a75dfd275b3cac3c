using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Adaptation;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class PausedClockTests
{
    private static readonly Instant LongAfter = At("2026-12-01T10:00Z");

    [Test]
    public void A_clock_that_is_held_up_has_no_due_moment_and_is_not_breached()
    {
        var clock = Begun.Then(HeldUp("2026-03-10T09:00Z")).Clock();
        Assert.Multiple(() =>
        {
            Assert.That(clock.StatusAt(LongAfter), Is.EqualTo(ClockStatus.Paused));
            Assert.That(clock.PausedSince, Is.EqualTo(At("2026-03-10T09:00Z")));
            Assert.That(clock.WasBreachedBy(LongAfter), Is.False);
            Assert.That(clock.IsOpen, Is.True);
        });
    }

    [Test]
    public void When_it_runs_again_its_due_date_has_moved_by_the_dates_it_was_held_up()
    {
        var clock = Begun.Then(HeldUp("2026-03-10T09:00Z"), Running("2026-03-20T15:00Z", pause: 2)).Clock();
        Assert.Multiple(() =>
        {
            Assert.That(clock.Due.DueOn, Is.EqualTo(new LocalDate(2026, 4, 23)));
            Assert.That(clock.Due.BreachAt, Is.EqualTo(At("2026-04-23T23:00Z")));
            Assert.That(clock.PausedSince, Is.Null);
            Assert.That(clock.Moments.Where(moment => moment.Level is null).Select(moment => moment.At), Is.EqualTo(new[] { At("2026-04-02T07:00Z"), At("2026-04-16T07:00Z") }));
        });
    }

    [Test]
    public void A_pause_over_no_midnight_moves_no_date() =>
        Assert.That(
            Begun.Then(HeldUp("2026-03-10T09:00Z"), Running("2026-03-10T20:00Z", pause: 2)).Clock().Due.DueAt,
            Is.EqualTo(Begun.Clock().Due.DueAt));

    [Test]
    public void Two_pauses_that_overlap_move_it_once() =>
        Assert.That(
            Begun.Then(HeldUp("2026-03-10T09:00Z"), HeldUp("2026-03-12T09:00Z"), Running("2026-03-15T09:00Z", pause: 2), Running("2026-03-20T09:00Z", pause: 3)).Clock().Due.DueOn,
            Is.EqualTo(new LocalDate(2026, 4, 23)));

    [Test]
    public void A_pause_that_began_after_the_due_moment_changes_nothing()
    {
        var clock = Begun.Then(HeldUp("2026-04-20T09:00Z")).Clock();
        Assert.That((clock.StatusAt(LongAfter), clock.Due.DueOn), Is.EqualTo((ClockStatus.Breached, new LocalDate(2026, 4, 13))));
    }

    [Test]
    public void A_pause_withdrawn_as_entered_in_error_held_nothing_up() =>
        Assert.That(Begun.Then(HeldUp("2026-03-10T09:00Z"), Withdrawn(2, At("2026-03-11T09:00Z"))).Clock().Due, Is.EqualTo(Begun.Clock().Due));

    [Test]
    public void Raw_and_adjusted_elapsed_are_both_kept()
    {
        var clock = Begun.Then(HeldUp("2026-03-10T10:00Z"), Running("2026-03-12T10:00Z", pause: 2)).Clock();
        Assert.Multiple(() =>
        {
            Assert.That(clock.RawElapsed(At("2026-03-13T10:00Z")), Is.EqualTo(Duration.FromDays(11)));
            Assert.That(clock.AdjustedElapsed(At("2026-03-13T10:00Z")), Is.EqualTo(Duration.FromDays(9)));
            Assert.That(clock.AdjustedElapsed(At("2026-03-11T10:00Z")), Is.EqualTo(Duration.FromDays(8)), "While it is held up only the raw time grows.");
        });
    }

    [Test]
    public void Elapsed_time_ends_with_the_clock() =>
        Assert.That(Begun.Then(Completed("2026-03-05T10:00Z")).Clock().RawElapsed(LongAfter), Is.EqualTo(Duration.FromDays(3)));

    [Test]
    public void What_meets_it_while_it_is_held_up_meets_it_in_time() =>
        Assert.That(Begun.Then(HeldUp("2026-03-10T09:00Z"), Completed("2026-08-01T09:00Z")).Clock().StatusAt(LongAfter), Is.EqualTo(ClockStatus.Met));

    [Test]
    public void A_death_while_it_is_held_up_leaves_it_not_reached() =>
        Assert.That(
            Begun.Then(HeldUp("2026-03-10T09:00Z"), new PersonDied(At("2026-08-01T09:00Z"), PlaceOfDeath.AtHome)).Clock().StatusAt(LongAfter), Is.EqualTo(ClockStatus.NotReached));

    [Test]
    public void The_team_lead_is_told_every_fortnight_of_a_pause_and_that_is_the_next_moment()
    {
        var clock = Begun.Then(HeldUp("2026-03-10T09:00Z")).Clock();
        Assert.Multiple(() =>
        {
            Assert.That(clock.MomentsBy(At("2026-04-10T10:00Z")).Select(moment => (moment.At, moment.Level)), Is.EqualTo(new[]
            {
                (At("2026-03-24T08:00Z"), (LadderLevel?)LadderLevel.L2),
                (At("2026-04-07T07:00Z"), LadderLevel.L2),
            }));
            Assert.That(clock.NextMomentAfter(At("2026-04-10T10:00Z")), Is.EqualTo(At("2026-04-21T07:00Z")));
        });
    }

    [Test]
    public void The_explanation_names_each_pause_and_the_moved_date() =>
        Assert.That(Begun.Then(HeldUp("2026-03-10T09:00Z"), Running("2026-03-20T15:00Z", pause: 2)).Clock().Due.Explanation, Is.EqualTo(Lines(
            "Started 2 March 2026 10:00 GMT (2026-03-02T10:00:00Z).",
            "The local date is 2 March 2026: day 0.",
            "42 days later by the calendar is 13 April 2026.",
            "The clocks go forward on 29 March 2026 at 01:00 GMT; days are counted by date, so the due date does not move.",
            "Held up from 10 March 2026 09:00 GMT (2026-03-10T09:00:00Z) to 20 March 2026 15:00 GMT (2026-03-20T15:00:00Z): the date moves by 10.",
            "Due by the end of 23 April 2026: late from 24 April 2026 00:00 BST (2026-04-23T23:00:00Z).")));

    [Test]
    public void A_pause_put_on_record_after_the_breach_withdraws_it_because_the_due_moment_moved()
    {
        var history = Looked(Begun, At("2026-04-14T09:00Z")).Then(HeldUp("2026-03-10T09:00Z").RecordedAt(At("2026-04-15T09:00Z")), Running("2026-03-12T09:00Z", pause: 3).RecordedAt(At("2026-04-15T09:00Z")));
        var looked = Looked(history, At("2026-04-15T09:00Z"));
        Assert.Multiple(() =>
        {
            Assert.That(looked.Entries[^1].Fact, Is.EqualTo(new BreachWithdrawn(At("2026-04-15T09:00Z"), 2, MajorAdaptation, BreachWithdrawalCause.DueMoved)));
            Assert.That(
                Looked(looked, At("2026-04-16T09:00Z")).Entries[^1].Fact,
                Is.EqualTo(new ClockBreached(At("2026-04-15T23:00Z"), MajorAdaptation, 1, At("2026-04-15T23:00Z") - LocalCalendar.Microsecond, At("2026-04-16T09:00Z"), 1, 2, BreachCause.DueMoved)));
        });
    }

    private static History Looked(History history, Instant now) => history.Then(Breaches.MissingFrom(history, [history.Clock()], now).Select(fact => fact.RecordedAt(now)));
}
