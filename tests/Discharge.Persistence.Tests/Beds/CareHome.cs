using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>Places, and what is done with them.</summary>
public static class CareHome
{
    public static readonly OdsCode Elmfield = OdsCode.Parse("ELM01");

    private static int _registered;

    public static RegisterBed Room(Instant at, string name, PlaceKind kind = PlaceKind.Nursing) =>
        new(at, Elmfield, name, kind, OdsCode.Parse("713"), new BedOffer([BedFeature.TwentyFourHourCare], 119_500, [Funder.Joint]));

    public static async Task<Guid> RegisterAsync(this Hospital hospital, PlaceKind kind = PlaceKind.Nursing)
    {
        var id = Guid.CreateVersion7();
        var outcome = await hospital.RegisterAsync(id, Room(hospital.Time.Now, $"Room {Interlocked.Increment(ref _registered)}", kind));
        Assert.That(outcome, Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    public static Task<Outcome> RegisterAsync(this Hospital hospital, Guid id, RegisterBed register) =>
        hospital.Cases.OpenAsync(BedType.Instance, id, Hospital.Sending(), new BedRegistration(register), CancellationToken.None);

    public static Task<Outcome> InBedAsync(this Hospital hospital, Guid bed, BedCommand command) => hospital.Cases.ChangeAsync(
        BedType.Instance, bed, Hospital.Sending(), [], (history, _) => Verdict.Of(command.Decide(BedType.StateOf(bed, history))), CancellationToken.None);

    /// <summary>A place is reserved for somebody: both halves, or none.</summary>
    public static Task<Outcome> ReserveAsync(this Hospital hospital, Guid bed, Guid @case, Instant? until = null, Sent? sent = null)
    {
        var (at, end) = (hospital.Time.Now, until ?? hospital.Time.Now + Duration.FromHours(24));
        return hospital.TogetherAsync(bed, @case, new ReserveBed(at, @case, end), new ReservePlace(at, bed, PlaceKind.Nursing, Elmfield, end), sent);
    }

    public static Task<Outcome> EndReservationAsync(this Hospital hospital, Guid bed, Guid @case) => hospital.TogetherAsync(
        bed, @case, new ReleaseBed(hospital.Time.Now, @case, ReleaseReason.NoLongerNeeded), new EndReservation(hospital.Time.Now, bed, ReservationEnd.NoLongerNeeded));

    public static Task<Outcome> TogetherAsync(this Hospital hospital, Guid bed, Guid @case, BedCommand inBed, DischargeCaseCommand inCase, Sent? sent = null) => hospital.Joint.ChangeAsync(
        @case,
        DischargeCaseType.Instance,
        Streams.Of(bed, @case),
        sent ?? Hospital.Sending(),
        [],
        (held, _) => JointVerdict.Of(
            (bed, Verdict.Of(inBed.Decide(BedType.StateOf(bed, held[bed])))), (@case, Verdict.Of(inCase.Decide(DischargeCaseType.StateOf(@case, held[@case]))))),
        CancellationToken.None);

    /// <summary>An entry of a place or of a case is withdrawn as entered in error, wherever else it is on record.</summary>
    public static Task<Outcome> WithdrawTogetherAsync(this Hospital hospital, Streams streams, long entry)
    {
        var about = streams.InOrder[0];
        return hospital.Joint.ChangeAsync(
            about, null, streams, Hospital.Sending(), [], (held, _) => JointVerdict.Of((about, Verdict.Of(new WithdrawEntry(hospital.Time.Now, entry, WithdrawalReason.WrongPerson).Decide(held[about])))), CancellationToken.None);
    }

    public static async Task<BedStatus> StatusAsync(this Hospital hospital, Guid bed) => BedType.StateOf(bed, await hospital.HistoryAsync(bed)).StatusAt(hospital.Time.Now);
}
