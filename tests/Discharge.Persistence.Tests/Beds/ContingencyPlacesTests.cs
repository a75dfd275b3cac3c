using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>A registered place that is agreed on as contingency (A6) is kept for the person: in the place and in the case at once, and only as long as the agreement lasts.</summary>
public sealed class ContingencyPlacesTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [TearDown]
    public async Task No_place_and_no_case_disagree() => Assert.That(await new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None), Is.Empty);

    [Test]
    public async Task Agreed_on_it_is_kept_for_the_person_and_nobody_else_is_given_it()
    {
        var (bed, id, other) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        Assert.That(await _hospital.AgreeAsync(bed, id), Is.InstanceOf<Outcome.Answered>());
        var before = (await _hospital.HistoryAsync(other)).Version;

        Assert.Multiple(async () =>
        {
            Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Reserved));
            Assert.That(((Outcome.Refused)await _hospital.ReserveAsync(bed, other)).Refusal, Is.EqualTo(Taken.Reserved.Naming(2) with { Case = id }));
            Assert.That(((Outcome.Refused)await _hospital.AgreeAsync(bed, other)).Refusal, Is.EqualTo(Taken.Reserved.Naming(2) with { Case = id }));
            Assert.That((await _hospital.HistoryAsync(other)).Version, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task A_place_that_somebody_else_has_is_not_agreed_on_and_nothing_of_it_is_recorded()
    {
        var (bed, first, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await _hospital.JointlyAsync(bed, first, place => new OccupyInterimBed(_hospital.Time.Now, place));
        var before = (await _hospital.HistoryAsync(id)).Version;

        Assert.That(((Outcome.Refused)await _hospital.AgreeAsync(bed, id)).Refusal.Code, Is.EqualTo(Taken.Occupied.Code));
        Assert.That((await _hospital.HistoryAsync(id)).Version, Is.EqualTo(before));
    }

    [Test]
    public async Task A_place_for_rehabilitation_is_no_contingency_place() =>
        Assert.That(await _hospital.AgreeAsync(await _hospital.RegisterAsync(PlaceKind.Rehabilitation), await _hospital.AdmitAsync()), Is.EqualTo(new Outcome.Refused(OccupyInterimBed.NotAnInterimBed)));

    [Test]
    public async Task Refused_by_the_case_the_place_stays_free()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.GoneHomeAsync());
        _hospital.Time.Pass(Duration.FromHours(1));

        Assert.That(((Outcome.Refused)await _hospital.AgreeAsync(bed, id)).Refusal.Code, Is.EqualTo(AgreeContingencyPlace.AfterLeaving.Code));
        Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Free));
    }

    [Test]
    public async Task Moved_into_it_is_occupied_and_the_stay_is_in_it()
    {
        var (bed, id) = await KeptAsync();
        var agreement = Contingency.Last(await CaseAsync(id))!.Version;
        Assert.That(await _hospital.JointlyAsync(bed, id, place => new InvokeContingencyPlace(_hospital.Time.Now, agreement, place, [Hazard.Falls], StaffRole.Nurse)), Is.InstanceOf<Outcome.Answered>());

        var discharge = await CaseAsync(id);
        Assert.That((await _hospital.StatusAsync(bed), InterimStay.Current(discharge)!.Place.Bed, Contingency.WayOf(InterimStay.Current(discharge)!.Places[^1], discharge)), Is.EqualTo((BedStatus.Occupied, (Guid?)bed, WayIntoInterimBed.Contingency)));
    }

    [Test]
    public async Task Moved_elsewhere_the_place_they_came_into_is_theirs_and_the_agreed_one_is_free()
    {
        var (bed, id) = await KeptAsync();
        var other = await _hospital.RegisterAsync();
        await _hospital.JointlyAsync(other, id, place => new MoveUnplanned(_hospital.Time.Now, place, DirectMoveReason.HomeNotSafe, StaffRole.Nurse));

        Assert.That((await _hospital.StatusAsync(bed), await _hospital.StatusAsync(other)), Is.EqualTo((BedStatus.Free, BedStatus.Occupied)));
    }

    [Test]
    public async Task Agreed_anew_on_another_the_first_is_free()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        var other = await _hospital.RegisterAsync();
        await _hospital.AgreeAsync(bed, id);
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.AgreeAsync(other, id);

        Assert.That((await _hospital.StatusAsync(bed), await _hospital.StatusAsync(other)), Is.EqualTo((BedStatus.Free, BedStatus.Reserved)));
    }

    [Test]
    public async Task Past_its_moment_it_is_free_without_a_word()
    {
        var (bed, _) = await KeptAsync();
        _hospital.Time.Pass(Duration.FromDays(30));

        Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Free));
    }

    [Test]
    public async Task The_agreement_withdrawn_as_entered_in_error_frees_it()
    {
        var (bed, id) = await KeptAsync();
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), Contingency.Last(await CaseAsync(id))!.Version);

        Assert.That((await _hospital.StatusAsync(bed), Contingency.Last(await CaseAsync(id))), Is.EqualTo((BedStatus.Free, (Entry?)null)));
    }

    [Test]
    public async Task No_longer_needed_or_taken_back_it_is_released_in_both()
    {
        var (bed, id) = await KeptAsync();
        await _hospital.EndReservationAsync(bed, id);

        Assert.That((await _hospital.StatusAsync(bed), Contingency.KeptAt(await CaseAsync(id), _hospital.Time.Now)), Is.EqualTo((BedStatus.Free, Array.Empty<Guid>())));
    }

    [Test]
    public async Task With_a_death_it_is_free()
    {
        var (bed, id) = await KeptAsync();
        Assert.That(await _hospital.SayAsync(id, new RecordDeath(_hospital.Time.Now, PlaceOfDeath.AtHome)), Is.InstanceOf<Outcome.Answered>());

        Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Free));
    }

    [Test]
    public async Task With_the_death_withdrawn_as_entered_in_error_it_is_theirs_again()
    {
        var (bed, id) = await KeptAsync();
        await _hospital.SayAsync(id, new RecordDeath(_hospital.Time.Now, PlaceOfDeath.AtHome));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), VersionOfDeath(await _hospital.HistoryAsync(id)));

        Assert.That((await _hospital.StatusAsync(bed), Contingency.KeptAt(await CaseAsync(id), _hospital.Time.Now)), Is.EqualTo((BedStatus.Reserved, new[] { bed })));
    }

    [Test]
    public async Task Where_somebody_else_has_it_by_then_it_stays_theirs_and_the_death_can_be_recorded_again()
    {
        var (bed, id) = await KeptAsync();
        var other = await _hospital.AdmitAsync();
        await _hospital.SayAsync(id, new RecordDeath(_hospital.Time.Now, PlaceOfDeath.AtHome));
        await _hospital.JointlyAsync(bed, other, place => new OccupyInterimBed(_hospital.Time.Now, place));
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), VersionOfDeath(await _hospital.HistoryAsync(id))), Is.InstanceOf<Outcome.Answered>());
        var without = BedType.StateOf(bed, await _hospital.HistoryAsync(bed)).HeldBy(_hospital.Time.Now)?.Case;
        Assert.That(await _hospital.SayAsync(id, new RecordDeath(_hospital.Time.Now, PlaceOfDeath.Hospital)), Is.InstanceOf<Outcome.Answered>());

        Assert.That((without, BedType.StateOf(bed, await _hospital.HistoryAsync(bed)).HeldBy(_hospital.Time.Now)?.Case), Is.EqualTo(((Guid?)other, (Guid?)other)));
    }

    [Test]
    public async Task Where_it_was_promised_to_somebody_else_by_then_they_keep_it()
    {
        var (bed, id) = await KeptAsync();
        var other = await _hospital.AdmitAsync();
        await _hospital.SayAsync(id, new RecordDeath(_hospital.Time.Now, PlaceOfDeath.AtHome));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.ReserveAsync(bed, other);
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.WithdrawTogetherAsync(Streams.OfCase(id), VersionOfDeath(await _hospital.HistoryAsync(id))), Is.InstanceOf<Outcome.Answered>());

        Assert.That(
            (BedType.StateOf(bed, await _hospital.HistoryAsync(bed)).HeldBy(_hospital.Time.Now)?.Case, Contingency.KeptAt(await CaseAsync(id), _hospital.Time.Now)), Is.EqualTo(((Guid?)other, Array.Empty<Guid>())));
    }

    [Test]
    public async Task With_the_end_of_the_case_it_is_free()
    {
        var (bed, id) = await KeptAsync();
        await _hospital.DoAsync(id, new Readmit(_hospital.Time.Now, ReturnReason.Unwell));
        var kept = await _hospital.StatusAsync(bed);
        _hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await _hospital.SayAsync(id, new CloseCase(_hospital.Time.Now, CaseOutcome.Hospital)), Is.InstanceOf<Outcome.Answered>());

        Assert.That((kept, await _hospital.StatusAsync(bed)), Is.EqualTo((BedStatus.Reserved, BedStatus.Free)));
    }

    private static long VersionOfDeath(History history) => history.Entries.Single(entry => entry.Fact is PersonDied).Version;

    private async Task<(Guid Bed, Guid Case)> KeptAsync()
    {
        var (bed, id) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        Assert.That(await _hospital.AgreeAsync(bed, id), Is.InstanceOf<Outcome.Answered>());
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.OwnHome));
        _hospital.Time.Pass(Duration.FromHours(1));
        return (bed, id);
    }

    private async Task<DischargeCase> CaseAsync(Guid id) => DischargeCaseType.StateOf(id, await _hospital.HistoryAsync(id));
}

/// <summary>Registered places agreed on as contingency.</summary>
internal static class Agreeing
{
    private static readonly NoteRef Note = new(Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), new string('a', 64));

    /// <summary>For two weeks from now.</summary>
    public static Task<Outcome> AgreeAsync(this Hospital hospital, Guid bed, Guid id)
    {
        var (at, until) = (hospital.Time.Now, hospital.Time.Now + Duration.FromDays(14));
        return hospital.Joint.ChangeAsync(
            id,
            DischargeCaseType.Instance,
            Streams.Of(bed, id),
            Hospital.Sending(),
            [],
            (held, _) => ContingencyAgreements.Decide(held, bed, id, at, until, place => new AgreeContingencyPlace(at, place.Kind, place.Provider, at, Note, Note, StaffRole.Nurse, bed, KeptUntil: until)),
            CancellationToken.None);
    }
}
