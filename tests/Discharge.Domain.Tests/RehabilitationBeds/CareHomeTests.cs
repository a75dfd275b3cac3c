using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

/// <summary>A6: the care home agreed for the case that home does not work out.</summary>
public sealed class CareHomeTests : RehabilitationDecisions
{
    private static CareHomePlace Place => new(PlaceKind.Nursing, Elmfield, CareHomeBed);

    private static AgreeCareHomePlace Agree => new(March(9, "10:00"), Place, March(6, "10:00"), Words, Words, RehabilitationRole.SocialWorker, March(30, "12:00"));

    private static MoveIntoAgreedPlace Move => new(March(20, "17:00"), 4, Place, [Hazard.Falls], RehabilitationRole.OccupationalTherapist);

    private static MoveUnplannedIntoCareHome Unplanned => new(March(20, "17:00"), Place, DirectMoveReason.CarerCouldNotGoOn, RehabilitationRole.SocialWorker);

    private static MovedIntoCareHome MovedUnplanned => Moved with { Reason = DirectMoveReason.CarerCouldNotGoOn, Hazards = [], AgreedBy = RehabilitationRole.SocialWorker, Agreement = null, Departures = ["rehabilitation.unplanned-care-home-move"] };

    [Test]
    public void Staff_work_with_care_home_managers_who_assess_people_and_develop_the_rehabilitation_plan() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted).When(Agree.Decide).ThenRecorded(PlaceAgreed);
        Given(Referred, Accepted, Admitted).When((Agree with { AssessedAt = March(9, "10:01") }).Decide).ThenRefused(AgreeCareHomePlace.NotAssessed);
        Given(Referred, Accepted, Admitted).When((Agree with { Place = Place with { Kind = PlaceKind.Rehabilitation } }).Decide).ThenRefused(AgreeCareHomePlace.NotACareHome);
    });

    [Test]
    public void A_case_may_hold_a_contingency_place_agreed_before_discharge() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, WentHome with { OccurredAt = March(8, "09:00") }).When(Agree.Decide).ThenRefused(AgreeCareHomePlace.AfterLeaving);
        Given(Referred, Accepted, Admitted, Out with { OccurredAt = March(9, "09:00") }).When(Agree.Decide).ThenRecorded(PlaceAgreed);
        Assert.That(Agreements.KeptUntil(CaseOf(Referred, Accepted, Admitted, PlaceAgreed), CareHomeBed, March(20, "09:00")), Is.EqualTo(March(30, "12:00")));
        Assert.That(Agreements.KeptUntil(CaseOf(Referred, Accepted, Admitted, PlaceAgreed), CareHomeBed, March(30, "12:00")), Is.Null);
    });

    [Test]
    public void An_agreement_made_anew_gives_up_the_place_kept_before() => Given(Referred, Accepted, Admitted, PlaceAgreed).When((Agree with { OccurredAt = March(11, "10:00"), Place = Place with { Bed = OtherBed } }).Decide)
        .ThenRecorded(PlaceAgreed with { OccurredAt = March(11, "10:00"), Bed = OtherBed }, new RehabilitationReservationEnded(March(11, "10:00"), CareHomeBed, ReservationEnd.NoLongerNeeded, Follows: true));

    [Test]
    public void If_risks_become_unmanageable_after_discharge_home_the_person_moves_directly_into_the_care_home_rather_than_return_to_hospital() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome).When(Move.Decide).ThenRecorded(Moved);
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome, Moved).When(Move.Decide).ThenRecordedNothing();
        var moved = CaseOf(Referred, Accepted, Admitted, PlaceAgreed, WentHome, Moved);
        Assert.That(moved, Has.Property("Phase").EqualTo(RehabilitationPhase.InCareHome).And.Property("Place").EqualTo(CareHomeBed));
        Assert.That(moved.Facts.All<RehabilitationEvent>().Any(fact => Leaving.By(fact) is { For: LeavingFor.Hospital }), Is.False, "No hospital admission is on record.");
        Assert.That(Agreements.IsContingency(moved, Moved));
    });

    [Test]
    public void Straight_from_a_visit_the_move_is_its_outcome() => Assert.Multiple(() =>
    {
        var left = new RehabilitationBedLeft(March(20, "17:00"), LeavingFor.AnotherPlace, Bed, Follows: true);
        Given(Referred, Accepted, Admitted, PlaceAgreed, Out).When((Move with { Visit = 5 }).Decide).ThenRecorded(Moved, left);
        Given(Referred, Accepted, Admitted, PlaceAgreed, Out).When((Move with { Visit = 3 }).Decide).ThenRefused(HomeAccessVisit.NoSuchVisit);
        Given(Referred, Accepted, Admitted, PlaceAgreed, Out, BackInBed with { Visit = 5 }).When((Move with { Visit = 5 }).Decide).ThenRefused(ConcludeHomeAccessVisit.ConcludedAlready.Naming(6));
        var moved = CaseOf(Referred, Accepted, Admitted, PlaceAgreed, Out, Moved, left);
        Assert.That(moved, Has.Property("Phase").EqualTo(RehabilitationPhase.InCareHome).And.Property("Place").EqualTo(CareHomeBed).And.Property("OpenVisit").Null);
        Assert.That(Agreements.IsContingency(moved, Moved));
        Assert.That(HomeAccessVisit.Find(moved, 5)!.Outcome, Is.EqualTo(VisitOutcome.ContingencyPlace));
        Assert.That(HomeAccessVisit.Find(CaseOf(Referred, Accepted, Admitted, PlaceAgreed, Out, MovedUnplanned, left), 5)!.Outcome, Is.EqualTo(VisitOutcome.LeftMeanwhile), "Nobody said that they would not come back.");
    });

    [Test]
    public void While_a_place_is_kept_for_whoever_went_home_the_ending_is_not_asked_for_and_gives_it_up() => Assert.Multiple(() =>
    {
        Assert.That(StepsAt(March(17, "09:00"), Referred, Accepted, Admitted, PlaceAgreed, WentHome), Is.EqualTo(["see-home-works"]));
        Assert.That(RehabilitationSteps.Of(CaseOf(Referred, Accepted, Admitted, PlaceAgreed, WentHome), [], March(17, "09:00")).Single().Due, Is.EqualTo(PlaceAgreed.KeptUntil));
        Assert.That(StepsAt(March(30, "12:00"), Referred, Accepted, Admitted, PlaceAgreed, WentHome), Is.EqualTo(["end-rehabilitation"]));
        Assert.That(StepsAt(March(30, "12:00"), Referred, Accepted, Admitted, PlaceAgreed with { Bed = null, KeptUntil = null }, WentHome), Is.EqualTo(["see-home-works"]), "A place that nobody has to keep is agreed all the same.");
        Assert.That(StepsAt(March(17, "09:00"), Referred, Accepted, Admitted, PlaceAgreed, WentHome with { For = LeavingFor.Hospital }), Is.EqualTo(["end-rehabilitation"]));
    });

    [Test]
    public void Whoever_moves_from_home_into_the_place_agreed_moves_from_home_also_after_the_ending() => Assert.Multiple(() =>
    {
        var ended = new RehabilitationEnded(March(18, "09:00"), RehabilitationResult.GoalsReached);
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome, ended).When(Move.Decide)
            .ThenRecordedWith(RehabilitationCommand.AfterEnding, Moved with { Departures = ["rehabilitation.after-ending"] });
        Assert.That(Agreements.IsContingency(CaseOf(Referred, Accepted, Admitted, PlaceAgreed, WentHome, ended, Moved), Moved));
    });

    [Test]
    public void The_place_is_the_one_that_was_agreed() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, WentHome).When(Move.Decide).ThenRefused(MoveIntoAgreedPlace.NoSuchAgreement);
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome).When((Move with { Place = Place with { Provider = Ward } }).Decide).ThenRefused(MoveIntoAgreedPlace.NotThePlaceAgreed);
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome).When((Move with { Place = Place with { Kind = PlaceKind.Residential } }).Decide).ThenRefused(MoveIntoAgreedPlace.NotThePlaceAgreed);
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome).When((Move with { Place = Place with { Bed = OtherBed } }).Decide)
            .ThenRecorded(Moved with { Place = Place with { Bed = OtherBed } }, new RehabilitationReservationEnded(March(20, "17:00"), CareHomeBed, ReservationEnd.NoLongerNeeded, Follows: true));
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome, Moved).When((Move with { OccurredAt = March(21, "09:00") }).Decide).ThenRefused(MoveIntoCareHome.AlreadyThere.Naming(6));
    });

    [Test]
    public void A_direct_move_without_a_prior_agreement_is_recorded_as_unplanned_with_reason_and_who_agreed_and_never_counted_as_contingency() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, WentHome).When(Unplanned.Decide).ThenRecordedWith(MoveUnplannedIntoCareHome.NotAgreedBefore, MovedUnplanned);
        var moved = CaseOf(Referred, Accepted, Admitted, WentHome, MovedUnplanned);
        Assert.That(Agreements.IsContingency(moved, MovedUnplanned), Is.False);
        Given(Referred, Accepted, Admitted, WentHome).When((Unplanned with { Place = Place with { Kind = PlaceKind.Rehabilitation } }).Decide).ThenRefused(AgreeCareHomePlace.NotACareHome);
    });

    [Test]
    public void Whoever_was_not_at_home_is_recorded_and_it_says_so_and_the_bed_is_given_up() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, PlaceAgreed).When(Move.Decide)
            .ThenRecordedWith(MoveIntoCareHome.NotFromHome, Moved with { Departures = ["rehabilitation.not-moved-from-home"] }, new RehabilitationBedLeft(March(20, "17:00"), LeavingFor.AnotherPlace, Bed, Follows: true));
        Assert.That(Agreements.IsContingency(CaseOf(Referred, Accepted, Admitted, PlaceAgreed, Moved), Moved), Is.False);
    });

    [TestCase("T07", PlaceKind.Nursing, Description = "28 days from the 20th of March")]
    [TestCase("T08", PlaceKind.Residential, Description = "Six weeks from the 20th of March")]
    public void A_direct_move_takes_the_place_and_starts_its_limit(string rule, PlaceKind kind)
    {
        var moved = MovedUnplanned with { Place = Place with { Kind = kind } };
        var clock = ClockOf(rule, Referred, Accepted, Admitted, WentHome, moved);
        Assert.Multiple(() =>
        {
            Assert.That(clock.Due.DueOn, Is.EqualTo(new NodaTime.LocalDate(2026, 3, 20).PlusDays(kind is PlaceKind.Nursing ? 28 : 42)));
            Assert.That(ClockOf(rule, Referred, Accepted, Admitted, WentHome, moved, new RehabilitationBedLeft(April(2, "09:00"), LeavingFor.Home, CareHomeBed)).StoppedAt, Is.EqualTo(April(2, "09:00")));
            Assert.That(ClocksOf(Referred, Accepted, Admitted, WentHome, moved, moved with { OccurredAt = March(22, "09:00"), Place = moved.Place with { Bed = OtherBed } }).Count(one => one.Rule.Id == rule), Is.EqualTo(1), "Another place of the same kind continues it.");
            Assert.That(StepsOf(Referred, Accepted, Admitted, WentHome, moved), Is.EqualTo(["leave-care-home"]));
        });
    }

    [Test]
    public void A_place_of_the_other_kind_ends_one_limit_and_starts_the_other() => Assert.That(
        ClocksOf(Referred, Accepted, Admitted, WentHome, MovedUnplanned, MovedUnplanned with { OccurredAt = March(25, "09:00"), Place = new(PlaceKind.Residential, Elmfield) })
            .Where(clock => clock.Rule.Id is "T07" or "T08").Select(clock => (clock.Rule.Id, clock.IsOpen)),
        Is.EqualTo([("T07", false), ("T08", true)]));
}
