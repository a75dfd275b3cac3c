using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Api.Beds;

/// <summary>A command on a place as it comes over HTTP.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
public abstract record BedRequest(Instant OccurredAt) : IWorded
{
    // Not a field of the body, so it must not be seen as one. What is said of a place is never said in words, which might be about a person.
    IEnumerable<string?> IWorded.Words => [];

    /// <summary>What comes of it in the place, and in the case of whoever has it.</summary>
    public abstract JointVerdict Decide(Guid bed, Held held);

    /// <summary>The streams it is decided on.</summary>
    internal virtual Streams Streams(Guid bed) => Persistence.Cases.Streams.OfPlace(bed);

    private protected static Verdict InBed(Guid bed, Held held, BedCommand command) => Verdict.Of(command.Decide(BedType.StateOf(bed, held[bed])));

    private protected static Verdict InCase(Guid @case, Held held, Func<IStreamType, History, Verdict?> decide) =>
        decide(StreamTypes.Of(held[@case]), held[@case]) ?? new Verdict.Refused(Bed.NoSuchCase);
}

/// <summary>What a place can serve, or what it costs, changed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Features">What it can serve from then on.</param>
/// <param name="WeeklyCost">What a week costs from then on, in pence.</param>
/// <param name="Funders">Whose money it may be paid with from then on.</param>
public sealed record BedOfferRequest(Instant OccurredAt, Listed<BedFeature> Features, int WeeklyCost, Listed<Funder> Funders) : BedRequest(OccurredAt), IDated, IExample<BedOfferRequest>
{
    /// <inheritdoc/>
    public static BedOfferRequest Example => new(ExampleMoment.At(2026, 3, 2, 9, 30), [BedFeature.TwentyFourHourCare, BedFeature.Hoist, BedFeature.GroundFloor], 124_000, [Funder.Joint, Funder.SelfFunder]);

    /// <inheritdoc/>
    public override JointVerdict Decide(Guid bed, Held held) => JointVerdict.Of((bed, InBed(bed, held, new ChangeOffer(OccurredAt, new(Features, WeeklyCost, Funders)))));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => BedRegistrationRequest.AmissIn(WeeklyCost);
}

/// <summary>A place was closed to whoever is not in it yet.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpectedUntil">The date on which it is expected to be open again, where anybody knows.</param>
public sealed record BedClosureRequest(Instant OccurredAt, ClosureReason Reason, LocalDate? ExpectedUntil = null) : BedRequest(OccurredAt), IExample<BedClosureRequest>
{
    /// <inheritdoc/>
    public static BedClosureRequest Example => new(ExampleMoment.At(2026, 3, 2, 10, 0), ClosureReason.Infection, new LocalDate(2026, 3, 9));

    /// <inheritdoc/>
    public override JointVerdict Decide(Guid bed, Held held) => JointVerdict.Of((bed, InBed(bed, held, new CloseBed(OccurredAt, Reason, ExpectedUntil))));
}

/// <summary>A place is open again.</summary>
/// <param name="OccurredAt">When.</param>
public sealed record BedReopeningRequest(Instant OccurredAt) : BedRequest(OccurredAt), IExample<BedReopeningRequest>
{
    /// <inheritdoc/>
    public static BedReopeningRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 0));

    /// <inheritdoc/>
    public override JointVerdict Decide(Guid bed, Held held) => JointVerdict.Of((bed, InBed(bed, held, new ReopenBed(OccurredAt))));
}

/// <summary>The provider gave their word whether a place is free.</summary>
/// <param name="OccurredAt">When they gave it.</param>
/// <param name="IsFree">Whether it is, or will be; otherwise somebody this service does not know of has it.</param>
/// <param name="FreeFrom">The first day on which it is free, where not at once.</param>
/// <param name="FreeTo">The last day on which it is free, where the provider has promised it afterwards.</param>
public sealed record VacancyConfirmationRequest(Instant OccurredAt, bool IsFree, LocalDate? FreeFrom = null, LocalDate? FreeTo = null)
    : BedRequest(OccurredAt), IDated, IExample<VacancyConfirmationRequest>
{
    /// <inheritdoc/>
    public static VacancyConfirmationRequest Example => new(ExampleMoment.At(2026, 3, 3, 11, 0), IsFree: true);

    /// <inheritdoc/>
    public override JointVerdict Decide(Guid bed, Held held) => JointVerdict.Of((bed, InBed(bed, held, new ConfirmVacancy(OccurredAt, IsFree, FreeFrom, FreeTo))));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (IsFree, FreeFrom, FreeTo) switch
    {
        (false, not null, _) or (false, _, not null) => [("isFree", "Give the days on which it is free only where it is.")],
        (_, { } from, { } to) when to < from => [("freeTo", "Give a day no earlier than freeFrom.")],
        _ => [],
    };
}

/// <summary>A place was reserved for somebody until a moment, or for longer than before. Both the place and their case have it on record.</summary>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="Case">Their case.</param>
/// <param name="Until">The first moment at which it is no longer reserved; it may lie ahead.</param>
public sealed record BedReservationRequest(Instant OccurredAt, Guid Case, Instant Until) : BedRequest(OccurredAt), IExample<BedReservationRequest>
{
    /// <inheritdoc/>
    public static BedReservationRequest Example => new(ExampleMoment.At(2026, 3, 3, 14, 0), ExampleBed.Case, ExampleMoment.At(2026, 3, 5, 18, 0));

    /// <inheritdoc/>
    public override JointVerdict Decide(Guid bed, Held held) => (BedRegistered)held[bed].Entries[0].Fact is var registered
        ? JointVerdict.Of(
            (bed, InBed(bed, held, new ReserveBed(OccurredAt, Case, Until))),
            (Case, InCase(Case, held, (type, history) => type.Reserving(Case, history, OccurredAt, bed, registered, Until))))
        : throw new InvalidOperationException("A place begins with its registration.");

    internal override Streams Streams(Guid bed) => Persistence.Cases.Streams.Of(bed, Case);
}

/// <summary>A place is no longer reserved for somebody, before its moment. Both the place and their case have it on record.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="As">Why.</param>
public sealed record BedReservationEndRequest(Instant OccurredAt, Guid Case, ReservationEnd As) : BedRequest(OccurredAt), IDated, IExample<BedReservationEndRequest>
{
    /// <inheritdoc/>
    public static BedReservationEndRequest Example => new(ExampleMoment.At(2026, 3, 4, 10, 0), ExampleBed.Case, ReservationEnd.NoLongerNeeded);

    /// <inheritdoc/>
    public override JointVerdict Decide(Guid bed, Held held) => JointVerdict.Of(
        (bed, InBed(bed, held, new EndBedReservation(OccurredAt, Case, As.ForThePlace()))),
        (Case, InCase(Case, held, (type, history) => type.EndingReservation(Case, history, OccurredAt, bed, As))));

    internal override Streams Streams(Guid bed) => Persistence.Cases.Streams.Of(bed, Case);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
        As is ReservationEnd.SomebodyElseArrived ? [("as", "This follows from somebody's arrival and is recorded with it: give no-longer-needed or taken-back.")] : [];
}
