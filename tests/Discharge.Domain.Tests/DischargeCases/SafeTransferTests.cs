using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What has to be there before somebody leaves: said beforehand, on record where they leave without it, and next until it is put right.</summary>
public sealed class SafeTransferTests : DischargeCaseDecisions
{
    private static readonly FunctionalAssessmentMade NeedsCare = Assessed with { Needs = [FunctionalNeed.Reablement, FunctionalNeed.PersonalCare] };

    private static readonly FunctionalAssessmentMade NeedsEquipment = Assessed with { Needs = [FunctionalNeed.Equipment] };

    private static readonly FunctionalAssessmentMade NeedsHoistAndBed =
        NeedsEquipment with { Detail = new FunctionDetail(MovingAndHandling.WithHoist, Cognition: null, [EquipmentKind.Hoist, EquipmentKind.HospitalBed], Baseline: null, Goals: null) };

    private static IEnumerable<TestCaseData> Items =>
    [
        Row("Medicines needed", LeftWithout.WithoutMedicines, TransferWarnings.MedicinesNotInHand, "supply-medicines", Said(TransferItem.Medicines, TransferItemState.Needed)),
        Row("Medicines on their way", LeftWithout.WithoutMedicines, TransferWarnings.MedicinesNotInHand, "supply-medicines", Said(TransferItem.Medicines, TransferItemState.Arranged)),
        Row("Equipment needed", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", Hoist(TransferItemState.Needed)),
        Row("Equipment ordered", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", Hoist(TransferItemState.Arranged)),
        Row("Equipment the assessment asks for", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", NeedsEquipment),
        Row("A walking aid in place, and the assessment says no more than equipment", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", NeedsEquipment, Hoist(TransferItemState.InPlace) with { Equipment = EquipmentKind.WalkingAid }),
        Row("A hoist in place and a bed not", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", Hoist(TransferItemState.InPlace), Bed(TransferItemState.Needed)),
        Row("The hoist the assessment asks for", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", NeedsHoistAndBed, Bed(TransferItemState.InPlace)),
        Row("A key arranged", LeftWithout.WithoutKeyAccess, TransferWarnings.KeyAccessNotInPlace, "arrange-key-access", Said(TransferItem.KeyAccess, TransferItemState.Arranged)),
        Row("Somebody asked to receive them", LeftWithout.WithNobodyReceiving, TransferWarnings.ReceiverNotConfirmed, "confirm-receiver", Said(TransferItem.Receiver, TransferItemState.Arranged)),
        Row("The summary not begun", LeftWithout.WithoutSummary, TransferWarnings.SummaryNotUnderWay, "send-discharge-summary", Said(TransferItem.DischargeSummary, TransferItemState.Needed)),
        Row("Personal care and no call planned", LeftWithout.WithoutFirstCareCall, TransferWarnings.FirstCareCallNotPlanned, "plan-first-care-call", NeedsCare),
        Row("Moving and handling and no call planned", LeftWithout.WithoutFirstCareCall, TransferWarnings.FirstCareCallNotPlanned, "plan-first-care-call", Assessed with { Needs = [FunctionalNeed.MovingAndHandling] }),
        Row("Home at two, care at half past seven", LeftWithout.BeforeFirstCareCall, TransferWarnings.FirstCareCallLate, "bring-first-care-call-forward", NeedsCare, Collected(March(4, "14:00")), CallAt(March(4, "19:30"))),
        Row("No personal care assessed, and a call planned for half past seven", LeftWithout.BeforeFirstCareCall, TransferWarnings.FirstCareCallLate, "bring-first-care-call-forward", Collected(March(4, "14:00")), CallAt(March(4, "19:30"))),
        Row("A call planned, and the package handed back before leaving", LeftWithout.WithoutFirstCareCall, TransferWarnings.FirstCareCallNotPlanned, "plan-first-care-call", CallAt(March(4, "16:00")), HandedBack),
        Row("Moved with a hoist that no list names", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", MovedWithHoist),
        Row("Waiting for medicines", LeftWithout.WithoutMedicines, TransferWarnings.MedicinesNotInHand, "supply-medicines", WaitingFor(DelayCodeset.Acute2022, "v")),
        Row("Medicines in hand, and waiting for more since", LeftWithout.WithoutMedicines, TransferWarnings.MedicinesNotInHand, "supply-medicines", Said(TransferItem.Medicines, TransferItemState.InPlace), WaitingFor(DelayCodeset.Community2023, "medicines") with { OccurredAt = March(4, "12:30") }),
        Row("Waiting for equipment", LeftWithout.WithoutEquipment, TransferWarnings.EquipmentNotInPlace, "put-equipment-in-place", WaitingFor(DelayCodeset.Acute2022, "xi")),
    ];

    private static IEnumerable<TestCaseData> InOrder =>
    [
        Row("Nothing said and nothing needed"),
        Row("Medicines in hand", Said(TransferItem.Medicines, TransferItemState.InPlace)),
        Row("No medicines needed after all", Said(TransferItem.Medicines, TransferItemState.Needed), Said(TransferItem.Medicines, TransferItemState.NotNeeded) with { OccurredAt = March(4, "13:00") }),
        Row("Transport arranged", Said(TransferItem.Transport, TransferItemState.Arranged)),
        Row("The summary to follow", Said(TransferItem.DischargeSummary, TransferItemState.Arranged)),
        Row("The hoist and the bed in place", Hoist(TransferItemState.InPlace), Bed(TransferItemState.InPlace)),
        Row("What the assessment asked for in place", NeedsEquipment, Said(TransferItem.Equipment, TransferItemState.InPlace)),
        Row("Each piece the assessment asked for in place", NeedsHoistAndBed, Hoist(TransferItemState.InPlace), Bed(TransferItemState.InPlace)),
        Row("A call planned in time with no personal care assessed", Collected(March(4, "14:00")), CallAt(March(4, "18:00"))),
        Row("Care at six, four hours after leaving", NeedsCare, Collected(March(4, "14:00")), CallAt(March(4, "18:00"))),
        Row("Handed back and planned with somebody else", CallAt(March(4, "16:00")), HandedBack, CallAt(March(4, "15:00")) with { OccurredAt = March(4, "13:00") }),
        Row("Moved with a hoist, and it is there", MovedWithHoist, Hoist(TransferItemState.InPlace)),
        Row("Moved with a hoist, and none is needed where they go", MovedWithHoist, Hoist(TransferItemState.NotNeeded)),
        Row("Waited for medicines, and they came", WaitingFor(DelayCodeset.Acute2022, "v"), Said(TransferItem.Medicines, TransferItemState.InPlace)),
        Row("Waited for medicines, which is over", WaitingFor(DelayCodeset.Acute2022, "v"), new DelayEnded(March(4, "12:30"), Delay: 7)),
        Row("Waiting for a diagnostic test", WaitingFor(DelayCodeset.Acute2022, "diagnostic-test")),
    ];

    [TestCaseSource(nameof(Items))]
    public void Leaving_with_it_open_is_recorded_and_names_it(Departure departure, Departure warning, string step, DischargeCaseEvent[] facts) =>
        Given([.. Recorded(facts)]).When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide).ThenDeparting(departure);

    [TestCaseSource(nameof(Items))]
    public void The_case_warns_of_it_from_the_decision_to_discharge_on_and_says_what_to_do(Departure departure, Departure warning, string step, DischargeCaseEvent[] facts)
    {
        var discharge = CaseAfterOpening(BeforeLeaving(facts));
        Assert.That((TransferWarnings.At(discharge, March(4, "13:30")).Single(), Steps(discharge).Last().What), Is.EqualTo((warning, step)));
    }

    [TestCaseSource(nameof(Items))]
    public void After_leaving_it_is_the_hubs_and_due_at_once(Departure departure, Departure warning, string step, DischargeCaseEvent[] facts)
    {
        var next = Steps(CaseAfterOpening([.. BeforeLeaving(facts), Left])).First(next => next.What == step);
        Assert.That((next.Owner, next.Due), Is.EqualTo((Owner.CareTransferHub, (Instant?)March(4, "14:00"))));
    }

    [TestCaseSource(nameof(InOrder))]
    public void What_is_in_order_departs_from_nothing_and_warns_of_nothing(DischargeCaseEvent[] facts)
    {
        Given([.. Recorded(facts)]).When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide).ThenRecorded(Left);
        Assert.That(TransferWarnings.At(CaseAfterOpening(BeforeLeaving(facts)), March(4, "13:30")), Is.Empty);
    }

    [Test]
    public void Leaving_with_no_transport_arranged_says_so_and_nobody_has_to_arrange_it_any_more()
    {
        DischargeCaseEvent[] facts = [Said(TransferItem.Transport, TransferItemState.Needed)];
        Given([.. Recorded(facts)]).When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide).ThenDeparting(LeftWithout.WithoutTransport);
        Assert.That(TransferWarnings.At(CaseAfterOpening(BeforeLeaving(facts)), March(4, "13:30")), Is.EqualTo(new[] { TransferWarnings.TransportNotArranged }));
        Assert.That(Steps(CaseAfterOpening(BeforeLeaving(facts))).Last().What, Is.EqualTo("arrange-transport"));
        Assert.That(Steps(CaseAfterOpening([.. BeforeLeaving(facts), Left])).Select(step => step.What), Has.None.EqualTo("arrange-transport"));
    }

    [Test]
    public void Everything_open_at_once_is_named_one_by_one() =>
        Given([.. Recorded([Said(TransferItem.Medicines, TransferItemState.Needed), Hoist(TransferItemState.Needed), Bed(TransferItemState.Needed), NeedsCare])])
            .When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide)
            .ThenDeparting(LeftWithout.WithoutMedicines, LeftWithout.WithoutEquipment, LeftWithout.WithoutFirstCareCall);

    [Test]
    public void What_came_after_leaving_was_not_there_at_leaving_however_late_that_is_recorded() =>
        Given([.. Recorded([Hoist(TransferItemState.Arranged), Hoist(TransferItemState.InPlace) with { OccurredAt = March(4, "16:00") }])])
            .When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide)
            .ThenDeparting(LeftWithout.WithoutEquipment);

    [Test]
    public void Leaving_with_a_call_that_was_handed_back_is_told_to_the_hub() =>
        Assert.That(
            ToldToTheHub.Of(CaseAfterOpening([.. BeforeLeaving([CallAt(March(4, "16:00")), HandedBack]), Left])).Select(told => told.Rule),
            Is.EqualTo(new[] { LeftWithout.WithoutFirstCareCall.Code }));

    [Test]
    public void The_hoist_somebody_is_moved_with_is_named_beside_what_the_list_names() =>
        Assert.That(
            Steps(CaseAfterOpening(BeforeLeaving([MovedWithHoist with { Detail = MovedWithHoist.Detail! with { Equipment = [EquipmentKind.Commode] } }]))).Last().Sentence,
            Is.EqualTo("Put in place where the person is going: a hoist, a commode."));

    [Test]
    public void What_a_delay_waited_for_at_leaving_is_sought_until_it_is_there()
    {
        DischargeCaseEvent[] facts = [.. BeforeLeaving([WaitingFor(DelayCodeset.Acute2022, "v")]), Left];
        Assert.That(Steps(CaseAfterOpening(facts)).Select(step => step.What), Does.Contain("supply-medicines"));
        Assert.That(
            Steps(CaseAfterOpening([.. facts, Said(TransferItem.Medicines, TransferItemState.InPlace) with { OccurredAt = March(4, "16:00") }])).Select(step => step.What),
            Has.None.EqualTo("supply-medicines"));
    }

    [Test]
    public void What_came_after_leaving_puts_an_end_to_the_next_step() =>
        Assert.That(
            Steps(CaseAfterOpening([.. BeforeLeaving([Hoist(TransferItemState.Arranged)]), Left, Hoist(TransferItemState.InPlace) with { OccurredAt = March(4, "16:00") }])).Select(step => step.What),
            Has.None.EqualTo("put-equipment-in-place"));

    [Test]
    public void A_way_in_and_a_receiver_are_no_longer_sought_for_somebody_who_has_arrived() =>
        Assert.That(
            Steps(CaseAfterOpening(
            [
                .. BeforeLeaving([Said(TransferItem.KeyAccess, TransferItemState.Needed), Said(TransferItem.Receiver, TransferItemState.Needed)]),
                Left,
                new ArrivedAtDestination(March(4, "15:00"), ReceiverRole.Neighbour),
            ])).Select(step => step.What),
            Has.None.AnyOf("arrange-key-access", "confirm-receiver"));

    [Test]
    public void What_is_promised_for_a_moment_is_due_then_and_the_step_names_the_equipment()
    {
        var step = Steps(CaseAfterOpening(BeforeLeaving([Hoist(TransferItemState.Arranged) with { For = March(5, "09:00") }, Bed(TransferItemState.Needed)]))).Single(step => step.Due is not null);
        Assert.That((step.Due, step.Sentence), Is.EqualTo(((Instant?)March(5, "09:00"), "Put in place where the person is going: a hoist, a hospital bed.")));
    }

    [TestCase(Destination.CareHome)]
    [TestCase(Destination.OwnCareHome)]
    [TestCase(Destination.CommunityBed)]
    [TestCase(Destination.Hospice)]
    [TestCase(Destination.AnotherHospital)]
    public void Where_there_is_care_at_any_hour_no_call_has_to_come(Destination to) =>
        Given([.. Recorded([NeedsCare])]).When(new LeaveHospital(March(4, "14:00"), to).Decide).ThenRecorded(LeftAt(March(4, "14:00"), to));

    [Test]
    public void Nor_has_one_that_was_planned_before_they_went_there_instead() =>
        Given([.. Recorded([CallAt(March(4, "19:30"))])]).When(new LeaveHospital(March(4, "14:00"), Destination.CareHome).Decide).ThenRecorded(LeftAt(March(4, "14:00"), Destination.CareHome));

    [Test]
    public void A_package_that_starts_again_in_the_evening_is_care_that_somebody_home_since_nine_waits_for()
    {
        DischargeCaseEvent[] facts = [ReadyAt(March(3, "09:00")), OnPathway(Pathway.Pathway0) with { OccurredAt = March(3, "11:00") }, DecidedToDischarge with { OccurredAt = March(3, "12:00") }, CallAt(March(4, "19:30")) with { OccurredAt = March(3, "13:00") }];
        Given([Opened, .. facts.Select(Tests.Deciding.Histories.AtOnce)])
            .When(new LeaveHospital(March(4, "09:00"), Destination.OwnHome).Decide)
            .ThenDeparting(LeftWithout.BeforeFirstCareCall);
        Assert.That(ToldToTheHub.Of(CaseAfterOpening([.. facts, LeftAt(March(4, "09:00"))])).Select(told => told.Rule), Is.EqualTo(new[] { "discharge.left-before-first-care-call", "discharge.first-care-call-overdue" }));
    }

    [TestCase(Pathway.Pathway2)]
    [TestCase(Pathway.Pathway3)]
    public void Nor_on_a_pathway_that_leads_there(Pathway pathway) =>
        Assert.That(SafeTransfer.GapsIn(CaseOf(Opened, NeedsCare, OnPathway(pathway))), Is.Empty);

    [Test]
    public void A_call_planned_for_before_leaving_is_none() =>
        Given([.. Recorded([NeedsCare, CallAt(March(4, "13:30"))])])
            .When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide)
            .ThenDeparting(LeftWithout.WithoutFirstCareCall);

    private static IEnumerable<TestCaseData> Visits =>
    [
        Visit("None booked", false),
        Visit("Inside 24 hours", true, VisitBooked),
        Visit("At the end of the 24 hours", true, VisitBooked with { VisitAt = March(5, "14:00") }),
        Visit("After them", false, VisitBooked with { VisitAt = March(5, "14:01") }),
        Visit("Before leaving", false, VisitBooked with { VisitAt = March(4, "13:00") }),
        Visit("By somebody who does not assess", false, VisitBooked with { By = StaffRole.Volunteer }),
        Visit("Inside, and booked anew for after", false, VisitBooked, VisitBooked with { OccurredAt = March(4, "12:10"), VisitAt = March(6, "10:00") }),
    ];

    [TestCaseSource(nameof(Visits))]
    public void On_Pathway_1_a_visit_is_booked_for_the_24_hours_after_leaving(bool inOrder, HomeVisitBooked[] booked)
    {
        DischargeCaseEvent[] facts = [Ready, Assessed, OnPathway1, DecidedToDischarge, Collected(March(4, "14:00")), .. booked];
        var leaving = Given([Opened, .. facts.Select(Tests.Deciding.Histories.AtOnce)]).When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide);
        if (inOrder)
        {
            leaving.ThenRecorded(Left);
        }
        else
        {
            leaving.ThenDeparting(LeftWithout.WithoutHomeVisit);
        }

        Assert.Multiple(() =>
        {
            Assert.That(TransferWarnings.At(CaseAfterOpening(facts), March(4, "13:30")), inOrder ? Is.Empty : Is.EqualTo(new[] { TransferWarnings.HomeVisitNotBooked }));
            Assert.That(Steps(CaseAfterOpening(facts)).Count(step => step.What == "book-home-visit"), Is.EqualTo(inOrder ? 0 : 1));
            Assert.That(ToldToTheHub.Of(CaseAfterOpening([.. facts, Left])).Select(told => told.Rule), inOrder ? Is.Empty : Is.EqualTo(new[] { "discharge.left-without-home-visit" }));
        });
    }

    [TestCase(Pathway.Pathway0, Destination.OwnHome)]
    [TestCase(Pathway.Pathway2, Destination.CommunityBed)]
    [TestCase(Pathway.Pathway1, Destination.AnotherHospital)]
    public void Elsewhere_no_visit_has_to_be_booked(Pathway pathway, Destination to) =>
        Given(Opened, Ready, Assessed, OnPathway(pathway), DecidedToDischarge).When(new LeaveHospital(March(4, "14:00"), to).Decide).ThenRecorded(LeftAt(March(4, "14:00"), to));

    [Test]
    public void With_nothing_but_the_decision_known_a_visit_however_late_raises_no_false_alarm() =>
        Assert.That(TransferWarnings.At(CaseOf(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked with { VisitAt = March(6, "10:00") }), March(4, "13:30")), Is.Empty);

    private static IEnumerable<TestCaseData> Bookings =>
    [
        Booking("Nobody booked one", "14:30", "book-home-visit by 14:00"),
        Booking("It lies ahead", "16:59", null, VisitBooked with { VisitAt = March(4, "17:00") }),
        Booking("Its time has come without a word", "17:00", "book-home-visit by 17:00", VisitBooked with { VisitAt = March(4, "17:00") }),
        Booking("It was for before leaving", "14:30", "book-home-visit by 14:00", VisitBooked with { VisitAt = March(4, "13:00") }),
        Booking("It lies ahead, at the end of the 24 hours", "14:30", null, VisitBooked with { VisitAt = March(5, "14:00") }),
        Booking("It lies ahead, after the 24 hours", "14:30", "bring-home-visit-forward by 14:00", VisitBooked with { VisitAt = March(5, "14:01") }),
        Booking("It was booked too late after leaving", "14:30", "bring-home-visit-forward by 14:20", VisitBooked with { OccurredAt = March(4, "14:20"), VisitAt = March(9, "10:00") }),
        Booking("It was booked too late, and they were seen", "17:30", null, VisitBooked with { VisitAt = March(9, "10:00") }, SeenAt(March(4, "17:00"))),
        Booking("One that failed was booked again for too late", "17:30", "bring-home-visit-forward by 17:20", NobodyAnsweredAt(March(4, "17:00")), VisitBooked with { OccurredAt = March(4, "17:20"), VisitAt = March(6, "19:00") }),
        Booking("It is by somebody who does not assess", "14:30", "book-home-visit by 10:00", VisitBooked with { By = StaffRole.Volunteer }),
        Booking("They were seen", "17:30", null, SeenAt(March(4, "17:00"))),
        Booking("They are elsewhere by now", "17:30", null, new OutcomeRecorded(March(4, "17:00"), CaseOutcome.LongTermCareHome)),
        Booking("A visit failed, which is said more plainly", "17:30", "rebook-home-visit by 17:00", VisitBooked with { VisitAt = March(4, "17:00") }, NobodyAnsweredAt(March(4, "17:00"))),
        Booking("And another was booked", "17:30", null, NobodyAnsweredAt(March(4, "17:00")), VisitBooked with { OccurredAt = March(4, "17:20"), VisitAt = March(4, "19:00") }),
    ];

    [TestCaseSource(nameof(Bookings))]
    public void After_leaving_a_visit_is_to_be_booked_while_nobody_has_seen_them_and_none_lies_ahead(string now, string? step, DischargeCaseEvent[] facts)
    {
        var discharge = CaseAfterOpening([Ready, Assessed, OnPathway1, DecidedToDischarge, Left, .. facts]);
        Assert.That(
            NextSteps.Of(discharge, discharge.Clocks(), March(4, now)).Where(next => next.What is "book-home-visit" or "rebook-home-visit" or "bring-home-visit-forward").Select(next => $"{next.What} by {next.Due:HH:mm}").SingleOrDefault(),
            Is.EqualTo(step));
    }

    private static IEnumerable<TestCaseData> Expectations =>
    [
        Expecting("Decided the day before, home tomorrow at no hour that anybody set, care at six tomorrow: whoever goes home in the morning waits all day", TransferWarnings.FirstCareCallLate, CallAt(March(5, "18:00")), Tomorrow),
        Expecting("The same, and care at noon, four hours after the earliest they may go", null, CallAt(March(5, "12:00")), Tomorrow),
        Expecting("The same, and care at a minute past noon", TransferWarnings.FirstCareCallLate, CallAt(March(5, "12:01")), Tomorrow),
        Expecting("The same, and care at seven, before anybody is taken home", TransferWarnings.FirstCareCallNotPlanned, CallAt(March(5, "07:00")), Tomorrow),
        Expecting("The same, and collected at noon", TransferWarnings.FirstCareCallLate, CallAt(March(5, "18:00")), Tomorrow, Collected(March(5, "12:00")), VisitTheMorningAfter),
        Expecting("The same, and collected at two", null, CallAt(March(5, "18:00")), Tomorrow, Collected(March(5, "14:00")), VisitTheMorningAfter),
        Expecting("Home tomorrow, and care planned for this evening", TransferWarnings.FirstCareCallNotPlanned, CallAt(March(4, "18:00")), Tomorrow),
        Expecting("Home tomorrow, and care the morning after", TransferWarnings.FirstCareCallLate, CallAt(March(6, "08:00")), Tomorrow),
        Expecting("Home today by the expected date, decided at half past eleven, care at four", TransferWarnings.FirstCareCallLate, CallAt(March(4, "16:00")), Tomorrow with { Date = new(2026, 3, 4) }),
        Expecting("The expected date gone by when it was decided, care at three", null, CallAt(March(4, "15:00")), Tomorrow with { Date = new(2026, 3, 3) }),
        Expecting("No date and no transport, care at half past three", null, CallAt(March(4, "15:30"))),
        Expecting("No date and no transport, care at four", TransferWarnings.FirstCareCallLate, CallAt(March(4, "16:00"))),
    ];

    private static HomeVisitBooked VisitTheMorningAfter => VisitBooked with { OccurredAt = March(4, "12:40"), VisitAt = March(6, "09:00") };

    private static DischargeExpected Tomorrow => new(March(4, "09:30"), new LocalDate(2026, 3, 5), StaffRole.Consultant);

    [TestCaseSource(nameof(Expectations))]
    public void A_call_is_measured_from_when_the_person_is_expected_to_leave(Departure? warning, DischargeCaseEvent[] facts) =>
        Assert.That(TransferWarnings.At(CaseAfterOpening(BeforeLeaving([NeedsCare, .. facts])), March(4, "13:30")).SingleOrDefault(), Is.EqualTo(warning));

    [Test]
    public void Nothing_is_warned_of_before_anybody_decided_to_discharge() =>
        Assert.That(TransferWarnings.At(CaseOf(Opened, Ready, NeedsCare, OnPathway1), March(4, "13:00")), Is.Empty);

    [Test]
    public void Saying_how_an_item_stands_is_recorded_with_all_that_was_said() =>
        Given(Opened)
            .When(new ReportTransferItem(March(4, "12:00"), TransferItem.Receiver, TransferItemState.InPlace, March(4, "15:00"), Receiver: ReceiverRole.UnpaidCarer, Note: Note).Decide)
            .ThenRecorded(new TransferItemReported(March(4, "12:00"), TransferItem.Receiver, TransferItemState.InPlace, March(4, "15:00"), Receiver: ReceiverRole.UnpaidCarer, Note: Note));

    [Test]
    public void Equipment_the_assessment_names_is_named_in_what_is_next() =>
        Assert.That(
            Steps(CaseAfterOpening(BeforeLeaving([NeedsHoistAndBed, Bed(TransferItemState.InPlace)]))).Last().Sentence,
            Is.EqualTo("Put in place where the person is going: a hoist."));

    private static IEnumerable<NextStep> Steps(DischargeCase discharge) => NextSteps.Of(discharge, discharge.Clocks());

    // The assessment of the usual story stands unless the facts bring another.
    private static IEnumerable<DischargeCaseEvent> BeforeLeaving(DischargeCaseEvent[] facts) =>
        [Ready, .. facts.OfType<FunctionalAssessmentMade>().Any() ? [] : new[] { Assessed }, OnPathway1, DecidedToDischarge, VisitBooked, .. facts];

    private static IEnumerable<Tests.Deciding.Recorded> Recorded(DischargeCaseEvent[] facts) => [Opened, .. BeforeLeaving(facts).Select(Tests.Deciding.Histories.AtOnce)];

    private static TransferItemReported Said(TransferItem item, TransferItemState state) => new(March(4, "12:00"), item, state);

    private static TransferItemReported Collected(Instant at) => new(March(4, "12:00"), TransferItem.Transport, TransferItemState.Arranged, at);

    private static TransferItemReported Hoist(TransferItemState state) => Said(TransferItem.Equipment, state) with { Equipment = EquipmentKind.Hoist };

    private static FirstCareCallMissed HandedBack => new(March(4, "12:45"), MissedCallReason.PackageHandedBack);

    private static FunctionalAssessmentMade MovedWithHoist => Assessed with { Detail = new FunctionDetail(MovingAndHandling.WithHoist, Cognition: null, [], Baseline: null, Goals: null) };

    private static DelayStarted WaitingFor(DelayCodeset list, string code) => new(March(4, "11:45"), list.Find(code)!, Owner.Ward);

    private static TransferItemReported Bed(TransferItemState state) => Said(TransferItem.Equipment, state) with { Equipment = EquipmentKind.HospitalBed };

    private static FirstCareCallPlanned CallAt(Instant at) => new(March(4, "12:30"), at, Northgate);

    private static TestCaseData Row(string description, Departure departure, Departure warning, string step, params DischargeCaseEvent[] facts) =>
        new TestCaseData(departure, warning, step, facts).SetArgDisplayNames(description);

    private static TestCaseData Visit(string description, bool inOrder, params HomeVisitBooked[] booked) => new TestCaseData(inOrder, booked).SetArgDisplayNames(description);

    private static TestCaseData Booking(string description, string now, string? step, params DischargeCaseEvent[] facts) => new TestCaseData(now, step, facts).SetArgDisplayNames(description);

    private static TestCaseData Expecting(string description, Departure? warning, params DischargeCaseEvent[] facts) => new TestCaseData(warning, facts).SetArgDisplayNames(description);

    private static TestCaseData Row(string description, params DischargeCaseEvent[] facts) => new TestCaseData(new object[] { facts }).SetArgDisplayNames(description);
}
