using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.RehabilitationBeds;
using Discharge.Persistence.Tests.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.RehabilitationBeds;

/// <summary>A ward with rehabilitation beds, and what is said of the people in them.</summary>
public static class RehabilitationWard
{
    public static readonly OdsCode Team = OdsCode.Parse("RHB01");

    public static readonly VisitingStaff OluWent = new(Subject.Parse("w-118"), RehabilitationRole.OccupationalTherapist);

    private static int _referred;

    public static Task<Guid> RehabilitationBedAsync(this Hospital hospital) => hospital.RegisterAsync(PlaceKind.Rehabilitation);

    public static RehabilitationReferral Referring(this Hospital hospital, PersonDetails details, NhsNumber? number = null, Guid? stay = null, RehabilitationRoute route = RehabilitationRoute.StepUp, Instant? at = null) => new(
        stay is null ? details : null, number, stay, Hospital.Index, Guid.CreateVersion7(),
        (person, hash) => new ReferForRehabilitation(at ?? hospital.Time.Now, person, hash, route, OdsCode.Parse("QMJ01"), Team, stay));

    public static Task<Outcome> ReferAsync(this Hospital hospital, Guid id, RehabilitationReferral referral) =>
        hospital.Cases.OpenAsync(RehabilitationType.Instance, id, Hospital.Sending(), referral, CancellationToken.None);

    /// <summary>Somebody referred and accepted, a moment ago.</summary>
    public static async Task<Guid> AcceptedAsync(this Hospital hospital)
    {
        var id = Guid.CreateVersion7();
        var somebody = Hospital.Ada with { NhsNumber = null, HospitalNumber = $"R{Interlocked.Increment(ref _referred)}" };
        Assert.That(await hospital.ReferAsync(id, hospital.Referring(somebody)), Is.InstanceOf<Outcome.Answered>());
        Assert.That(await hospital.SayAsync(id, new AcceptForRehabilitation(hospital.Time.Now)), Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    /// <summary>Somebody in a bed, since a moment ago.</summary>
    public static async Task<Guid> InBedAsync(this Hospital hospital, Guid bed)
    {
        var id = await hospital.AcceptedAsync();
        Assert.That(await hospital.AdmitAsync(id, bed), Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    public static Task<Outcome> SayAsync(this Hospital hospital, Guid id, RehabilitationCommand command) =>
        JointlyAsync(hospital, id, Streams.OfCase(id), held => RehabilitationPlaces.Decide(held, id, command));

    public static Task<Outcome> AdmitAsync(this Hospital hospital, Guid id, Guid bed, Instant? at = null) => JointlyAsync(
        hospital, id, Streams.Of(bed, id), held => RehabilitationPlaces.Decide(held, id, bed, there => new AdmitToRehabilitationBed(at ?? hospital.Time.Now, bed, there.Kind, there.Provider)));

    public static Task<Outcome> ReserveForAsync(this Hospital hospital, Guid id, Guid bed, Instant until, Instant? at = null) => JointlyAsync(hospital, id, Streams.Of(bed, id), held => JointVerdict.Of(
        (bed, Verdict.Of(new ReserveBed(at ?? hospital.Time.Now, id, until).Decide(BedType.StateOf(bed, held[bed])))),
        (id, RehabilitationType.Instance.Reserving(id, held[id], at ?? hospital.Time.Now, bed, (BedRegistered)held[bed].Entries[0].Fact, until)!)));

    public static Task<Outcome> EndReservationForAsync(this Hospital hospital, Guid id, Guid bed, Instant? at = null) => JointlyAsync(hospital, id, Streams.Of(bed, id), held => JointVerdict.Of(
        (bed, Verdict.Of(new EndBedReservation(at ?? hospital.Time.Now, id, ReleaseReason.NoLongerNeeded).Decide(BedType.StateOf(bed, held[bed])))),
        (id, RehabilitationType.Instance.EndingReservation(id, held[id], at ?? hospital.Time.Now, bed, ReservationEnd.NoLongerNeeded)!)));

    public static Task<Outcome> AgreeAsync(this Hospital hospital, Guid id, Guid bed, Instant until) => JointlyAsync(hospital, id, Streams.Of(bed, id), held => RehabilitationPlaces.Agree(
        held, id, bed, until, there => new AgreeCareHomePlace(hospital.Time.Now, new(there.Kind, there.Provider, bed), hospital.Time.Now, Words, Words, RehabilitationRole.SocialWorker, until)));

    public static StartHomeAccessVisit GoesOut(this Hospital hospital) => new(hospital.Time.Now, [OluWent]);

    /// <summary>Somebody out on a home access visit, since now, with the number of its entry.</summary>
    public static async Task<(Guid Id, long Visit)> OutAsync(this Hospital hospital, Guid bed)
    {
        var id = await hospital.InBedAsync(bed);
        hospital.Time.Pass(Duration.FromHours(1));
        Assert.That(await hospital.SayAsync(id, hospital.GoesOut()), Is.InstanceOf<Outcome.Answered>());
        return (id, (await hospital.RehabilitationAsync(id)).OpenVisit!.Start.Version);
    }

    public static async Task<RehabilitationCase> RehabilitationAsync(this Hospital hospital, Guid id) => RehabilitationType.StateOf(id, await hospital.HistoryAsync(id));

    public static async Task<Bed> BedAsync(this Hospital hospital, Guid bed) => BedType.StateOf(bed, await hospital.HistoryAsync(bed));

    public static string? RefusalOf(Outcome outcome) => (outcome as Outcome.Refused)?.Refusal.Code;

    private static NoteRef Words => new(Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), "9f86d0");

    private static Task<Outcome> JointlyAsync(Hospital hospital, Guid id, Streams streams, Func<Held, JointVerdict> decide) =>
        hospital.Joint.ChangeAsync(id, RehabilitationType.Instance, streams, Hospital.Sending(), [], (held, _) => decide(held), CancellationToken.None);
}
