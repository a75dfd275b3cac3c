using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>An interim bed and the stay in it change together: who has the bed is its own fact, the stay is the case's.</summary>
public sealed class InterimBedsTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task Moved_in_the_bed_is_theirs_and_the_stay_is_in_it_with_its_kind_its_home_and_its_cost()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        Assert.That(await ArriveAsync(bed, id), Is.InstanceOf<Outcome.Answered>());

        var stay = InterimStay.Current(await CaseAsync(id))!;
        Assert.That((await _hospital.StatusAsync(bed), stay.Place), Is.EqualTo((BedStatus.Occupied, new InterimPlace(InterimBedKind.Nursing, CareHome.Elmfield, bed, 119_500))));
    }

    [Test]
    public async Task Somebody_elses_bed_is_refused_and_nothing_of_it_is_recorded()
    {
        var (bed, first, second) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, first);
        var before = (await _hospital.HistoryAsync(second)).Version;

        Assert.That(await ArriveAsync(bed, second), Is.InstanceOf<Outcome.Refused>().With.Property(nameof(Outcome.Refused.Refusal)).With.Property(nameof(Refusal.TakenByAnother)).True);
        Assert.That((await _hospital.HistoryAsync(second)).Version, Is.EqualTo(before));
    }

    [Test]
    public async Task A_place_for_rehabilitation_is_no_interim_bed()
    {
        var (bed, id) = (await _hospital.RegisterAsync(PlaceKind.Rehabilitation), await _hospital.AdmitAsync());
        Assert.That(await ArriveAsync(bed, id), Is.EqualTo(new Outcome.Refused(OccupyInterimBed.NotAnInterimBed)));
    }

    [Test]
    public async Task Moved_on_to_another_the_first_is_free_and_the_second_is_theirs()
    {
        var (first, second, id) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await ArriveAsync(second, id), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(first), await _hospital.StatusAsync(second)), Is.EqualTo((BedStatus.Free, BedStatus.Occupied)));
    }

    [Test]
    public async Task Left_for_another_bed_the_first_is_free_and_the_arrival_in_the_second_is_recorded()
    {
        var (first, second, id) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(id, new VacateInterimBed(_hospital.Time.Now, LeavingInterimBedFor.AnotherInterimBed));
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await ArriveAsync(second, id), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(first), await _hospital.StatusAsync(second), InterimStay.Of(await CaseAsync(id)).Length), Is.EqualTo((BedStatus.Free, BedStatus.Occupied, 1)));
    }

    [TestCase(LeavingInterimBedFor.Home)]
    [TestCase(LeavingInterimBedFor.Hospital)]
    public async Task Whoever_left_for_another_bed_and_went_elsewhere_is_recorded_as_gone(LeavingInterimBedFor elsewhere)
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(id, new VacateInterimBed(_hospital.Time.Now, LeavingInterimBedFor.AnotherInterimBed));
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.SayAsync(id, new VacateInterimBed(_hospital.Time.Now, elsewhere)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), InterimStay.NotVacated(await CaseAsync(id))), Is.EqualTo((BedStatus.Free, (InterimStay?)null)));
    }

    [Test]
    public async Task Held_through_a_readmission_it_is_kept_and_back_in_it_it_is_occupied_again()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, id);
        await _hospital.DoAsync(id, new Readmit(_hospital.Time.Now, ReturnReason.Unwell));
        Assert.That(await _hospital.SayAsync(id, new HoldInterimBed(_hospital.Time.Now, StaffRole.SocialWorker)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), (await CaseAsync(id)).Phase), Is.EqualTo((BedStatus.Held, DischargePhase.InInterimBed)));

        _hospital.Time.Pass(Duration.FromDays(3));
        Assert.That(await ArriveAsync(bed, id), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), InterimStay.Of(await CaseAsync(id)).Length), Is.EqualTo((BedStatus.Occupied, 1)));
    }

    [Test]
    public async Task Moved_out_it_is_free_and_the_stay_is_over()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, id);
        _hospital.Time.Pass(Duration.FromDays(1));
        Assert.That(await _hospital.SayAsync(id, new VacateInterimBed(_hospital.Time.Now, LeavingInterimBedFor.LongTermNursing)), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), InterimStay.NotVacated(await CaseAsync(id))), Is.EqualTo((BedStatus.Free, (InterimStay?)null)));
    }

    [Test]
    public async Task The_contingency_place_is_taken_and_so_is_that_of_an_unplanned_move()
    {
        var (agreed, other, id, second) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await _hospital.AgreeAsync(agreed, id);
        var agreement = Contingency.Last(await CaseAsync(id))!.Version;

        await _hospital.JointlyAsync(agreed, id, place => new InvokeContingencyPlace(_hospital.Time.Now, agreement, place, [Hazard.Falls], StaffRole.Nurse));
        await _hospital.JointlyAsync(other, second, place => new MoveUnplanned(_hospital.Time.Now, place, DirectMoveReason.HomeNotSafe, StaffRole.Nurse));
        Assert.That((await _hospital.StatusAsync(agreed), await _hospital.StatusAsync(other)), Is.EqualTo((BedStatus.Occupied, BedStatus.Occupied)));
    }

    [Test]
    public async Task An_arrival_withdrawn_as_entered_in_error_frees_the_bed()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, id);
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), (await _hospital.HistoryAsync(id)).Version);
        Assert.That((await _hospital.StatusAsync(bed), InterimStay.Of(await CaseAsync(id)).Length), Is.EqualTo((BedStatus.Free, 0)));
    }

    [Test]
    public async Task Whoever_arrives_in_a_place_reserved_for_another_is_in_it_and_the_others_case_says_that_it_is_lost()
    {
        var (bed, promised, arrived) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, promised);
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await ArriveAsync(bed, arrived), Is.InstanceOf<Outcome.Answered>());

        Assert.Multiple(async () =>
        {
            Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Occupied));
            Assert.That(DischargeCaseDepartures.StandingIn(await CaseAsync(promised)), Does.Contain(EndReservation.PlaceLost));
            Assert.That(DischargeCaseDepartures.StandingIn(await CaseAsync(arrived)), Does.Contain(OccupyInterimBed.PlaceAmiss));
            Assert.That(await new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None), Is.Empty);
        });
    }

    [Test]
    public async Task A_departure_withdrawn_after_somebody_else_has_moved_in_is_refused_in_the_case_and_in_the_place()
    {
        var (bed, first, second) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, first);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(first, new VacateInterimBed(_hospital.Time.Now, LeavingInterimBedFor.Home));
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(bed, second);
        var before = (await _hospital.HistoryAsync(first)).Version;
        var left = (await _hospital.HistoryAsync(first)).Entries.Last(entry => entry.Fact is InterimBedVacated).Version;
        var withdrawn = await _hospital.WithdrawTogetherAsync(Streams.OfCase(first), left);

        Assert.Multiple(async () =>
        {
            Assert.That(((Outcome.Refused)withdrawn).Refusal.Code, Is.EqualTo(BedCorrection.WouldBeTwice.Code));
            Assert.That(((Outcome.Refused)withdrawn).Refusal.Case, Is.EqualTo(second));
            Assert.That((await _hospital.HistoryAsync(first)).Version, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Told_late_between_two_beds_a_third_is_theirs_only_for_that_time_and_free_for_others_since()
    {
        var (first, second, third) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.RegisterAsync());
        var (id, other) = (await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        var meanwhile = _hospital.Time.Now;
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(second, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(third, other);

        Assert.That(await ArriveAsync(third, id, meanwhile), Is.InstanceOf<Outcome.Answered>());
        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.StatusAsync(first), await _hospital.StatusAsync(second), InterimStay.NotVacated(await CaseAsync(id))?.Bed), Is.EqualTo((BedStatus.Free, BedStatus.Occupied, (Guid?)second)));
            Assert.That(BedType.StateOf(third, await _hospital.HistoryAsync(third)).Tenures.All.Select(tenure => tenure.Case), Is.EqualTo(new[] { id, other }));
            Assert.That(await new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None), Is.Empty);
        });
    }

    [Test]
    public async Task An_arrival_withdrawn_gives_the_bed_before_back_and_withdrawn_again_takes_it()
    {
        var (first, second, id) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(second, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        var arrival = (await _hospital.HistoryAsync(id)).Entries.Last(entry => entry.Fact is InterimBedOccupied).Version;
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), arrival);
        var withdrawn = (await _hospital.StatusAsync(first), await _hospital.StatusAsync(second), InterimStay.NotVacated(await CaseAsync(id))?.Bed);
        var withdrawal = (await _hospital.HistoryAsync(id)).Entries.First(entry => entry.Fact is EntryWithdrawn).Version;
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), withdrawal);

        Assert.Multiple(async () =>
        {
            Assert.That(withdrawn, Is.EqualTo((BedStatus.Occupied, BedStatus.Free, (Guid?)first)));
            Assert.That((await _hospital.StatusAsync(first), await _hospital.StatusAsync(second), InterimStay.NotVacated(await CaseAsync(id))?.Bed), Is.EqualTo((BedStatus.Free, BedStatus.Occupied, (Guid?)second)));
            Assert.That(await new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None), Is.Empty);
        });
    }

    [Test]
    public async Task A_departure_for_another_bed_is_not_withdrawn_once_they_are_in_that_one()
    {
        var (first, second, id) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(id, new VacateInterimBed(_hospital.Time.Now, LeavingInterimBedFor.AnotherInterimBed));
        var departure = (await _hospital.HistoryAsync(id)).Version;
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(second, id);
        var before = (await _hospital.HistoryAsync(id)).Version;

        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), departure), Is.EqualTo(new Outcome.Refused(JointCommands.WouldDisagree.Naming(before))), "The arrival since is named.");
        Assert.That(((await _hospital.HistoryAsync(id)).Version, await _hospital.StatusAsync(first)), Is.EqualTo((before, BedStatus.Free)));
    }

    [Test]
    public async Task Told_late_they_were_in_a_place_that_was_reserved_for_them_until_a_death_that_is_on_record()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        var early = _hospital.Time.Now;
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.SayAsync(id, new RecordDeath(_hospital.Time.Now, PlaceOfDeath.CareHome));

        Assert.That(await ArriveAsync(bed, id, early), Is.InstanceOf<Outcome.Answered>());
        Assert.That((await _hospital.StatusAsync(bed), InterimStay.NotVacated(await CaseAsync(id))?.Bed), Is.EqualTo((BedStatus.Occupied, (Guid?)bed)));
    }

    [Test]
    public async Task Withdrawn_by_the_place_it_gives_the_bed_before_back_too()
    {
        var (first, second, id) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(second, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfPlace(second), 2);

        Assert.That((await _hospital.StatusAsync(first), await _hospital.StatusAsync(second), InterimStay.NotVacated(await CaseAsync(id))?.Bed), Is.EqualTo((BedStatus.Occupied, BedStatus.Free, (Guid?)first)));
    }

    [Test]
    public async Task What_ended_an_arrival_told_late_ends_it_no_longer_once_that_is_withdrawn()
    {
        var (first, second, id) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        var early = _hospital.Time.Now;
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(second, id);
        var arrival = (await _hospital.HistoryAsync(id)).Version;
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(first, id, early);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), arrival);

        Assert.That((await _hospital.StatusAsync(first), await _hospital.StatusAsync(second), InterimStay.NotVacated(await CaseAsync(id))?.Bed), Is.EqualTo((BedStatus.Occupied, BedStatus.Free, (Guid?)first)));
    }

    [Test]
    public async Task An_arrival_that_took_a_reserved_place_and_is_withdrawn_gives_the_reservation_back()
    {
        var (bed, promised, arrived) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, promised);
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(bed, arrived);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(arrived), (await _hospital.HistoryAsync(arrived)).Entries.Last(entry => entry.Fact is InterimBedOccupied).Version);

        Assert.That((await _hospital.StatusAsync(bed), DischargeCaseDepartures.StandingIn(await CaseAsync(promised)).Contains(EndReservation.PlaceLost)), Is.EqualTo((BedStatus.Reserved, false)));
    }

    [Test]
    public async Task An_arrival_is_not_withdrawn_where_somebody_else_has_the_bed_before_by_now()
    {
        var (first, second, id, other) = (await _hospital.RegisterAsync(), await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(first, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await ArriveAsync(second, id);
        await ArriveAsync(first, other);
        _hospital.Time.Pass(Duration.FromHours(1));
        var arrival = (await _hospital.HistoryAsync(id)).Entries.Last(entry => entry.Fact is InterimBedOccupied).Version;

        Assert.That(((Outcome.Refused)await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), arrival)).Refusal.Code, Is.EqualTo(BedCorrection.WouldBeTwice.Code));
    }

    [Test]
    public async Task A_bed_whose_registration_was_withdrawn_is_held_for_whoever_was_in_it()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await ArriveAsync(bed, id);
        await _hospital.WithdrawTogetherAsync(Streams.OfPlace(bed), 1);
        await _hospital.DoAsync(id, new Readmit(_hospital.Time.Now, ReturnReason.Unwell));

        Assert.That(await _hospital.SayAsync(id, new HoldInterimBed(_hospital.Time.Now, StaffRole.SocialWorker)), Is.InstanceOf<Outcome.Answered>());
        Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Held));
    }

    private Task<Outcome> ArriveAsync(Guid bed, Guid id, Instant? at = null) => _hospital.JointlyAsync(bed, id, place => new OccupyInterimBed(at ?? _hospital.Time.Now, place), at);

    private async Task<DischargeCase> CaseAsync(Guid id) => DischargeCaseType.StateOf(id, await _hospital.HistoryAsync(id));
}

/// <summary>Arrivals in registered beds, and what else is said of whoever is in one.</summary>
internal static class Arriving
{
    /// <summary>A command on a case, with what it means for the places it concerns.</summary>
    public static Task<Outcome> SayAsync(this Hospital hospital, Guid id, DischargeCaseCommand command) => hospital.Joint.ChangeAsync(
        id,
        DischargeCaseType.Instance,
        Streams.OfCase(id),
        Hospital.Sending(),
        [],
        (held, _) => JointVerdict.Of((id, Verdict.Of(command.Decide(DischargeCaseType.StateOf(id, held[id]))))),
        CancellationToken.None);

    public static Task<Outcome> JointlyAsync(this Hospital hospital, Guid bed, Guid id, Func<InterimPlace, DischargeCaseCommand> arrive, Instant? at = null) => hospital.Joint.ChangeAsync(
        id,
        DischargeCaseType.Instance,
        Streams.Of(bed, id),
        Hospital.Sending(),
        [],
        (held, _) => InterimArrivals.Decide(held, bed, id, at ?? hospital.Time.Now, arrive),
        CancellationToken.None);
}
