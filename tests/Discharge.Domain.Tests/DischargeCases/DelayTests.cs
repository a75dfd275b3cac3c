using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class DelayTests : DischargeCaseDecisions
{
    private static readonly DelayReason Medicines = DelayCodeset.Acute2022.Find("v")!;

    private static readonly DelayStarted Waiting = new(March(4, "10:00"), Medicines, Owner.Ward, Northgate);

    private static readonly DelayEnded Over = new(March(4, "13:00"), Delay: 3);

    private static StartDelay StartAt(Instant at) => new(at, Medicines, Owner.Ward, Northgate);

    [Test]
    public void A_delay_starts_with_its_reason_who_acts_next_and_whom_it_is_attributable_to() => Given(Opened, Ready).When(StartAt(March(4, "10:00")).Decide).ThenRecorded(Waiting);

    [Test]
    public void The_same_delay_again_records_nothing() => Given(Opened, Ready, Waiting).When(StartAt(March(4, "10:00")).Decide).ThenRecordedNothing();

    [Test]
    public void Delays_may_overlap() =>
        Given(Opened, Ready, Waiting)
            .When((StartAt(March(4, "11:00")) with { Reason = DelayCodeset.Acute2022.Find("vi")! }).Decide)
            .ThenRecorded(Waiting with { OccurredAt = March(4, "11:00"), Reason = DelayCodeset.Acute2022.Find("vi")! });

    [Test]
    public void A_delay_before_the_person_was_ready_is_recorded_and_says_so() => Given(Opened, Ready).When(StartAt(March(4, "08:59")).Decide).ThenDeparting(StartDelay.NotReady);

    [Test]
    public void A_delay_dated_after_leaving_is_recorded_and_says_so() => Given(Opened, Ready, Left).When(StartAt(March(4, "14:01")).Decide).ThenDeparting(StartDelay.AfterLeaving);

    [Test]
    public void A_delay_ends() => Given(Opened, Ready, Waiting).When(new EndDelay(March(4, "13:00"), Delay: 3).Decide).ThenRecorded(Over);

    [Test]
    public void The_same_end_again_records_nothing() => Given(Opened, Ready, Waiting, Over).When(new EndDelay(March(4, "13:00"), Delay: 3).Decide).ThenRecordedNothing();

    [Test]
    public void Another_end_is_refused_naming_the_one_on_record() =>
        Given(Opened, Ready, Waiting, Over).When(new EndDelay(March(4, "13:30"), Delay: 3).Decide).ThenRefused(EndDelay.AlreadyEnded.Naming(4));

    [TestCase(2, Description = "An entry that began no delay")]
    [TestCase(9, Description = "No entry")]
    public void What_is_no_delay_cannot_end_or_be_primary(long entry)
    {
        Given(Opened, Ready, Waiting).When(new EndDelay(March(4, "13:00"), entry).Decide).ThenRefused(EndDelay.NoSuchDelay);
        Given(Opened, Ready, Waiting).When(new NamePrimaryDelay(March(4, "13:00"), new LocalDate(2026, 3, 4), entry).Decide).ThenRefused(EndDelay.NoSuchDelay);
    }

    [Test]
    public void A_withdrawn_delay_is_none() =>
        Given(Opened, Ready, Waiting, Withdrawn(3, March(4, "12:00"))).When(new EndDelay(March(4, "13:00"), Delay: 3).Decide).ThenRefused(EndDelay.NoSuchDelay);

    [Test]
    public void An_end_dated_before_the_beginning_is_recorded_and_says_so() =>
        Given(Opened, Ready, Waiting).When(new EndDelay(March(4, "09:59"), Delay: 3).Decide).ThenDeparting(EndDelay.BeforeItBegan);

    [Test]
    public void A_delay_whose_end_is_dated_before_its_beginning_lasted_no_time() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Waiting, Over with { OccurredAt = March(4, "09:00") })).Single().Until, Is.EqualTo(March(4, "10:00")));

    [Test]
    public void Leaving_ends_a_delay_that_nobody_ended() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Waiting, Left)).Single() is var delay ? (delay.Until, delay.IsOpen) : default, Is.EqualTo(((Instant?)March(4, "14:00"), false)));

    [Test]
    public void And_one_that_is_said_to_have_ended_after_it() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Waiting, Left, Over with { OccurredAt = March(4, "18:00") })).Single().Until, Is.EqualTo(March(4, "14:00")));

    [Test]
    public void One_that_ended_before_leaving_ended_then() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Waiting, Over with { OccurredAt = March(4, "11:00") }, Left)).Single().Until, Is.EqualTo(March(4, "11:00")));

    [Test]
    public void One_that_began_after_leaving_lasted_no_time() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Left, Waiting with { OccurredAt = March(4, "15:00") })).Single().Until, Is.EqualTo(March(4, "15:00")));

    [Test]
    public void A_leaving_withdrawn_leaves_the_delay_open() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Waiting, Left, Withdrawn(4, March(4, "15:00")))).Single().IsOpen, Is.True);

    [Test]
    public void The_end_of_a_delay_is_recorded_also_where_the_person_has_left() =>
        Given(Opened, Ready, Waiting, Left).When(new EndDelay(March(4, "13:00"), Delay: 3).Decide).ThenRecorded(new DelayEnded(March(4, "13:00"), Delay: 3));

    [Test]
    public void A_withdrawn_end_leaves_the_delay_open() =>
        Assert.That(Delay.Of(CaseOf(Opened, Ready, Waiting, Over, Withdrawn(4, March(4, "14:00")))).Single().IsOpen, Is.True);

    [Test]
    public void A_delay_is_named_primary_for_a_day() =>
        Given(Opened, Ready, Waiting)
            .When(new NamePrimaryDelay(March(4, "12:00"), new LocalDate(2026, 3, 4), Delay: 3).Decide)
            .ThenRecorded(new PrimaryDelayNamed(March(4, "12:00"), new LocalDate(2026, 3, 4), Delay: 3));

    [TestCase(3, Description = "It had not begun")]
    [TestCase(5, Description = "It had ended")]
    public void A_delay_named_primary_for_a_day_on_which_it_was_not_open_is_recorded_and_says_so(int day) =>
        Given(Opened, Ready, Waiting, Over).When(new NamePrimaryDelay(March(5, "12:00"), new LocalDate(2026, 3, day), Delay: 3).Decide).ThenDeparting(NamePrimaryDelay.NotOpenThatDay);

    [Test]
    public void Whoever_acts_next_on_an_open_delay_is_told_so() => Assert.Multiple(() =>
    {
        Assert.That(
            NextSteps.Of(CaseOf(Opened, Ready, Waiting), []),
            Does.Contain(new NextStep("resolve-delay", "Deal with what keeps the person in hospital: Awaiting medicines to take home.", Owner.Ward)));
        Assert.That(NextSteps.Of(CaseOf(Opened, Ready, Waiting, Over), []).Select(step => step.What), Does.Not.Contain("resolve-delay"));
    });

    [Test]
    public void An_organisation_that_acts_next_is_named_and_has_a_step_of_its_own()
    {
        var theirs = Waiting with { ActsNext = Owner.NamedOrganisation };
        Assert.That(
            ToResolve(theirs, theirs with { OccurredAt = March(4, "10:30") }, theirs with { OccurredAt = March(4, "11:00"), Attributable = Westbrook }),
            Is.EqualTo(new[] { (Owner.NamedOrganisation, Northgate), (Owner.NamedOrganisation, (OdsCode?)Westbrook) }));
    }

    [Test]
    public void Where_nobody_named_the_organisation_the_hub_finds_out() =>
        Assert.That(ToResolve(Waiting with { ActsNext = Owner.NamedOrganisation, Attributable = null }), Is.EqualTo(new[] { (Owner.CareTransferHub, (OdsCode?)null) }));

    [Test]
    public void Whoever_else_acts_next_is_not_the_organisation_it_is_attributable_to() => Assert.That(ToResolve(Waiting), Is.EqualTo(new[] { (Owner.Ward, (OdsCode?)null) }));

    private static IEnumerable<(Owner Owner, OdsCode? Organisation)> ToResolve(params DelayStarted[] delays) =>
        NextSteps.Of(CaseAfterOpening([Ready, .. delays]), []).Where(step => step.What == "resolve-delay").Select(step => (step.Owner, step.Organisation));

    [Test]
    public void A_reason_of_a_list_that_a_deployment_added_is_named_by_its_code() =>
        Assert.That(
            NextSteps.Of(CaseOf(Opened, Ready, Waiting with { Reason = new("local", "2026", "lift-broken") }), []).Select(step => step.Sentence),
            Does.Contain("Deal with what keeps the person in hospital: local-2026 lift-broken."));
}
