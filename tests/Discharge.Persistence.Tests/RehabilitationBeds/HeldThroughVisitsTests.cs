using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.RehabilitationBeds;
using Discharge.Persistence.Tests.Beds;
using NodaTime;
using static Discharge.Persistence.Tests.RehabilitationBeds.RehabilitationWard;

namespace Discharge.Persistence.Tests.RehabilitationBeds;

/// <summary>A5, in the place: while a visit is open the bed is held and cannot be given to anyone, and bed and case agree at every instant.</summary>
public sealed class HeldThroughVisitsTests
{
    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task While_a_visit_is_open_the_bed_is_held_and_cannot_be_given_to_anyone_by_any_command()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, _) = await _hospital.OutAsync(bed);
        var (ben, ward) = (await _hospital.AcceptedAsync(), await _hospital.AdmitAsync());
        var held = Taken.Held.Naming((await _hospital.HistoryAsync(bed)).Version) with { Case = ada };
        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.ReserveForAsync(ben, bed, _hospital.Time.Now + Duration.FromHours(2)) as Outcome.Refused)?.Refusal, Is.EqualTo(held));
            Assert.That((await _hospital.AdmitAsync(ben, bed) as Outcome.Refused)?.Refusal, Is.EqualTo(held));
            Assert.That(RefusalOf(await _hospital.ReserveAsync(bed, ward)), Is.EqualTo(Taken.Held.Code), "Nor is it given to anybody of a hospital ward.");
            Assert.That(RefusalOf(await _hospital.EndReservationForAsync(ada, bed)), Is.EqualTo(EndBedReservation.AlreadyInIt.Code));
            Assert.That(RefusalOf(await _hospital.EndReservationForAsync(ben, bed)), Is.EqualTo(ReleaseBed.NotTheirs.Code));
            Assert.That(RefusalOf(await _hospital.AdmitAsync(ada, await _hospital.RehabilitationBedAsync())), Is.EqualTo(RehabilitationCommand.VisitOpen.Code));
            Assert.That(RefusalOf(await _hospital.SayAsync(ada, new EndRehabilitation(_hospital.Time.Now, RehabilitationResult.NoFurtherGain))), Is.EqualTo(RehabilitationCommand.VisitOpen.Code));
            Assert.That(await _hospital.InBedAsync(bed, new CloseBed(_hospital.Time.Now, ClosureReason.Infection)), Is.InstanceOf<Outcome.Answered>());
            Assert.That(await _hospital.InBedAsync(bed, new ConfirmVacancy(_hospital.Time.Now, IsFree: true)), Is.InstanceOf<Outcome.Answered>());
            Assert.That((await _hospital.BedAsync(bed)).HeldBy(_hospital.Time.Now)?.Case, Is.EqualTo(ada), "Neither closing it nor the provider's word takes it from them.");
        });
        await AgreesAsync();
    }

    [Test]
    public async Task Nor_by_a_timer_or_an_expiry_however_long_it_takes()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var ada = await _hospital.AcceptedAsync();
        await _hospital.ReserveForAsync(ada, bed, _hospital.Time.Now + Duration.FromHours(3));
        await _hospital.AdmitAsync(ada, bed);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(ada, _hospital.GoesOut());
        foreach (var days in new[] { 1, 7, 40 })
        {
            _hospital.Time.Pass(Duration.FromDays(days));
            await _hospital.LookAsync();
            Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Held));
            Assert.That(RefusalOf(await _hospital.AdmitAsync(await _hospital.AcceptedAsync(), bed)), Is.EqualTo(Taken.Held.Code));
        }

        Assert.That((await _hospital.RehabilitationAsync(ada)).Phase, Is.EqualTo(RehabilitationPhase.OnHomeAccessVisit));
        await AgreesAsync();
    }

    [Test]
    public async Task Nor_by_another_node_at_the_same_moment()
    {
        var other = _hospital.ReachedBy(_hospital.Database.Application);
        var (bed, took) = (await _hospital.RehabilitationBedAsync(), 0);
        var ada = await _hospital.InBedAsync(bed);
        for (var round = 0; round < 10; round++)
        {
            _hospital.Time.Pass(Duration.FromHours(1));
            other.Time.Now = _hospital.Time.Now;
            var ben = await _hospital.AcceptedAsync();
            var outcomes = await Task.WhenAll(_hospital.SayAsync(ada, _hospital.GoesOut()), other.AdmitAsync(ben, bed), other.ReserveForAsync(ben, bed, other.Time.Now + Duration.FromHours(1)));
            took += outcomes.Skip(1).Count(outcome => outcome is Outcome.Answered);
            _hospital.Time.Pass(Duration.FromHours(1));
            other.Time.Now = _hospital.Time.Now;
            var visit = (await _hospital.RehabilitationAsync(ada)).OpenVisit!.Start.Version;
            var back = await Task.WhenAll(_hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.ReturnToBed)), other.AdmitAsync(ben, bed));
            took += back[1] is Outcome.Answered ? 1 : 0;
            Assert.That((await _hospital.BedAsync(bed)).HeldBy(_hospital.Time.Now), Has.Property("Case").EqualTo(ada).And.Property("As").EqualTo(PlaceStep.Occupied));
        }

        Assert.That(took, Is.Zero);
        await other.CloseAsync();
        await AgreesAsync();
    }

    [TestCase(VisitOutcome.ReturnToBed, BedStatus.Occupied, null)]
    [TestCase(VisitOutcome.ConfidentToDischarge, BedStatus.Occupied, null, Description = "Confident is not yet discharged")]
    [TestCase(VisitOutcome.TrialNight, BedStatus.Held, HoldReason.TrialNight)]
    [TestCase(VisitOutcome.WouldNotComeBack, BedStatus.Free, null)]
    [TestCase(VisitOutcome.AdmittedToHospital, BedStatus.Free, null)]
    [TestCase(VisitOutcome.Died, BedStatus.Free, null)]
    public async Task With_each_outcome_the_bed_stands_as_the_case_does(VisitOutcome outcome, BedStatus status, HoldReason? why)
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, visit) = await _hospital.OutAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(2));
        var judgement = outcome is VisitOutcome.ConfidentToDischarge ? new RiskJudgement(Subject.Parse("w-118"), RehabilitationRole.OccupationalTherapist, ConfidenceGround.ManagedAtVisit) : null;
        Assert.That(await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, outcome, judgement)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.BedAsync(bed)).Facts.Last<BedHeld>()!.Reason), Is.EqualTo((status, why ?? HoldReason.HomeAccessVisit)));
        await AgreesAsync();
    }

    [Test]
    public async Task From_a_trial_night_they_come_back_to_the_same_bed_or_are_visited_again()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, visit) = await _hospital.OutAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(2));
        await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.TrialNight));
        _hospital.Time.Pass(Duration.FromHours(14));
        Assert.That(await _hospital.SayAsync(ada, _hospital.GoesOut()), Is.InstanceOf<Outcome.Answered>());
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, (await _hospital.RehabilitationAsync(ada)).OpenVisit!.Start.Version, VisitOutcome.TrialNight));
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.SayAsync(ada, new ReturnToRehabilitationBed(_hospital.Time.Now)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.RehabilitationAsync(ada)).Phase), Is.EqualTo((BedStatus.Occupied, RehabilitationPhase.InBed)));
        Assert.That((await _hospital.BedAsync(bed)).Facts.All<BedHeld>().Select(held => held.Reason), Is.EqualTo([HoldReason.HomeAccessVisit, HoldReason.TrialNight, HoldReason.HomeAccessVisit, HoldReason.TrialNight]));
        await AgreesAsync();
    }

    [Test]
    public async Task Straight_to_the_agreed_contingency_place_gives_up_the_bed_and_takes_the_place_at_one_instant()
    {
        var (bed, home) = (await _hospital.RehabilitationBedAsync(), await _hospital.RegisterAsync());
        var (ada, visit) = await _hospital.OutAsync(bed);
        Assert.That(await _hospital.AgreeAsync(ada, home, _hospital.Time.Now + Duration.FromDays(14)), Is.InstanceOf<Outcome.Answered>());
        var agreement = (await _hospital.HistoryAsync(ada)).Version;
        Assert.That(await _hospital.StatusAsync(home), Is.EqualTo(BedStatus.Reserved));
        _hospital.Time.Pass(Duration.FromHours(2));
        var move = new MoveIntoAgreedPlace(_hospital.Time.Now, agreement, new(PlaceKind.Nursing, CareHome.Elmfield, home), [Hazard.Falls], RehabilitationRole.OccupationalTherapist) { Visit = visit };
        Assert.That(await _hospital.SayAsync(ada, move), Is.InstanceOf<Outcome.Answered>());
        var there = await _hospital.RehabilitationAsync(ada);
        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.StatusAsync(bed), await _hospital.StatusAsync(home)), Is.EqualTo((BedStatus.Free, BedStatus.Occupied)));
            Assert.That((there.Phase, there.Place, there.OpenVisit), Is.EqualTo((RehabilitationPhase.InCareHome, (Guid?)home, (HomeAccessVisit?)null)));
        });
        await AgreesAsync();
    }

    [Test]
    public async Task Whoever_leaves_from_a_visit_gives_up_the_bed_with_it()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, _) = await _hospital.OutAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(2));
        Assert.That(await _hospital.SayAsync(ada, new LeaveRehabilitationBed(_hospital.Time.Now, LeavingFor.Hospital)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.RehabilitationAsync(ada)).OpenVisit), Is.EqualTo((BedStatus.Free, (HomeAccessVisit?)null)));
        await AgreesAsync();
        var left = (await _hospital.HistoryAsync(ada)).Version;
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), left), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.RehabilitationAsync(ada)).Phase), Is.EqualTo((BedStatus.Held, RehabilitationPhase.OnHomeAccessVisit)), "The visit is open again, and the bed held.");
        await AgreesAsync();
    }

    [Test]
    public async Task A_visit_told_after_the_leaving_that_ended_it_is_over_and_the_bed_is_free()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var ada = await _hospital.InBedAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(5));
        await _hospital.SayAsync(ada, new LeaveRehabilitationBed(_hospital.Time.Now, LeavingFor.Hospital));
        Assert.That(await _hospital.SayAsync(ada, _hospital.GoesOut() with { OccurredAt = _hospital.Time.Now - Duration.FromHours(2) }), Is.InstanceOf<Outcome.Answered>());
        var told = await _hospital.RehabilitationAsync(ada);
        Assert.That((await _hospital.StatusAsync(bed), told.OpenVisit, HomeAccessVisit.Of(told).Single().Outcome), Is.EqualTo((BedStatus.Free, (HomeAccessVisit?)null, (VisitOutcome?)VisitOutcome.AdmittedToHospital)));
        await AgreesAsync();
    }

    [Test]
    public async Task Whoever_has_a_bed_held_comes_back_to_it_whatever_became_of_its_registration()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, visit) = await _hospital.OutAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfPlace(bed), 1), Is.InstanceOf<Outcome.Answered>());
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.ReturnToBed)), Is.InstanceOf<Outcome.Answered>());
        var back = await _hospital.RehabilitationAsync(ada);
        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.StatusAsync(bed), back.Phase), Is.EqualTo((BedStatus.Occupied, RehabilitationPhase.InBed)));
            Assert.That(back.Facts.Last<HomeAccessVisitConcluded>()!.Departures, Is.EqualTo([AdmitToRehabilitationBed.PlaceAmiss.Code]));
            Assert.That((await _hospital.BedAsync(bed)).Facts.Last<BedOccupied>()!.Departures, Is.EqualTo([OccupyBed.RegisteredInErrorBefore.Code]));
        });
        await AgreesAsync();
    }

    [Test]
    public async Task What_would_leave_place_and_case_in_disagreement_is_refused_and_names_what_is_on_record_since()
    {
        var (first, second) = (await _hospital.RehabilitationBedAsync(), await _hospital.RehabilitationBedAsync());
        var ada = await _hospital.InBedAsync(first);
        _hospital.Time.Pass(Duration.FromHours(4));
        await _hospital.SayAsync(ada, _hospital.GoesOut());
        var visit = (await _hospital.HistoryAsync(ada)).Version;
        var refused = await _hospital.AdmitAsync(ada, second, _hospital.Time.Now - Duration.FromHours(2)) as Outcome.Refused;
        Assert.That((refused?.Refusal.Code, refused?.Refusal.OnRecord), Is.EqualTo((JointCommands.WouldDisagree.Code, (long?)visit)));
        await AgreesAsync();
    }

    [Test]
    public async Task A_held_bed_is_not_given_up_by_an_arrival_elsewhere_that_does_not_stand()
    {
        var (first, second) = (await _hospital.RehabilitationBedAsync(), await _hospital.RehabilitationBedAsync());
        var ada = await _hospital.AcceptedAsync();
        _hospital.Time.Pass(Duration.FromHours(10));
        await _hospital.AdmitAsync(ada, second);
        var elsewhere = (await _hospital.HistoryAsync(ada)).Version;
        await _hospital.AdmitAsync(ada, first, _hospital.Time.Now - Duration.FromHours(8));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(ada, _hospital.GoesOut() with { OccurredAt = _hospital.Time.Now - Duration.FromHours(7) });
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), elsewhere), Is.InstanceOf<Outcome.Answered>());
        var withdrawnToo = (await _hospital.HistoryAsync(ada)).Version;
        Assert.That(await _hospital.StatusAsync(first), Is.EqualTo(BedStatus.Held));
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), withdrawnToo), Is.InstanceOf<Outcome.Refused>(), "What gave it up does not stand again alone.");
        Assert.That((await _hospital.StatusAsync(first), (await _hospital.RehabilitationAsync(ada)).Phase), Is.EqualTo((BedStatus.Held, RehabilitationPhase.OnHomeAccessVisit)));
        await AgreesAsync();
    }

    [Test]
    public async Task Nor_does_one_that_stands_again_bring_back_what_the_withdrawn_next_one_ended()
    {
        var (first, second) = (await _hospital.RehabilitationBedAsync(), await _hospital.RehabilitationBedAsync());
        var ada = await _hospital.AcceptedAsync();
        _hospital.Time.Pass(Duration.FromHours(10));
        await _hospital.AdmitAsync(ada, second);
        var next = (await _hospital.HistoryAsync(ada)).Version;
        await _hospital.AdmitAsync(ada, first, _hospital.Time.Now - Duration.FromHours(8));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), next + 1);
        var withdrawal = next + 3;
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), next);
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), withdrawal), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(first), (await _hospital.RehabilitationAsync(ada)).Place), Is.EqualTo((BedStatus.Occupied, (Guid?)first)));
        await AgreesAsync();
    }

    [Test]
    public async Task An_admission_told_after_the_leaving_frees_the_bed_at_the_leaving()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var ada = await _hospital.AcceptedAsync();
        _hospital.Time.Pass(Duration.FromHours(10));
        await _hospital.SayAsync(ada, new LeaveRehabilitationBed(_hospital.Time.Now - Duration.FromHours(2), LeavingFor.Hospital));
        Assert.That(await _hospital.AdmitAsync(ada, bed, _hospital.Time.Now - Duration.FromHours(6)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.RehabilitationAsync(ada)).Phase), Is.EqualTo((BedStatus.Free, RehabilitationPhase.InHospital)));
        await AgreesAsync();
        Assert.That(await _hospital.SayAsync(ada, new EndRehabilitation(_hospital.Time.Now, RehabilitationResult.NoFurtherGain)), Is.InstanceOf<Outcome.Answered>());
    }

    [Test]
    public async Task A_wrong_leaving_is_withdrawn_once_those_after_it_are()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var ada = await _hospital.InBedAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(2));
        await _hospital.SayAsync(ada, new LeaveRehabilitationBed(_hospital.Time.Now, LeavingFor.Home));
        var home = (await _hospital.HistoryAsync(ada)).Version;
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(ada, new LeaveRehabilitationBed(_hospital.Time.Now, LeavingFor.Hospital));
        Assert.That((await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), home) as Outcome.Refused)?.Refusal, Is.EqualTo(RehabilitationCorrection.SomewhereElseSince.Naming(home + 1)));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), home + 1);
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), home), Is.InstanceOf<Outcome.Answered>());
        Assert.That(await _hospital.SayAsync(ada, new LeaveRehabilitationBed(_hospital.Time.Now, LeavingFor.Hospital)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.RehabilitationAsync(ada)).Phase), Is.EqualTo((BedStatus.Free, RehabilitationPhase.InHospital)));
        await AgreesAsync();
    }

    [Test]
    public async Task Two_holds_of_one_moment_are_two_in_the_place_as_well()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, visit) = await _hospital.OutAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(2));
        Assert.That(await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.TrialNight)), Is.InstanceOf<Outcome.Answered>());
        Assert.That(await _hospital.SayAsync(ada, _hospital.GoesOut()), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.BedAsync(bed)).Facts.All<BedHeld>().Select(held => held.Reason), Is.EqualTo([HoldReason.HomeAccessVisit, HoldReason.TrialNight, HoldReason.HomeAccessVisit]));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), (await _hospital.HistoryAsync(ada)).Version);
        Assert.That((await _hospital.StatusAsync(bed), (await _hospital.BedAsync(bed)).Facts.Last<BedHeld>()!.Reason, (await _hospital.RehabilitationAsync(ada)).Phase), Is.EqualTo((BedStatus.Held, HoldReason.TrialNight, RehabilitationPhase.AtHomeWithBedHeld)));
        await AgreesAsync();
    }

    [Test]
    public async Task A_stay_told_late_that_ends_as_somebody_elses_begins_is_before_theirs()
    {
        var (first, second) = (await _hospital.RehabilitationBedAsync(), await _hospital.RehabilitationBedAsync());
        var (ada, ben) = (await _hospital.AcceptedAsync(), await _hospital.AcceptedAsync());
        _hospital.Time.Pass(Duration.FromHours(10));
        await _hospital.AdmitAsync(ben, first);
        await _hospital.AdmitAsync(ada, second);
        Assert.That(await _hospital.AdmitAsync(ada, first, _hospital.Time.Now - Duration.FromHours(5)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.BedAsync(first)).Tenures.All.Select(tenure => (tenure.Case, tenure.Until)), Is.EqualTo([(ada, (Instant?)_hospital.Time.Now), (ben, null)]));
        await AgreesAsync();
    }

    [Test]
    public async Task A_reservation_of_the_bed_they_are_in_says_nothing_of_it()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var ada = await _hospital.AcceptedAsync();
        _hospital.Time.Pass(Duration.FromHours(10));
        await _hospital.ReserveForAsync(ada, bed, _hospital.Time.Now + Duration.FromDays(2), _hospital.Time.Now - Duration.FromHours(1));
        await _hospital.AdmitAsync(ada, bed, _hospital.Time.Now - Duration.FromHours(5));
        await _hospital.SayAsync(ada, _hospital.GoesOut() with { OccurredAt = _hospital.Time.Now - Duration.FromHours(3) });
        Assert.That(RehabilitationBedView.Of(await _hospital.RehabilitationAsync(ada), _hospital.Time.Now), Has.Property("As").EqualTo(PlaceStep.Held).And.Property("HeldBecause").EqualTo(HoldReason.HomeAccessVisit));
        await AgreesAsync();
    }

    [Test]
    public async Task A_visit_or_an_outcome_entered_in_error_is_withdrawn_in_both_and_not_where_somebody_else_has_the_bed_since()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, visit) = await _hospital.OutAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(2));
        await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.WouldNotComeBack));
        var outcome = (await _hospital.HistoryAsync(ada)).Version;
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.InBedAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(RefusalOf(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), outcome)), Is.EqualTo(BedCorrection.WouldBeTwice.Code));

        var other = await _hospital.RehabilitationBedAsync();
        var (ben, second) = await _hospital.OutAsync(other);
        _hospital.Time.Pass(Duration.FromHours(2));
        await _hospital.SayAsync(ben, new ConcludeHomeAccessVisit(_hospital.Time.Now, second, VisitOutcome.WouldNotComeBack));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ben), (await _hospital.HistoryAsync(ben)).Version);
        Assert.That((await _hospital.StatusAsync(other), (await _hospital.RehabilitationAsync(ben)).Phase), Is.EqualTo((BedStatus.Held, RehabilitationPhase.OnHomeAccessVisit)));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ben), second);
        Assert.That((await _hospital.StatusAsync(other), (await _hospital.RehabilitationAsync(ben)).Phase), Is.EqualTo((BedStatus.Occupied, RehabilitationPhase.InBed)));
        await AgreesAsync();
    }

    [Test]
    public async Task Whoever_comes_into_a_bed_promised_to_another_is_warned_of_it_and_the_other_is_told()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, ben) = (await _hospital.AcceptedAsync(), await _hospital.AcceptedAsync());
        await _hospital.ReserveForAsync(ben, bed, _hospital.Time.Now + Duration.FromHours(5));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.AdmitAsync(ada, bed);
        Assert.That((await _hospital.RehabilitationAsync(ada)).Admission!.Departures, Is.EqualTo([AdmitToRehabilitationBed.PlaceAmiss.Code]));
        Assert.That((await _hospital.RehabilitationAsync(ben)).Facts.Last<RehabilitationReservationEnded>(), Has.Property("As").EqualTo(ReservationEnd.SomebodyElseArrived).And.Property("Departures").EqualTo(new[] { EndRehabilitationReservation.PlaceLost.Code }));
        await AgreesAsync();
    }

    [Test]
    public async Task Of_two_reservations_of_one_moment_the_one_that_is_withdrawn_is_withdrawn_in_the_place_too()
    {
        var (bed, ada) = (await _hospital.RehabilitationBedAsync(), await _hospital.AcceptedAsync());
        var at = _hospital.Time.Now;
        await _hospital.ReserveForAsync(ada, bed, at + Duration.FromHours(4), at);
        var first = (await _hospital.HistoryAsync(ada)).Version;
        _hospital.Time.Pass(Duration.FromMinutes(10));
        Assert.That(await _hospital.ReserveForAsync(ada, bed, at + Duration.FromHours(2), at), Is.InstanceOf<Outcome.Answered>());

        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), first), Is.InstanceOf<Outcome.Answered>());

        await AgreesAsync();
        Assert.That((await _hospital.HistoryAsync(bed)).Standing.Select(entry => entry.Fact).OfType<BedReserved>().Select(reserved => reserved.Until), Is.EqualTo([at + Duration.FromHours(2)]));
    }

    [Test]
    public async Task A_visit_still_open_at_20_00_is_escalated_and_at_every_midnight_and_is_not_closed()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        var (ada, visit) = await _hospital.OutAsync(bed);
        _hospital.Time.Now = Instant.FromUtc(2026, 3, 4, 19, 59);
        await _hospital.LookAsync();
        Assert.That(await NoticesAsync(ada), Is.Empty);
        foreach (var (at, count) in new[] { (Instant.FromUtc(2026, 3, 4, 20, 0), 1), (Instant.FromUtc(2026, 3, 5, 0, 0), 2), (Instant.FromUtc(2026, 3, 6, 8, 0), 4) })
        {
            _hospital.Time.Now = at;
            await _hospital.LookAsync();
            Assert.That(await NoticesAsync(ada), Has.Length.EqualTo(count));
        }

        Assert.That(await NoticesAsync(ada), Is.EqualTo([("L1", "2026-03-04T20:00:00Z"), ("L2", "2026-03-05T00:00:00Z"), ("L1", "2026-03-05T20:00:00Z"), ("L2", "2026-03-06T00:00:00Z")]));
        Assert.That(((await _hospital.RehabilitationAsync(ada)).Phase, await _hospital.StatusAsync(bed)), Is.EqualTo((RehabilitationPhase.OnHomeAccessVisit, BedStatus.Held)));
        Assert.That((await _hospital.HistoryAsync(ada)).Entries.Select(entry => entry.Fact), Has.None.InstanceOf<Domain.Timelines.ClockBreached>().With.Property("Rule").EqualTo("T09"));
        await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.ReturnToBed));
        _hospital.Time.Pass(Duration.FromDays(3));
        await _hospital.LookAsync();
        Assert.That(await NoticesAsync(ada), Has.Length.EqualTo(4), "Once it has an outcome nobody is told any more.");
    }

    private async Task<(string? Level, string At)[]> NoticesAsync(Guid id) =>
        [.. (await _hospital.NoticesAsync(id)).Where(notice => notice is { Rule: "T09", Level: not null }).Select(notice => (notice.Level, notice.Moment.ToString()))];

    private async Task AgreesAsync() => Assert.That(await new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None), Is.Empty);
}
