using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ClosedWithTests : DischargeCaseDecisions
{
    private static readonly Guid Thread = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000011");

    private static readonly ReferralSent Referred = new(March(4, "12:00"), Thread, ReferredService.Handyperson, Northgate, StaffRole.Nurse);

    private static readonly TaskSet Task = new(March(4, "12:00"), Thread, TaskKind.ArrangeKeys, Northgate, StaffRole.Nurse);

    private static readonly FirstCareCallPlanned Planned = new(March(4, "12:00"), March(4, "17:00"), Northgate);

    private static readonly CloseCase Close = new(March(6, "12:00"), CaseOutcome.HomeWithSupport);

    private static IEnumerable<TestCaseData> Open =>
    [
        Row("A first care call missed", ClosedWith.CareNotCome, Planned, new FirstCareCallMissed(March(4, "18:00"), MissedCallReason.ProviderDidNotCome)),
        Row("A first care call of which nobody said anything", ClosedWith.CareNotCome, Planned),
        Row("Personal care needed and no call planned", ClosedWith.CareNotCome, Assessed with { Needs = [FunctionalNeed.PersonalCare] }),
        Row("Equipment", ClosedWith.EquipmentOpen, Needed(TransferItem.Equipment)),
        Row("Medicines", ClosedWith.MedicinesOpen, Needed(TransferItem.Medicines)),
        Row("The discharge summary", ClosedWith.SummaryOpen, Needed(TransferItem.DischargeSummary)),
        Row("An objection", ClosedWith.ObjectionOpen, new ObjectionRaised(March(4, "12:00"), Party.Carer, ObjectionTo.Discharge, StaffRole.Nurse)),
        Row("A referral", ClosedWith.ReferralOpen, Referred),
        Row("A declined referral that nobody followed up", ClosedWith.ReferralOpen, Referred, Step(ReferralStep.Declined)),
        Row("A task", ClosedWith.TaskOpen, Task),
    ];

    [TestCaseSource(nameof(Open))]
    public void What_is_open_is_said_and_does_not_keep_the_case_open(Departure open, DischargeCaseEvent[] facts) => Closing(facts).ThenDeparting(open);

    [Test]
    public void What_was_done_after_the_closing_was_open_then() =>
        Closing([Task, new TaskEnded(March(6, "12:01"), Thread, TaskEnd.Done, StaffRole.Nurse)]).ThenDeparting(CloseCase.BeforeOtherFacts, ClosedWith.TaskOpen);

    private static IEnumerable<TestCaseData> Done =>
    [
        Finished("A first care call made", Planned, new FirstCareCallMade(March(4, "17:10"), Northgate)),
        Finished("Missed, and care came", Planned, new FirstCareCallMissed(March(4, "18:00"), MissedCallReason.ProviderDidNotCome), new PackageOfCareStarted(March(4, "19:00"), Northgate, PackageStart.New, 3, DoubleHanded: false)),
        Finished("Equipment in place", Needed(TransferItem.Equipment), new TransferItemReported(March(4, "18:00"), TransferItem.Equipment, TransferItemState.InPlace)),
        Finished("Transport, once they have left", Needed(TransferItem.Transport)),
        Finished("Keys and a receiver, once they were seen", Needed(TransferItem.KeyAccess), Needed(TransferItem.Receiver)),
        Finished("An objection settled", new ObjectionRaised(March(4, "12:00"), Party.Carer, ObjectionTo.Discharge, StaffRole.Nurse), new ObjectionSettled(March(4, "13:00"), 6, ObjectionSettlement.Withdrawn, StaffRole.Nurse)),
        Finished("A referral done", Referred, Step(ReferralStep.Done)),
        Finished("A task done", Task, new TaskEnded(March(4, "13:00"), Thread, TaskEnd.Done, StaffRole.Nurse)),
    ];

    [TestCaseSource(nameof(Done))]
    public void What_was_done_is_not(DischargeCaseEvent[] facts) => Closing(facts).ThenRecorded(Closed);

    [Test]
    public void Keys_and_a_receiver_are_open_where_nobody_is_known_to_have_got_in() =>
        Given(Opened, OnPathway(Pathway.Pathway0), Needed(TransferItem.KeyAccess), Needed(TransferItem.Receiver), Left)
            .When(Close.Decide)
            .ThenDeparting(ClosedWith.KeyAccessOpen, ClosedWith.ReceiverOpen);

    [Test]
    public void Nobody_brings_anything_to_a_person_who_died_but_others_may_still_be_at_work_for_them() =>
        Given(Opened, OnPathway1, Left, Needed(TransferItem.Equipment), Planned, Task, new PersonDied(March(5, "20:00"), PlaceOfDeath.AtHome))
            .When((Close with { Outcome = CaseOutcome.Died }).Decide)
            .ThenDeparting(ClosedWith.TaskOpen);

    [Test]
    public void Each_is_a_warning_of_the_case_until_it_is_dealt_with()
    {
        var closed = Closed with { Departures = [ClosedWith.TaskOpen.Code, CloseCase.BeforeOtherFacts.Code] };
        Assert.Multiple(() =>
        {
            Assert.That(Warnings(Task, closed), Is.EqualTo(new[] { ClosedWith.TaskOpen, CloseCase.BeforeOtherFacts }));
            Assert.That(Warnings(Task, closed, new TaskEnded(March(7, "12:00"), Thread, TaskEnd.Done, StaffRole.Nurse)), Is.EqualTo(new[] { CloseCase.BeforeOtherFacts }));
        });
    }

    private static IEnumerable<Departure> Warnings(params Fact[] facts) => DischargeCaseDepartures.StandingIn(CaseAfterOpening([Ready, OnPathway(Pathway.Pathway0), DecidedToDischarge, Left, .. facts]));

    private Decided<DischargeCaseEvent> Closing(DischargeCaseEvent[] facts) =>
        Given([Opened, OnPathway1, Left, FoundWell, Seen, .. facts.Select(AtOnce)]).When(Close.Decide);

    private static TransferItemReported Needed(TransferItem item) => new(March(4, "12:00"), item, TransferItemState.Needed);

    private static ReferralStepTaken Step(ReferralStep step) => new(March(4, "13:00"), Thread, step);

    private static TestCaseData Row(string description, Departure open, params DischargeCaseEvent[] facts) => new TestCaseData(open, facts).SetArgDisplayNames(description);

    private static TestCaseData Finished(string description, params DischargeCaseEvent[] facts) => new TestCaseData(new object[] { facts }).SetArgDisplayNames(description);
}
