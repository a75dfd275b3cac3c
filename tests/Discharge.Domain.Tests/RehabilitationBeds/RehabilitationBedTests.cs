using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

public sealed class RehabilitationBedTests : RehabilitationDecisions
{
    private static ReserveRehabilitationBed Reserve => new(March(2, "10:30"), Bed, PlaceKind.Rehabilitation, Ward, March(4, "18:00"));

    private static AdmitToRehabilitationBed Admit => new(March(2, "15:00"), Bed, PlaceKind.Rehabilitation, Ward);

    private static LeaveRehabilitationBed Leave(LeavingFor reason) => new(March(16, "11:00"), reason);

    [Test]
    public void A_bed_is_reserved_for_whoever_was_accepted() => Given(Referred, Accepted).When(Reserve.Decide).ThenRecorded(Reserved);

    [Test]
    public void None_is_before() => Given(Referred).When(Reserve.Decide).ThenRefused(ReserveRehabilitationBed.NotAccepted);

    [Test]
    public void Only_a_bed_for_rehabilitation_is_reserved_and_admitted_to() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When((Reserve with { Kind = PlaceKind.Nursing }).Decide).ThenRefused(ReserveRehabilitationBed.NotForRehabilitation);
        Given(Referred, Accepted).When((Admit with { Kind = PlaceKind.Residential }).Decide).ThenRefused(ReserveRehabilitationBed.NotForRehabilitation);
    });

    [Test]
    public void A_reservation_ends_before_its_moment_and_one_that_was_lost_says_so() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Reserved).When(new EndRehabilitationReservation(March(3, "09:00"), Bed, ReservationEnd.NoLongerNeeded).Decide)
            .ThenRecorded(new RehabilitationReservationEnded(March(3, "09:00"), Bed, ReservationEnd.NoLongerNeeded));
        Given(Referred, Accepted, Reserved, new RehabilitationReservationEnded(March(3, "09:00"), Bed, ReservationEnd.NoLongerNeeded, Follows: true))
            .When(new EndRehabilitationReservation(March(3, "09:00"), Bed, ReservationEnd.NoLongerNeeded).Decide).ThenRecordedNothing();
        Given(Referred, Accepted, Reserved).When(new EndRehabilitationReservation(March(3, "09:00"), Bed, ReservationEnd.TakenBack).Decide).ThenDeparting(EndRehabilitationReservation.PlaceLost);
    });

    [Test]
    public void The_person_is_admitted() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Reserved).When(Admit.Decide).ThenRecorded(Admitted);
        Given(Referred, Accepted, Reserved, Admitted).When(Admit.Decide).ThenRecordedNothing();
        Assert.That(CaseOf(Referred, Accepted, Reserved, Admitted), Has.Property("Phase").EqualTo(RehabilitationPhase.InBed).And.Property("Place").EqualTo(Bed));
        Assert.That(AdmitToRehabilitationBed.PlaceAmiss.Owner, Is.EqualTo(Owner.RehabilitationTeam));
    });

    [Test]
    public void Whoever_was_admitted_unaccepted_is_recorded_and_it_says_so() => Given(Referred).When(Admit.Decide).ThenDeparting(AdmitToRehabilitationBed.BeforeAcceptance);

    [Test]
    public void Nobody_is_admitted_to_a_bed_that_is_theirs_already() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted).When((Admit with { OccurredAt = March(3, "09:00") }).Decide).ThenRefused(AdmitToRehabilitationBed.AlreadyTheirs.Naming(3));
        Given(Referred, Accepted, Admitted, Out).When((Admit with { OccurredAt = March(10, "12:00") }).Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
    });

    [Test]
    public void Whoever_moves_to_another_bed_gives_the_first_up() => Given(Referred, Accepted, Admitted).When((Admit with { OccurredAt = March(5, "09:00"), Bed = OtherBed }).Decide)
        .ThenRecorded(Admitted with { OccurredAt = March(5, "09:00"), Bed = OtherBed }, new RehabilitationBedLeft(March(5, "09:00"), LeavingFor.AnotherPlace, Bed, Follows: true));

    [Test]
    public void An_admission_told_late_ends_with_the_next() => Given(Referred, Accepted, Admitted with { OccurredAt = March(5, "09:00") }).When((Admit with { Bed = OtherBed }).Decide)
        .ThenRecorded(Admitted with { Bed = OtherBed }, new RehabilitationBedLeft(March(5, "09:00"), LeavingFor.AnotherPlace, OtherBed, Follows: true));

    [Test]
    public void An_admission_told_after_the_leaving_ends_with_it() => Assert.Multiple(() =>
    {
        var left = WentHome with { Bed = null, For = LeavingFor.Hospital };
        var gaveUp = new RehabilitationBedLeft(March(16, "11:00"), LeavingFor.Hospital, Bed, Follows: true);
        Given(Referred, Accepted, left).When(Admit.Decide).ThenRecorded(Admitted, gaveUp);
        Assert.That(CaseOf(Referred, Accepted, left, Admitted, gaveUp), Has.Property("Place").Null.And.Property("Phase").EqualTo(RehabilitationPhase.InHospital));
        Assert.That(BedDays.Of(CaseOf(Referred, Accepted, left, Admitted, gaveUp), March(31, "09:00")).InBed, Is.EqualTo(left.OccurredAt - Admitted.OccurredAt));
        var elsewhere = Moved with { Place = new(PlaceKind.Nursing, Elmfield) };
        Given(Referred, Accepted, elsewhere).When(Admit.Decide).ThenRecorded(Admitted, new RehabilitationBedLeft(March(20, "17:00"), LeavingFor.AnotherPlace, Bed, Follows: true));
    });

    [Test]
    public void No_correction_leaves_somebody_a_place_that_they_are_not_in() => Assert.Multiple(() =>
    {
        var (home, hospital) = (WentHome, WentHome with { OccurredAt = March(16, "12:00"), For = LeavingFor.Hospital, Bed = null });
        var (before, after) = (CaseOf(Referred, Accepted, Admitted, home, hospital), CaseOf(Referred, Accepted, Admitted, home, hospital, Withdrawn(4)));
        Assert.That(RehabilitationCorrection.Against(before, after), Is.EqualTo(RehabilitationCorrection.SomewhereElseSince.Naming(5)));
        Assert.That(RehabilitationCorrection.Against(before, CaseOf(Referred, Accepted, Admitted, home, hospital, Withdrawn(5))), Is.Null);
        Assert.That(RehabilitationContradictions.In(after), Is.EqualTo([RehabilitationContradictions.PlaceElsewhere]), "Where it is so all the same, it is shown.");
        Assert.That(RehabilitationCorrection.Against(after, CaseOf(Referred, Accepted, Admitted, hospital)), Is.Null, "What did not go together may be put right in any steps.");
    });

    [Test]
    public void No_correction_leaves_an_outcome_without_its_visit() => Assert.Multiple(() =>
    {
        var (before, after) = (CaseOf(Referred, Accepted, Admitted, Out, BackInBed), CaseOf(Referred, Accepted, Admitted, Out, BackInBed, Withdrawn(4)));
        Assert.That(RehabilitationCorrection.Against(before, after), Is.EqualTo(RehabilitationCorrection.OutcomeStands.Naming(5)));
        Assert.That(RehabilitationCorrection.Against(before, CaseOf(Referred, Accepted, Admitted, Out, BackInBed, Withdrawn(5))), Is.Null);
        Assert.That(RehabilitationContradictions.In(after), Is.EqualTo([RehabilitationContradictions.OutcomeWithoutVisit]));
    });

    [TestCase(LeavingFor.OwnDecision, RehabilitationPhase.AtHome)]
    [TestCase(LeavingFor.Hospital, RehabilitationPhase.InHospital)]
    [TestCase(LeavingFor.CareHome, RehabilitationPhase.MovedOn)]
    [TestCase(LeavingFor.Hospice, RehabilitationPhase.MovedOn)]
    [TestCase(LeavingFor.Died, RehabilitationPhase.Died)]
    public void Return_to_hospital_self_discharge_care_home_and_death_are_always_recorded(LeavingFor reason, RehabilitationPhase phase) => Assert.Multiple(() =>
    {
        var left = WentHome with { For = reason };
        Given(Referred, Accepted, Admitted).When(Leave(reason).Decide).ThenRecorded(left);
        Given(Referred, Accepted, Admitted, left).When(Leave(reason).Decide).ThenRecordedNothing();
        Assert.That(CaseOf(Referred, Accepted, Admitted, left), Has.Property("Phase").EqualTo(phase).And.Property("Place").Null);
    });

    [TestCase(LeavingFor.OwnDecision, VisitOutcome.WouldNotComeBack)]
    [TestCase(LeavingFor.Hospital, VisitOutcome.AdmittedToHospital)]
    [TestCase(LeavingFor.CareHome, VisitOutcome.LeftMeanwhile)]
    [TestCase(LeavingFor.Home, VisitOutcome.LeftMeanwhile)]
    [TestCase(LeavingFor.Died, VisitOutcome.Died)]
    public void They_are_recorded_also_from_a_visit_which_ends_with_it_in_whatever_order_it_is_told(LeavingFor reason, VisitOutcome outcome) => Assert.Multiple(() =>
    {
        var left = WentHome with { OccurredAt = March(10, "15:00"), For = reason };
        var recorded = Given(Referred, Accepted, Admitted, Out).When((Leave(reason) with { OccurredAt = March(10, "15:00") }).Decide);
        if (reason is LeavingFor.Home)
        {
            recorded.ThenDeparting(LeaveRehabilitationBed.HomeUndecided);
        }
        else
        {
            recorded.ThenRecorded(left);
        }

        foreach (var told in new[] { CaseOf(Referred, Accepted, Admitted, Out, left), CaseOf(Referred, Accepted, Admitted, left, Out) })
        {
            Assert.That(told, Has.Property("OpenVisit").Null.And.Property("Place").Null);
            Assert.That(HomeAccessVisit.Of(told).Select(visit => visit.Outcome), Is.EqualTo([outcome]));
            Assert.That(RehabilitationContradictions.In(told), Is.Empty);
        }

        Assert.That(ClockOf("T09", Referred, Accepted, Admitted, left, Out).EndedAt, Is.EqualTo(March(10, "15:00")), "Nobody is told of a bed that is held no more.");
    });

    [Test]
    public void A_leaving_told_late_from_before_a_visit_is_shown_until_one_of_the_two_is_withdrawn() => Assert.Multiple(() =>
    {
        var left = WentHome with { OccurredAt = March(9, "15:00"), For = LeavingFor.Hospital };
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out, left)), Is.EqualTo([RehabilitationContradictions.BedLeftBefore]));
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out, BackInBed, left)), Is.EqualTo([RehabilitationContradictions.BedLeftBefore]));
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, left, Admitted with { OccurredAt = March(10, "09:00") }, Out with { OccurredAt = March(10, "10:00") })), Is.Empty, "Admitted anew, they have a bed again.");
        var moved = Moved with { OccurredAt = March(9, "15:00"), Place = new(PlaceKind.Residential, Elmfield, CareHomeBed) };
        Assert.That(ClockOf("T08", Referred, Accepted, Admitted, Out, moved).StoppedAt, Is.EqualTo(Out.OccurredAt), "Whoever is out from a rehabilitation bed is in no care home.");
    });

    [Test]
    public void Whoever_went_home_undecided_is_recorded_and_it_says_so() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted).When(Leave(LeavingFor.Home).Decide).ThenDeparting(LeaveRehabilitationBed.HomeUndecided);
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided).When(Leave(LeavingFor.Home).Decide).ThenRecorded(WentHome);
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, Withdrawn(6)).When(Leave(LeavingFor.Home).Decide).ThenDeparting(LeaveRehabilitationBed.HomeUndecided);
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, WentHome, Moved).When((Leave(LeavingFor.Home) with { OccurredAt = March(25, "11:00") }).Decide)
            .ThenDeparting(LeaveRehabilitationBed.HomeUndecided);
    });

    [Test]
    public void A_leaving_without_admission_is_recorded_and_says_so() => Given(Referred).When(Leave(LeavingFor.OwnDecision).Decide).ThenDeparting(LeaveRehabilitationBed.NotAdmitted);

    [Test]
    public void A_leaving_is_on_record_once() => Given(Referred, Accepted, Admitted, WentHome with { For = LeavingFor.OwnDecision }).When((Leave(LeavingFor.OwnDecision) with { OccurredAt = March(17, "09:00") }).Decide)
        .ThenRefused(LeaveRehabilitationBed.LeftAlready.Naming(4));

    [Test]
    public void A_death_and_a_care_home_give_up_what_was_kept_and_a_stay_in_hospital_does_not() => Assert.Multiple(() =>
    {
        var given = new RehabilitationReservationEnded(March(16, "11:00"), CareHomeBed, ReservationEnd.NoLongerNeeded, Follows: true);
        Given(Referred, Accepted, Admitted, PlaceAgreed).When(Leave(LeavingFor.Died).Decide).ThenRecorded(WentHome with { For = LeavingFor.Died }, given);
        Given(Referred, Accepted, Admitted, PlaceAgreed).When(Leave(LeavingFor.CareHome).Decide).ThenRecorded(WentHome with { For = LeavingFor.CareHome }, given);
        Given(Referred, Accepted, Admitted, PlaceAgreed).When(Leave(LeavingFor.Hospital).Decide).ThenRecorded(WentHome with { For = LeavingFor.Hospital });
    });

    [Test]
    public void It_goes_on_where_the_person_comes_into_a_place_after_its_ending() => Assert.Multiple(() =>
    {
        var ended = new RehabilitationEnded(March(18, "09:00"), RehabilitationResult.GoalsReached);
        Assert.That(CaseOf(Referred, Accepted, Admitted, WentHome, ended, Admitted with { OccurredAt = March(19, "09:00") }), Has.Property("Phase").EqualTo(RehabilitationPhase.InBed).And.Property("IsOpen").True);
        Assert.That(CaseOf(Referred, Accepted, Admitted, WentHome, ended, Moved), Has.Property("Phase").EqualTo(RehabilitationPhase.InCareHome).And.Property("IsOpen").True);
        var stillThere = CaseOf(Referred, Accepted, Admitted, Out, ended);
        Assert.That(stillThere, Has.Property("Phase").EqualTo(RehabilitationPhase.OnHomeAccessVisit).And.Property("IsOpen").True, "Told late, or where the leaving was withdrawn: whoever is in a place stays in sight.");
        Assert.That(RehabilitationContradictions.In(stillThere), Is.EqualTo([RehabilitationContradictions.EndedInAPlace]));
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, WentHome, ended)), Is.Empty);
        Given(Referred, Accepted, Admitted, WentHome, ended).When(new AdmitToRehabilitationBed(March(19, "09:00"), Bed, PlaceKind.Rehabilitation, Ward).Decide).ThenDeparting(RehabilitationCommand.AfterEnding);
    });

    [Test]
    public void Rehabilitation_ends_once_the_person_has_left() => Assert.Multiple(() =>
    {
        var end = new EndRehabilitation(March(20, "09:00"), RehabilitationResult.GoalsReached);
        var ended = new RehabilitationEnded(March(20, "09:00"), RehabilitationResult.GoalsReached);
        Given(Referred, Accepted, Admitted, WentHome).When(end.Decide).ThenRecorded(ended);
        Given(Referred, Accepted, Admitted, PlaceAgreed, WentHome).When(end.Decide).ThenRecorded(ended, new RehabilitationReservationEnded(March(20, "09:00"), CareHomeBed, ReservationEnd.NoLongerNeeded, Follows: true));
        Given(Referred, Accepted, Admitted).When(end.Decide).ThenRefused(EndRehabilitation.StillThere);
        Given(Referred, Accepted, Admitted, Out).When(end.Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
        Given(Referred, Accepted, Admitted, WentHome, Moved).When((end with { OccurredAt = March(21, "09:00") }).Decide).ThenRefused(EndRehabilitation.StillThere);
        Given(Referred, Accepted, Admitted, WentHome, ended).When((end with { OccurredAt = March(19, "09:00") }).Decide).ThenRefused(EndRehabilitation.EndedAlready.Naming(5));
        Given(Referred, Accepted, Admitted, Out, Admitted with { OccurredAt = March(11, "09:00"), Bed = OtherBed }, WentHome with { Bed = OtherBed }).When(end.Decide) // A visit is not left without an outcome.
            .ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
        Given(Referred, Accepted, Admitted, WentHome, ended).When((end with { OccurredAt = March(21, "09:00") }).Decide).ThenRefused(RehabilitationCommand.HasEnded.Naming(5));
    });

    [Test]
    public void Occupied_and_held_days_and_the_reason_are_counted_apart() => Assert.Multiple(() =>
    {
        var days = BedDays.Of(CaseOf(Referred, Accepted, Admitted, Out, BackInBed with { Outcome = VisitOutcome.TrialNight }, new ReturnedToRehabilitationBed(March(11, "13:00"), Bed), WentHome), March(31, "09:00"));
        Assert.That(days.InBed, Is.EqualTo(March(10, "10:00") - March(2, "15:00") + (March(16, "11:00") - March(11, "13:00"))));
        Assert.That(days.Held, Is.EqualTo(new Dictionary<HoldReason, NodaTime.Duration> { [HoldReason.HomeAccessVisit] = NodaTime.Duration.FromHours(3), [HoldReason.TrialNight] = NodaTime.Duration.FromHours(24) }));
        Assert.That(BedDays.Of(CaseOf(Referred, Accepted, Admitted, Out), March(10, "12:00")).Held[HoldReason.HomeAccessVisit], Is.EqualTo(NodaTime.Duration.FromHours(2)), "It is counted while it lasts.");
        Assert.That(BedDays.Of(CaseOf(Referred, Accepted, Admitted, Moved), March(31, "09:00")).InBed, Is.EqualTo(Moved.OccurredAt - Admitted.OccurredAt), "A care home is no rehabilitation bed.");
    });

    private static EntryWithdrawn Withdrawn(long entry) => new(March(17, "09:00"), entry, WithdrawalReason.DidNotHappen);
}
