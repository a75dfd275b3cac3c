using CsCheck;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Tests.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.RehabilitationBeds;

/// <summary>Whatever is said of beds, a care home and two people, in whatever order, however late and whatever is withdrawn: each is in one place at the most, the places say the same, and whoever is out has their bed held.</summary>
public sealed class AnyVisitsTests
{
    private const int Places = 3;

    private const int People = 2;

    private static readonly Duration Step = Duration.FromMinutes(10);

    // How late it is told, in steps; what, of whom and of which place.
    private static readonly Gen<(int Late, int What, int Person, int Place, int Detail)[]> AnySayings =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 11], Gen.Int[0, People - 1], Gen.Int[0, Places - 1], Gen.Int[0, 30]).Array[4, 14];

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public Task Whatever_is_said_nobody_is_in_two_places_no_place_says_otherwise_than_the_case_and_whoever_is_out_has_their_bed_held() => AnySayings.SampleAsync(HoldsAsync, threads: 1);

    private async Task<bool> HoldsAsync((int Late, int What, int Person, int Place, int Detail)[] sayings)
    {
        var (places, people) = (new List<Guid>(), new List<Guid>());
        while (places.Count < Places)
        {
            // The last is a room in a care home.
            places.Add(places.Count < Places - 1 ? await _hospital.RehabilitationBedAsync() : await _hospital.RegisterAsync());
        }

        while (people.Count < People)
        {
            people.Add(await _hospital.AcceptedAsync());
        }

        var begun = _hospital.Time.Now;
        foreach (var (late, what, person, place, detail) in sayings)
        {
            _hospital.Time.Pass(Step);
            await SayAsync(what, Instant.Max(begun, _hospital.Time.Now - (Step * late)), people[person], places[place], places[^1], detail);
            await AgreesAsync(people, places);
        }

        return true;
    }

    private async Task<Outcome> SayAsync(int what, Instant at, Guid person, Guid place, Guid home, int detail) => what switch
    {
        0 or 1 => await _hospital.AdmitAsync(person, place, at),
        2 or 3 => await _hospital.SayAsync(person, _hospital.GoesOut() with { OccurredAt = at }),
        4 or 5 => await _hospital.SayAsync(person, new ConcludeHomeAccessVisit(at, (await _hospital.RehabilitationAsync(person)).OpenVisit?.Start.Version ?? 1, (VisitOutcome)(1 + (detail % 6)))),
        6 => await _hospital.SayAsync(person, new ReturnToRehabilitationBed(at)),
        7 => await _hospital.SayAsync(person, new LeaveRehabilitationBed(at, (LeavingFor)(detail % 5))),
        8 => await _hospital.SayAsync(person, new MoveUnplannedIntoCareHome(at, new(PlaceKind.Nursing, CareHome.Elmfield, home), DirectMoveReason.HomeNotSafe, RehabilitationRole.Nurse)),
        9 => await _hospital.ReserveForAsync(person, place, at + (Step * (detail + 1)), at),
        10 => await WithdrawAsync(person, Streams.OfCase(person), detail),
        _ => await WithdrawAsync(place, Streams.OfPlace(place), detail),
    };

    private async Task<Outcome> WithdrawAsync(Guid stream, Streams streams, int detail) =>
        await _hospital.WithdrawTogetherAsync(streams, 1 + (detail % (await _hospital.HistoryAsync(stream)).Version));

    private async Task AgreesAsync(List<Guid> people, List<Guid> places)
    {
        var beds = new List<Bed>();
        foreach (var place in places)
        {
            beds.Add(await _hospital.BedAsync(place));
        }

        Assert.That(beds.SelectMany(bed => bed.Tenures.Impossible), Is.Empty);
        foreach (var person in people)
        {
            var somebody = await _hospital.RehabilitationAsync(person);
            var theirs = beds.Select(bed => (Bed: bed, Tenure: bed.HeldBy(_hospital.Time.Now))).Where(had => had.Tenure is { IsPhysical: true } tenure && tenure.Case == person).ToArray();
            Assert.That(theirs.Select(had => (Guid?)had.Bed.Id), Is.EqualTo(new[] { somebody.Place }.Where(place => place is not null)));
            Assert.That(RehabilitationContradictions.In(somebody), Has.None.EqualTo(RehabilitationContradictions.PlaceElsewhere).And.None.EqualTo(RehabilitationContradictions.OutcomeWithoutVisit));
            Assert.That(somebody.Phase is not RehabilitationPhase.OnHomeAccessVisit || theirs is [{ Tenure.As: PlaceStep.Held }], "Whoever is out has their bed held.");
        }

        Assert.That((await new Reconciliation(_hospital.Pool, _hospital.Histories).FindAsync(Reach.Everything, CancellationToken.None)).Where(found => places.Contains(found.Bed)), Is.Empty);
    }
}
