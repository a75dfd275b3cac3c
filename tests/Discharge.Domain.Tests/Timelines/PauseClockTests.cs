using System.Collections.Immutable;
using Discharge.Domain.Deciding;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Timelines.Adaptation;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class PauseClockTests
{
    private static History HeldUpNow => Begun.Then(HeldUp("2026-03-10T09:00Z"));

    [Test]
    public void A_pause_is_recorded_with_its_party_dates_alternative_and_interim_arrangement() =>
        Assert.That(Facts(Decide(Begun, Pausing("2026-03-10T09:00Z"))), Is.EqualTo(new[] { HeldUp("2026-03-10T09:00Z") }));

    [Test]
    public void The_same_pause_twice_records_nothing_new() => Assert.That(Facts(Decide(HeldUpNow, Pausing("2026-03-10T09:00Z"))), Is.Empty);

    [TestCase("T15", "It keeps a person safe; it can be voided with a reason, and not paused.")]
    [TestCase("T17", "The period is statutory; it can be voided with a reason, and not paused.")]
    [TestCase("T02", "The assessment says all referrals are responded to within 48 hours.")]
    public void Whatever_may_not_be_paused_says_why(string rule, string why) =>
        Assert.That(
            RefusalOf(Pausing("2026-03-02T11:00Z", rule: rule, requested: "2026-03-02T10:00Z", chased: "2026-03-02T10:00Z").Decide(Begun, Begun.Clocks(RuleBook.Standard, rule))),
            Is.EqualTo(PauseClock.NotPausable with { Sentence = why }));

    [Test]
    public void A_pause_that_is_left_to_the_authority_needs_its_word()
    {
        var (book, faults) = RuleBook.Standard.With([new("T05", new(2026, 3, 1), "Agreed with the hospitals.") { Pausable = true }]);
        var readmitted = Pausing("2026-03-10T09:00Z", PauseGround.Readmission, "T05");
        Assert.Multiple(() =>
        {
            Assert.That(RefusalOf(readmitted.Decide(Begun, Begun.Clocks(RuleBook.Standard, "T05"))), Is.EqualTo(PauseClock.NotSwitchedOn));
            Assert.That(faults, Is.Empty);
            Assert.That(Facts(readmitted.Decide(Begun, Begun.Clocks(book, "T05"))), Has.Exactly(1).Items);
        });
    }

    [Test]
    public void A_ground_the_rule_does_not_name_is_refused() =>
        Assert.That(RefusalOf(Decide(Begun, Pausing("2026-03-10T09:00Z", PauseGround.PersonUnavailable))), Is.EqualTo(PauseClock.GroundNotAccepted));

    [TestCase("2026-03-09T09:00Z", "2026-03-08T09:00Z", Description = "Chased before they were asked")]
    [TestCase("2026-03-09T09:00Z", "2026-03-11T09:00Z", Description = "Chased after the pause began")]
    public void Dates_that_contradict_each_other_are_refused(string requested, string chased) =>
        Assert.That(RefusalOf(Decide(Begun, Pausing("2026-03-10T09:00Z", requested: requested, chased: chased))), Is.EqualTo(PauseClock.DatesContradict));

    [Test]
    public void A_clock_that_is_held_up_cannot_be_paused_again() =>
        Assert.That(RefusalOf(Decide(HeldUpNow, Pausing("2026-03-11T09:00Z"))), Is.EqualTo(PauseClock.AlreadyPaused.Naming(2)));

    [TestCase("2026-03-02T09:00Z", Description = "Before it started", ExpectedResult = "clock.pause-dates")]
    [TestCase("2026-04-13T22:59Z", Description = "On its last day", ExpectedResult = null)]
    [TestCase("2026-04-13T23:00Z", Description = "When it was over", ExpectedResult = "clock.pause-too-late")]
    public string? It_can_be_paused_between_its_start_and_its_due_moment(string from) => (Decide(Begun, Pausing(from)) as Decision<ClockPaused>.Refused)?.Refusal.Code;

    [Test]
    public void Before_its_start_there_is_nothing_to_pause() =>
        Assert.That(RefusalOf(Decide(Begun, Pausing("2026-03-02T09:00Z", requested: "2026-03-01T09:00Z", chased: "2026-03-01T09:00Z"))), Is.EqualTo(PauseClock.TooLate));

    [Test]
    public void A_clock_of_another_rule_is_not_there_to_be_paused() =>
        Assert.That(RefusalOf(Pausing("2026-03-10T09:00Z", rule: "T17").Decide(Begun, [Begun.Clock()])), Is.EqualTo(PauseClock.NotRunning));

    [Test]
    public void A_clock_that_has_ended_cannot_be_paused() =>
        Assert.That(RefusalOf(Decide(Begun.Then(Completed("2026-03-05T09:00Z")), Pausing("2026-03-10T09:00Z"))), Is.EqualTo(PauseClock.NotRunning));

    [Test]
    public void It_runs_again_from_a_moment_after_the_pause_began() =>
        Assert.Multiple(() =>
        {
            Assert.That(Facts(Resume(HeldUpNow, "2026-03-20T09:00Z")), Is.EqualTo(new[] { Running("2026-03-20T09:00Z", pause: 2) }));
            Assert.That(RefusalOf(Resume(HeldUpNow, "2026-03-09T09:00Z")), Is.EqualTo(ResumeClock.BeforePause.Naming(2)));
            Assert.That(Facts(Resume(HeldUpNow.Then(Running("2026-03-20T09:00Z", pause: 2)), "2026-03-20T09:00Z")), Is.Empty, "Said twice, it is recorded once.");
            Assert.That(RefusalOf(Resume(Begun, "2026-03-20T09:00Z")), Is.EqualTo(ResumeClock.NotPaused));
        });

    private static Decision<ClockPaused> Decide(History history, PauseClock command) => command.Decide(history, [history.Clock()]);

    private static Decision<ClockResumed> Resume(History history, string from) => new ResumeClock(At(from), MajorAdaptation).Decide(history, [history.Clock()]);

    private static ImmutableArray<T> Facts<T>(Decision<T> decision)
        where T : Fact => decision is Decision<T>.Accepted accepted ? accepted.Facts : throw new AssertionException(((Decision<T>.Refused)decision).Refusal.Code);

    private static Refusal RefusalOf<T>(Decision<T> decision)
        where T : Fact => ((Decision<T>.Refused)decision).Refusal;
}
