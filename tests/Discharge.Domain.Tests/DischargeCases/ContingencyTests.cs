using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the assessment says of a care home as contingency (A6), statement by statement.</summary>
public sealed class ContingencyTests : DischargeCaseDecisions
{
    private static readonly AgreeContingencyPlace Agree = new(March(4, "12:00"), InterimBedKind.Nursing, Rosewood, March(4, "10:00"), Note, Note, StaffRole.DischargeCoordinator);

    private static readonly InvokeContingencyPlace Invoke = new(March(6, "20:00"), Agreement: 2, InNursingBed, [Hazard.Falls, Hazard.Wandering, Hazard.Falls], StaffRole.OccupationalTherapist);

    private static readonly MoveUnplanned Move = new(March(6, "20:00"), InNursingBed, DirectMoveReason.CarerCouldNotGoOn, StaffRole.SocialWorker);

    private static ContingencyPlaceAgreed PlaceKept => PlaceAgreed with { Bed = BedOne, KeptUntil = April(1, "12:00") };

    private static PlaceReservationEnded GivenUp(Instant at) => new(at, BedOne, ReservationEnd.NoLongerNeeded, Follows: true);

    private static InterimBedOccupied Invoked => new(March(6, "20:00"), InNursingBed, new DirectMove(DirectMoveReason.RisksUnmanageable, [Hazard.Falls, Hazard.Wandering], StaffRole.OccupationalTherapist, Agreement: 2));

    private static InterimBedOccupied Moved => new(March(6, "20:00"), InNursingBed, new DirectMove(DirectMoveReason.CarerCouldNotGoOn, [], StaffRole.SocialWorker));

    [Test]
    public void A_contingency_place_is_agreed_before_discharge_with_the_rehabilitation_plan_agreed_with_the_home() => Given(Opened).When(Agree.Decide).ThenRecorded(PlaceAgreed);

    [Test]
    public void After_leaving_a_contingency_place_is_refused() =>
        Given(Opened, Left).When((Agree with { OccurredAt = March(4, "14:00") }).Decide).ThenRefused(AgreeContingencyPlace.AfterLeaving.Naming(2));

    [Test]
    public void Agreed_before_leaving_it_may_be_recorded_after_it() => Given(Opened, Left).When(Agree.Decide).ThenRecorded(PlaceAgreed);

    [TestCase("2026-03-01T21:29Z", false, Description = "Before the person was admitted")]
    [TestCase("2026-03-01T21:30Z", true, Description = "As they were admitted")]
    [TestCase("2026-03-04T12:00Z", true, Description = "As it is agreed")]
    [TestCase("2026-03-04T12:01Z", false, Description = "After it is agreed")]
    public void The_care_home_manager_assessed_the_person_in_hospital(string assessedAt, bool isTaken)
    {
        var decided = Given(Opened).When((Agree with { AssessedAt = At(assessedAt) }).Decide);
        if (isTaken)
        {
            decided.ThenRecorded(PlaceAgreed with { AssessedAt = At(assessedAt) });
            return;
        }

        decided.ThenRefused(AgreeContingencyPlace.NotAssessedInHospital);
    }

    [Test]
    public void If_risks_become_unmanageable_the_person_moves_directly_into_the_care_home_rather_than_return_to_hospital()
    {
        Given(Opened, PlaceAgreed, Left).When(Invoke.Decide).ThenRecorded(Invoked);
        var discharge = CaseOf(Opened, PlaceAgreed, Left, Invoked);
        Assert.Multiple(() =>
        {
            Assert.That(discharge.Facts.Entries.Select(entry => entry.Fact), Has.None.InstanceOf<Readmitted>().And.None.InstanceOf<DischargeFailed>().And.None.InstanceOf<PersonAdmitted>());
            Assert.That((discharge.Phase, Contingency.WayOf(Invoked, discharge)), Is.EqualTo((DischargePhase.InInterimBed, WayIntoInterimBed.Contingency)));
            Assert.That(discharge.Limits(March(7, "09:00")).Select(limit => (limit.Rule, limit.DueOn)), Is.EqualTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 3)) }));
        });
    }

    [Test]
    public void Without_a_prior_agreement_nothing_is_invoked() => Assert.Multiple(() =>
    {
        Given(Opened, Left).When(Invoke.Decide).ThenRefused(InvokeContingencyPlace.NoSuchAgreement);
        Given(Opened, PlaceAgreed, Left, Withdrawn(2, March(5, "10:00"))).When(Invoke.Decide).ThenRefused(InvokeContingencyPlace.NoSuchAgreement);
    });

    [Test]
    public void Into_that_place_and_no_other() => Assert.Multiple(() =>
    {
        Given(Opened, PlaceAgreed, Left).When((Invoke with { Place = InNursingBed with { Provider = Larchfield } }).Decide).ThenRefused(InvokeContingencyPlace.NotThePlaceAgreed);
        Given(Opened, PlaceAgreed, Left).When((Invoke with { Place = InNursingBed with { Kind = InterimBedKind.Residential } }).Decide).ThenRefused(InvokeContingencyPlace.NotThePlaceAgreed);
    });

    [Test]
    public void A_direct_move_without_a_prior_agreement_is_recorded_as_an_unplanned_care_home_move_with_reason_and_who_agreed() =>
        Given(Opened, Left).When(Move.Decide).ThenDeparting(MoveUnplanned.NotAgreedBefore);

    [Test]
    public void An_unplanned_move_starts_its_limit() =>
        Assert.That(CaseOf(Opened, Left, Moved).Limits(March(7, "09:00")).Select(limit => (limit.Rule, limit.DueOn)), Is.EqualTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 3)) }));

    [Test]
    public void An_unplanned_move_is_never_counted_as_contingency_also_where_a_place_was_agreed() => Assert.Multiple(() =>
    {
        Assert.That(Contingency.WayOf(Moved, CaseOf(Opened, Left, Moved)), Is.EqualTo(WayIntoInterimBed.Unplanned));
        Assert.That(Contingency.WayOf(Moved, CaseOf(Opened, PlaceAgreed, Left, Moved)), Is.EqualTo(WayIntoInterimBed.Unplanned));
        Assert.That(Contingency.WayOf(Invoked, CaseOf(Opened, PlaceAgreed, Left, Invoked, Withdrawn(2, March(9, "10:00")))), Is.EqualTo(WayIntoInterimBed.Unplanned), "the agreement was entered in error");
        Assert.That(Contingency.WayOf(Arrived, InTheBed()), Is.EqualTo(WayIntoInterimBed.Planned));
    });

    [Test]
    public void Nor_is_a_move_from_the_ward_or_one_whose_agreement_turns_out_to_be_made_after_they_left() => Assert.Multiple(() =>
    {
        Assert.That(Contingency.WayOf(Invoked, CaseOf(Opened, PlaceAgreed, Invoked)), Is.EqualTo(WayIntoInterimBed.Unplanned));
        Assert.That(Contingency.WayOf(Invoked, CaseOf(Opened, PlaceAgreed, LeftAt(March(4, "11:00"), Destination.OwnHome), Invoked)), Is.EqualTo(WayIntoInterimBed.Unplanned));
    });

    [Test]
    public void A_registered_place_is_kept_for_the_person_until_its_moment() => Assert.Multiple(() =>
    {
        var discharge = CaseOf(Opened, PlaceKept, Left);
        Given(Opened).When((Agree with { Bed = BedOne, KeptUntil = April(1, "12:00") }).Decide).ThenRecorded(PlaceKept);
        Assert.That(Contingency.KeptAt(discharge, March(4, "11:59")), Is.Empty);
        Assert.That(Contingency.KeptAt(discharge, April(1, "11:59")), Is.EqualTo(new[] { BedOne }));
        Assert.That(Contingency.KeptAt(discharge, April(1, "12:00")), Is.Empty);
        Assert.That(Contingency.KeptAt(CaseOf(Opened, PlaceKept, Left, new PlaceReserved(March(9, "09:00"), BedOne, PlaceKind.Nursing, Rosewood, April(9, "12:00"))), April(1, "12:00")), Is.EqualTo(new[] { BedOne }), "reserved for longer");
        Assert.That(Contingency.KeptAt(CaseOf(Opened, PlaceAgreed, Left), March(5, "09:00")), Is.Empty, "no certain place");
    });

    [Test]
    public void Agreed_anew_the_place_kept_before_is_given_up() =>
        Given(Opened, PlaceKept).When((Agree with { OccurredAt = March(4, "13:00"), Bed = BedTwo, KeptUntil = April(1, "12:00") }).Decide)
            .ThenRecorded(PlaceKept with { OccurredAt = March(4, "13:00"), Bed = BedTwo }, GivenUp(March(4, "13:00")));

    [Test]
    public void Agreed_anew_for_longer_the_place_stays_theirs() =>
        Given(Opened, PlaceKept).When((Agree with { OccurredAt = March(4, "13:00"), Bed = BedOne, KeptUntil = April(8, "12:00") }).Decide)
            .ThenRecorded(PlaceKept with { OccurredAt = March(4, "13:00"), KeptUntil = April(8, "12:00") });

    [Test]
    public void Whoever_moves_straight_from_home_into_it_keeps_it_and_whoever_moves_elsewhere_gives_it_up() => Assert.Multiple(() =>
    {
        Given(Opened, PlaceKept, Left).When((Invoke with { Place = InNursingBed with { Bed = BedOne } }).Decide).ThenRecorded(Invoked with { Place = InNursingBed with { Bed = BedOne } });
        Given(Opened, PlaceKept, Left).When((Invoke with { Place = InNursingBed with { Bed = BedTwo } }).Decide)
            .ThenRecorded(Invoked with { Place = InNursingBed with { Bed = BedTwo } }, GivenUp(March(6, "20:00")));
        Given(Opened, PlaceKept, Left).When(Move.Decide)
            .ThenRecordedWith(MoveUnplanned.NotAgreedBefore, Moved with { Departures = [MoveUnplanned.NotAgreedBefore.Code] }, GivenUp(March(6, "20:00")));
    });

    [Test]
    public void With_the_persons_death_or_the_end_of_the_case_it_is_given_up() => Assert.Multiple(() =>
    {
        Given(Opened, PlaceKept, Left).When(new RecordDeath(March(6, "20:00"), PlaceOfDeath.AtHome).Decide).ThenRecorded(new PersonDied(March(6, "20:00"), PlaceOfDeath.AtHome), GivenUp(March(6, "20:00")));
        Given(Opened, PlaceKept, Left, FoundWell, Seen).When(new CloseCase(March(6, "20:00"), CaseOutcome.HomeWithSupport).Decide)
            .ThenRecorded(Closed with { OccurredAt = March(6, "20:00") }, GivenUp(March(6, "20:00")));
    });

    [Test]
    public void A_death_told_of_after_the_agreement_it_came_before_gives_the_place_up_as_it_was_agreed_on() =>
        Given(Opened, PlaceKept).When(new RecordDeath(March(4, "11:00"), PlaceOfDeath.Hospital).Decide).ThenRecorded(new PersonDied(March(4, "11:00"), PlaceOfDeath.Hospital), GivenUp(March(4, "12:00")));

    [Test]
    public void Any_place_reserved_for_the_person_is_given_up_with_their_death_and_with_the_end_of_the_case() => Assert.Multiple(() =>
    {
        var reserved = new PlaceReserved(March(5, "09:00"), BedOne, PlaceKind.Residential, Larchfield, March(12, "12:00"));
        Given(Opened, Left, reserved).When(new RecordDeath(March(6, "20:00"), PlaceOfDeath.AtHome).Decide).ThenRecorded(new PersonDied(March(6, "20:00"), PlaceOfDeath.AtHome), GivenUp(March(6, "20:00")));
        Given(Opened, Left, FoundWell, Seen, reserved).When(new CloseCase(March(6, "20:00"), CaseOutcome.HomeWithSupport).Decide)
            .ThenRecorded(Closed with { OccurredAt = March(6, "20:00") }, GivenUp(March(6, "20:00")));
    });

    [Test]
    public void Until_when_it_is_kept_is_known_only_as_long_as_it_is() => Assert.Multiple(() =>
    {
        Assert.That(Contingency.KeptUntil(CaseOf(Opened, PlaceKept, Left), BedOne, March(5, "09:00")), Is.EqualTo(April(1, "12:00")));
        Assert.That(Contingency.KeptUntil(CaseOf(Opened, PlaceKept, Left, GivenUp(March(6, "20:00"))), BedOne, March(6, "20:00")), Is.Null);
        Assert.That(Contingency.KeptUntil(CaseOf(Opened, PlaceKept, Left), BedOne, April(1, "12:00")), Is.Null);
    });

    [Test]
    public void Whoever_was_in_hospital_or_in_an_interim_bed_did_not_move_straight_from_home_which_is_recorded_and_is_no_contingency() => Assert.Multiple(() =>
    {
        var back = new Readmitted(March(6, "10:00"), ReturnReason.Unwell);
        var elsewhere = ArrivedAt(March(5, "10:00"), InResidentialHome);
        Given(Opened, PlaceAgreed, Left, back).When(Invoke.Decide).ThenDeparting(MoveUnplanned.NotFromHome);
        Given(Opened, PlaceAgreed, Left, elsewhere).When(Invoke.Decide).ThenDeparting(MoveUnplanned.NotFromHome);
        Given(Opened, Left, elsewhere).When(Move.Decide).ThenDeparting(MoveUnplanned.NotAgreedBefore, MoveUnplanned.NotFromHome);
        Assert.That(Contingency.WayOf(Invoked, CaseOf(Opened, PlaceAgreed, Left, elsewhere, Invoked)), Is.EqualTo(WayIntoInterimBed.Unplanned));
    });

    [Test]
    public void What_is_kept_no_longer_is_not_given_up_again() => Assert.Multiple(() =>
    {
        var died = new PersonDied(March(6, "20:00"), PlaceOfDeath.AtHome);
        Given(Opened, PlaceKept, Left, GivenUp(March(5, "10:00"))).When(new RecordDeath(March(6, "20:00"), PlaceOfDeath.AtHome).Decide).ThenRecorded(died);
        Given(Opened, PlaceKept with { KeptUntil = March(6, "20:00") }, Left).When(new RecordDeath(March(6, "20:00"), PlaceOfDeath.AtHome).Decide).ThenRecorded(died);
        Given(Opened, PlaceKept, Withdrawn(2, March(4, "13:00")), Left).When(new RecordDeath(March(6, "20:00"), PlaceOfDeath.AtHome).Decide).ThenRecorded(died);
    });

    [Test]
    public void The_hub_is_told_at_once_of_an_unplanned_move_and_not_of_a_contingency_place() => Assert.Multiple(() =>
    {
        Assert.That(ToldToTheHub.Of(CaseOf(Opened, Left, Moved)).Select(told => told.Rule), Does.Contain(MoveUnplanned.NotAgreedBefore.Code));
        Assert.That(ToldToTheHub.Of(CaseOf(Opened, PlaceAgreed, Left, Invoked)).Select(told => told.Rule), Does.Not.Contain(MoveUnplanned.NotAgreedBefore.Code));
    });

    [Test]
    public void An_unplanned_move_is_warned_of_until_somebody_has_decided_on_the_stay()
    {
        var moved = Moved with { Departures = [MoveUnplanned.NotAgreedBefore.Code] };
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, StayDecided, Left, moved)), Does.Contain(MoveUnplanned.NotAgreedBefore));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, Left, moved, AtOnce(StayDecided with { OccurredAt = March(7, "10:00") }))), Does.Not.Contain(MoveUnplanned.NotAgreedBefore));
    }
}
