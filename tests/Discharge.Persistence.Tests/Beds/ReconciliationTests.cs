using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>What somebody has done to the record by hand, so that a place and a case no longer agree, is found.</summary>
public sealed class ReconciliationTests
{
    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task Where_all_is_well_nothing_is_found()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.EndReservationAsync(bed, ada);
        _hospital.Time.Pass(Duration.FromMinutes(1));
        await _hospital.WithdrawTogetherAsync(Persistence.Cases.Streams.OfCase(ada), 3);

        Assert.That(await FindAsync(), Is.Empty);
    }

    [Test]
    public async Task A_case_that_has_lost_its_half_is_found()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{ada}' and type = 'discharge-case.place-reserved.v1'");

        Assert.That(await FindAsync(), Is.EqualTo(new[] { new Disagreement(bed, ada, PlaceStep.Reserved, Hospital.Morning, DisagreementKind.OnlyThePlaceHasIt) }));
    }

    [Test]
    public async Task A_place_that_has_lost_its_half_is_found()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{bed}' and type = 'bed.reserved.v1'");

        Assert.That(await FindAsync(), Is.EqualTo(new[] { new Disagreement(bed, ada, PlaceStep.Reserved, Hospital.Morning, DisagreementKind.OnlyTheCaseHasIt) }));
    }

    [Test]
    public async Task A_place_that_names_another_case_is_found_from_both_sides()
    {
        var (bed, ada) = await ReservedAsync();
        var ben = await _hospital.AdmitAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set data = jsonb_set(data, '{{case}}', '\"{ben}\"') where stream_id = '{bed}' and type = 'bed.reserved.v1'");

        Assert.That(await FindAsync(), Is.EquivalentTo(new[]
        {
            new Disagreement(bed, ben, PlaceStep.Reserved, Hospital.Morning, DisagreementKind.OnlyThePlaceHasIt),
            new Disagreement(bed, ada, PlaceStep.Reserved, Hospital.Morning, DisagreementKind.OnlyTheCaseHasIt),
        }));
    }

    [Test]
    public async Task Another_moment_is_found()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set data = jsonb_set(data, '{{occurredAt}}', '\"2026-03-04T08:00:00Z\"') where stream_id = '{ada}' and type = 'discharge-case.place-reserved.v1'");

        Assert.That((await FindAsync()).Select(found => (found.Bed, found.Case, found.Kind)), Is.EquivalentTo(new[]
        {
            (bed, ada, DisagreementKind.OnlyThePlaceHasIt), (bed, ada, DisagreementKind.OnlyTheCaseHasIt),
        }));
    }

    [Test]
    public async Task A_reservation_that_ends_at_another_moment_is_found()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set data = jsonb_set(data, '{{until}}', '\"2026-03-09T08:00:00Z\"') where stream_id = '{ada}' and type = 'discharge-case.place-reserved.v1'");

        Assert.That((await FindAsync()).Select(found => (found.Bed, found.Case, found.Kind)), Is.EquivalentTo(new[]
        {
            (bed, ada, DisagreementKind.OnlyThePlaceHasIt), (bed, ada, DisagreementKind.OnlyTheCaseHasIt),
        }));
    }

    [Test]
    public async Task A_case_that_is_in_a_place_which_knows_nothing_of_it_is_found()
    {
        var (bed, ada) = await OccupiedAsync();
        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{bed}' and type = 'bed.occupied.v1'");

        Assert.That(await FindAsync(), Is.EqualTo(new[] { new Disagreement(bed, ada, PlaceStep.Occupied, Hospital.Morning, DisagreementKind.OnlyTheCaseHasIt) }));
    }

    [Test]
    public async Task A_place_that_is_occupied_by_a_case_which_knows_nothing_of_it_is_found()
    {
        var (bed, ada) = await OccupiedAsync();
        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{ada}' and type = 'discharge-case.interim-bed-occupied.v1'");

        Assert.That(await FindAsync(), Is.EqualTo(new[] { new Disagreement(bed, ada, PlaceStep.Occupied, Hospital.Morning, DisagreementKind.OnlyThePlaceHasIt) }));
    }

    [Test]
    public async Task Two_in_one_place_are_found_although_each_case_agrees_with_the_place()
    {
        var (bed, _) = await OccupiedAsync();
        var (other, ben) = await OccupiedAsync();
        await _hospital.Database.RunAsOwnerAsync(
            $"""
            update cases.mt_events set stream_id = '{bed}', version = (select max(version) + 1 from cases.mt_events where stream_id = '{bed}') where stream_id = '{other}' and type = 'bed.occupied.v1';
            update cases.mt_events set data = replace(data::text, '{other}', '{bed}')::jsonb where stream_id = '{ben}';
            """);

        Assert.That(await FindAsync(), Is.EqualTo(new[] { new Disagreement(bed, ben, PlaceStep.Occupied, Hospital.Morning + Duration.FromMinutes(1), DisagreementKind.SomebodyElseHadIt) }));
    }

    private async Task<(Guid Bed, Guid Case)> OccupiedAsync()
    {
        var (bed, @case) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.JointlyAsync(bed, @case, place => new OccupyInterimBed(_hospital.Time.Now, place));
        _hospital.Time.Pass(Duration.FromMinutes(1));
        return (bed, @case);
    }

    private async Task<(Guid Bed, Guid Case)> ReservedAsync()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, ada);
        _hospital.Time.Pass(Duration.FromMinutes(1));
        return (bed, ada);
    }

    private Task<IReadOnlyList<Disagreement>> FindAsync() => new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None);
}
