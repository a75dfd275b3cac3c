using CsCheck;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>Whatever is said of three places and two people, in whatever order and however late, each is in one place at the most, and the places say the same.</summary>
public sealed class AnyCommandsTests
{
    private const int Places = 3;

    private const int People = 2;

    private static readonly Duration Step = Duration.FromMinutes(10);

    // How late it is told, in steps; what, of whom and of which place.
    private static readonly Gen<(int Late, int What, int Person, int Place, int Detail)[]> AnySayings =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 10], Gen.Int[0, People - 1], Gen.Int[0, Places - 1], Gen.Int[0, 30]).Array[4, 14];

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public Task Whatever_is_said_nobody_is_in_two_places_and_no_place_says_otherwise_than_the_case() => AnySayings.SampleAsync(HoldsAsync, threads: 1);

    // Somebody moves on and that is withdrawn, and then the withdrawal of their leaving the place before is.
    [Test]
    public async Task What_followed_from_an_entry_that_was_withdrawn_does_not_stand_again_by_itself() =>
        Assert.That(await HoldsAsync([(0, 3, 1, 0, 24), (0, 2, 1, 2, 24), (2, 1, 0, 0, 14), (0, 10, 1, 2, 9), (3, 0, 0, 2, 10), (4, 0, 0, 2, 22), (5, 10, 0, 0, 19)]), Is.True);

    private async Task<bool> HoldsAsync((int Late, int What, int Person, int Place, int Detail)[] sayings)
    {
        var (places, people) = (new List<Guid>(), new List<Guid>());
        while (places.Count < Places)
        {
            places.Add(await _hospital.RegisterAsync());
        }

        while (people.Count < People)
        {
            people.Add(await _hospital.GoneHomeAsync());
        }

        var begun = _hospital.Time.Now;
        foreach (var (late, what, person, place, detail) in sayings)
        {
            _hospital.Time.Pass(Step);
            await SayAsync(what, Instant.Max(begun, _hospital.Time.Now - (Step * late)), people[person], places[place], detail);
            await AgreesAsync(people, places);
        }

        return true;
    }

    private Task<Outcome> SayAsync(int what, Instant at, Guid person, Guid place, int detail) => what switch
    {
        0 or 1 or 2 => _hospital.JointlyAsync(place, person, there => new OccupyInterimBed(at, there), at),
        3 => _hospital.JointlyAsync(place, person, there => new MoveUnplanned(at, there, DirectMoveReason.HomeNotSafe, StaffRole.Nurse), at),
        4 => _hospital.SayAsync(person, new VacateInterimBed(at, (LeavingInterimBedFor)(detail % 8))),
        5 => _hospital.SayAsync(person, new HoldInterimBed(at, StaffRole.Nurse)),
        6 => _hospital.SayAsync(person, detail % 3 == 0 ? new RecordDeath(at, PlaceOfDeath.CareHome) : new Readmit(at, ReturnReason.Unwell)),
        7 => _hospital.TogetherAsync(
            place, person, new ReserveBed(at, person, at + (Step * (detail + 1))), new ReservePlace(at, place, PlaceKind.Nursing, CareHome.Elmfield, at + (Step * (detail + 1)))),
        8 => _hospital.TogetherAsync(
            place, person, new EndBedReservation(at, person, ReleaseReason.NoLongerNeeded), new EndReservation(at, place, ReservationEnd.NoLongerNeeded)),
        9 => WithdrawAsync(person, Streams.OfCase(person), detail),
        _ => WithdrawAsync(place, Streams.OfPlace(place), detail),
    };

    private async Task<Outcome> WithdrawAsync(Guid stream, Streams streams, int detail) =>
        await _hospital.WithdrawTogetherAsync(streams, 1 + (detail % (await _hospital.HistoryAsync(stream)).Version));

    private async Task AgreesAsync(List<Guid> people, List<Guid> places)
    {
        var beds = new List<Bed>();
        foreach (var place in places)
        {
            beds.Add(BedType.StateOf(place, await _hospital.HistoryAsync(place)));
        }

        Assert.That(beds.SelectMany(bed => bed.Tenures.Impossible), Is.Empty);
        foreach (var person in people)
        {
            var discharge = DischargeCaseType.StateOf(person, await _hospital.HistoryAsync(person));
            var theirs = beds.Where(bed => bed.HeldBy(_hospital.Time.Now) is { IsPhysical: true } tenure && tenure.Case == person).Select(bed => (Guid?)bed.Id);
            Assert.That(theirs, Is.EqualTo(new[] { InterimStay.NotVacated(discharge)?.Bed }.Where(bed => bed is not null)));
            Assert.That(
                discharge.Facts.All<InterimBedVacated>().Where(vacated => vacated.Follows).Select(vacated => vacated.OccurredAt).Distinct(),
                Is.SubsetOf(discharge.Facts.All<InterimStayEvent>().Where(fact => fact is InterimBedOccupied or InterimBedVacated { Follows: false }).Select(fact => fact.OccurredAt)),
                "what followed from something stands without it");
        }
    }
}
