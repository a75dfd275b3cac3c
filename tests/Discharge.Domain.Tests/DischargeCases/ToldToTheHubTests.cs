using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the lead of the hub is told at once, without waiting for a clock.</summary>
public sealed class ToldToTheHubTests
{
    private static readonly TransferItemReported NoMedicines = new(March(4, "12:00"), TransferItem.Medicines, TransferItemState.Needed);

    private static readonly FirstCareCallPlanned CallAtFive = new(March(4, "12:30"), March(4, "17:00"), Northgate);

    // Nothing a discharge needs is missing.
    private static readonly Tests.Deciding.Recorded[] InOrder = [Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked];

    private static readonly ToldAtOnce LeftWithoutMedicines = new(
        "discharge.left-without-medicines", 8, "The person left without the medicines they need.", LadderLevel.L3, March(4, "14:00"));

    [Test]
    public void Leaving_with_something_open_is_told_once_for_each_thing() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, NoMedicines, Left, NoMedicines with { Item = TransferItem.KeyAccess }])).Select(told => (told.Rule, told.Entry)),
            Is.EqualTo(new[] { ("discharge.left-without-medicines", 8L), ("discharge.left-without-key-access", 8L) }));

    [Test]
    public void It_is_told_with_the_moment_of_leaving_and_to_the_hub_lead() =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, NoMedicines, Left])), Is.EqualTo(new[] { LeftWithoutMedicines }));

    [Test]
    public void What_comes_to_be_known_later_to_have_been_open_is_told_too() =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left, NoMedicines])), Is.EqualTo(new[] { LeftWithoutMedicines with { Entry = 7 } }));

    [Test]
    public void What_came_open_only_after_leaving_is_not() =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left, NoMedicines with { OccurredAt = March(4, "14:01") }])), Is.Empty);

    [Test]
    public void Leaving_without_what_a_discharge_needs_is_told_once_for_each_thing() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf(Opened, Left)).Select(told => told.Rule),
            Is.EqualTo(new[]
            {
                "discharge.left-meeting-criteria-to-reside", "discharge.left-not-medically-stable", "discharge.left-without-assessment", "discharge.left-without-pathway", "discharge.left-without-decision",
            }));

    [Test]
    public void Leaving_with_nothing_open_tells_nobody() => Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left])), Is.Empty);

    [Test]
    public void A_visit_without_answer_is_told_until_the_person_has_been_seen() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, Left, NobodyAnsweredAt(March(4, "18:00")), Seen, NobodyAnsweredAt(March(6, "10:00"))])).Select(told => (told.Rule, told.Entry)),
            Is.EqualTo(new[] { ("discharge.visit-without-contact", 8L) }));

    [Test]
    public void A_first_care_call_missed_is_told_unless_care_had_come() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf(
            [
                .. InOrder,
                Left,
                new FirstCareCallMissed(March(4, "19:00"), MissedCallReason.ProviderDidNotCome),
                new FirstCareCallMade(March(4, "21:00"), Northgate),
                new FirstCareCallMissed(March(5, "08:00"), MissedCallReason.NoAnswer),
            ])).Select(told => (told.Rule, told.Entry)),
            Is.EqualTo(new[] { ("discharge.first-care-call-missed", 8L) }));

    [Test]
    public void A_first_care_call_is_told_of_at_its_time() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, Left, CallAtFive])),
            Is.EqualTo(new[] { new ToldAtOnce("discharge.first-care-call-overdue", 8, TransferWarnings.FirstCareCallOverdue.Sentence, LadderLevel.L3, March(4, "17:00")) }));

    [Test]
    public void Planned_anew_it_is_told_of_at_the_time_planned_last() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, Left, CallAtFive, CallAtFive with { OccurredAt = March(4, "15:00"), CallAt = March(4, "17:30") }])).Select(told => (told.Entry, told.Moment)),
            Is.EqualTo(new[] { (9L, March(4, "17:30")) }));

    private static IEnumerable<DischargeCaseEvent> WhatKeepsItFromBeingOverdue =>
    [
        new FirstCareCallMade(March(4, "16:50"), Northgate),
        new PackageOfCareStarted(March(4, "16:50"), Northgate, PackageStart.New, 3, DoubleHanded: false),
        new PersonDied(March(4, "16:00"), PlaceOfDeath.AtHome),
        new DischargeFailed(March(4, "16:00"), ReturnReason.Fall),
    ];

    [TestCaseSource(nameof(WhatKeepsItFromBeingOverdue))]
    public void A_first_care_call_that_came_or_that_nobody_waits_for_is_not_told_of(DischargeCaseEvent fact) =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left, CallAtFive, Tests.Deciding.Histories.AtOnce(fact)])), Is.Empty);

    [Test]
    public void Nor_one_for_somebody_still_in_hospital_or_in_a_care_home()
    {
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, CallAtFive])), Is.Empty);
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, CallAtFive, LeftAt(March(4, "14:00"), Destination.CareHome)])), Is.Empty);
    }

    [Test]
    public void That_somebody_needs_help_now_is_told_and_that_they_are_well_is_not() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, Left, FoundWell, FoundWell with { OccurredAt = March(4, "18:00"), Outcome = WelfareOutcome.UrgentHelpNeeded }])).Select(told => (told.Rule, told.Entry, told.Moment)),
            Is.EqualTo(new[] { ("discharge.welfare-urgent", 9L, March(4, "18:00")) }));

    [Test]
    public void That_nobody_was_there_to_receive_them_is_told_where_somebody_had_to_be()
    {
        var alone = new ArrivedAtDestination(March(4, "15:00"), ReceiverRole.Nobody);
        var receiver = new TransferItemReported(March(4, "12:00"), TransferItem.Receiver, TransferItemState.InPlace);
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, receiver, Left, alone])).Select(told => (told.Rule, told.Entry, told.Moment)),
            Is.EqualTo(new[] { ("discharge.arrived-with-nobody-there", 9L, March(4, "15:00")) }));
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left, alone])), Is.Empty);
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, receiver, Left, alone with { ReceivedBy = ReceiverRole.Neighbour }])), Is.Empty);
    }

    [Test]
    public void A_case_opened_in_error_tells_nobody_anything() =>
        Assert.That(ToldToTheHub.Of(CaseOf(Opened, NoMedicines, Left, Withdrawn(1, March(4, "15:00")))), Is.Empty);
}
