using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>A place in a care home that is not registered.</summary>
/// <param name="Kind">What kind of place: nursing or residential.</param>
/// <param name="Provider">The ODS code of the care home.</param>
public sealed record CareHomePlaceRequest(PlaceKind Kind, OdsCode Provider)
{
    internal CareHomePlace ToPlace() => new(Kind, Provider);
}

/// <summary>A place in a care home was agreed with its manager, who had assessed the person, for the case that home does not work out (A6).</summary>
/// <param name="OccurredAt">When it was agreed.</param>
/// <param name="AssessedAt">When the manager assessed the person.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The rehabilitation plan agreed with the home, in words.</param>
/// <param name="By">The profession of whoever agreed it.</param>
/// <param name="Bed">The registered place that was agreed, which nobody else is given while it is kept.</param>
/// <param name="KeptUntil">The first moment at which that place is no longer kept; it may lie ahead.</param>
/// <param name="Place">The place, where it is not registered.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CareHomeAgreementRequest(
    Instant OccurredAt,
    Instant AssessedAt,
    string Manager,
    string RehabilitationPlan,
    RehabilitationRole By,
    Guid? Bed = null,
    Instant? KeptUntil = null,
    CareHomePlaceRequest? Place = null,
    string? Note = null) : RehabilitationRequest(OccurredAt, Manager, RehabilitationPlan, Note), IDated, IExample<CareHomeAgreementRequest>
{
    /// <inheritdoc/>
    public static CareHomeAgreementRequest Example => new(
        ExampleMoment.At(2026, 3, 9, 14, 0), ExampleMoment.At(2026, 3, 6, 10, 0), "Tom Adeyemi", "Stairs with one person twice a day; own breakfast by the second week.", RehabilitationRole.SocialWorker,
        Place: new(PlaceKind.Nursing, OdsCode.Parse("VM4K2")));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (Bed, KeptUntil, Place) switch
    {
        (null, _, null) => [("place", "Give the registered place by its id as bed, or say as place which it is.")],
        (not null, _, not null) => [("place", "Leave this out where the place is registered and given by its id.")],
        (null, not null, _) => [("keptUntil", "Leave this out where no registered place was agreed.")],
        (not null, null, _) => [("keptUntil", "Say until when the place is kept.")],
        _ => [],
    };

    internal override Streams Concerning(Guid id) => Bed is { } bed ? Streams.Of(bed, id) : base.Concerning(id);

    internal override JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => Bed is { } bed
        ? RehabilitationPlaces.Agree(held, id, bed, KeptUntil!.Value, there => Agreeing(new(there.Kind, there.Provider, bed), note))
        : base.Decide(id, held, note);

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => Agreeing(Place!.ToPlace(), note);

    private AgreeCareHomePlace Agreeing(CareHomePlace place, Func<string?, NoteRef?> note) =>
        new(OccurredAt, place, AssessedAt, note(Manager)!, note(RehabilitationPlan)!, By, KeptUntil, note(Note));
}

/// <summary>Into which place the person moved of those agreed, and why.</summary>
/// <param name="Agreement">The entry that agreed on the place.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="AgreedBy">The profession of whoever decided on the move.</param>
/// <param name="Bed">The registered place, where it is another one of that home than was agreed.</param>
public sealed record AgreedMoveRequest(long Agreement, Listed<Hazard> Hazards, RehabilitationRole AgreedBy, Guid? Bed = null)
{
    internal IEnumerable<(string Field, string Sentence)> Amiss(string under) => Hazards.Count == 0 ? [($"{under}hazards", "Give at least one risk that could not be managed any more.")] : [];

    /// <summary>What comes of it: in the place given or, where none is, in the one that was agreed.</summary>
    internal JointVerdict Decide(Guid id, Held held, long agreement, long? visit, Instant at, NoteRef? note)
    {
        if (Bed is { } bed)
        {
            return RehabilitationPlaces.Decide(held, id, bed, there => Moving(new(there.Kind, there.Provider, bed)));
        }

        return Agreements.Find(RehabilitationType.StateOf(id, held[id]), agreement) is { } agreed
            ? RehabilitationPlaces.Decide(held, id, Moving(new(agreed.Kind, agreed.Provider, agreed.Bed)))
            : new JointVerdict.Refused(MoveIntoAgreedPlace.NoSuchAgreement);

        MoveIntoAgreedPlace Moving(CareHomePlace place) => new(at, agreement, place, Hazards, AgreedBy, note) { Visit = visit };
    }
}

/// <summary>The risks became unmanageable, and the person moved straight into the care home agreed for it.</summary>
/// <param name="OccurredAt">When they arrived there.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="AgreedBy">The profession of whoever decided on the move.</param>
/// <param name="Bed">The registered place, where it is another one of that home than was agreed.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationContingencyRequest(Instant OccurredAt, Listed<Hazard> Hazards, RehabilitationRole AgreedBy, Guid? Bed = null, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<RehabilitationContingencyRequest>
{
    /// <inheritdoc/>
    public static RehabilitationContingencyRequest Example => new(ExampleMoment.At(2026, 3, 20, 17, 0), [Hazard.Falls, Hazard.Nutrition], RehabilitationRole.OccupationalTherapist);

    private AgreedMoveRequest Move => new(Agreement, Hazards, AgreedBy, Bed);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Move.Amiss(string.Empty);

    /// <summary>The entry that agreed on the place, from the path.</summary>
    internal long Agreement { get; init; }

    internal override Streams Concerning(Guid id) => Bed is { } bed ? Streams.Of(bed, id) : base.Concerning(id);

    internal override JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => Move.Decide(id, held, Agreement, visit: null, OccurredAt, note(Note));

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => throw new NotSupportedException("The agreement says which place it is.");
}

/// <summary>The person moved straight into a care home, and nobody had agreed on that before.</summary>
/// <param name="OccurredAt">When they arrived there.</param>
/// <param name="Reason">Why.</param>
/// <param name="AgreedBy">The profession of whoever agreed to it.</param>
/// <param name="Bed">The registered place they came into.</param>
/// <param name="Place">The place, where it is not registered.</param>
/// <param name="Hazards">The risks that could not be managed, where that was why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationUnplannedMoveRequest(
    Instant OccurredAt, DirectMoveReason Reason, RehabilitationRole AgreedBy, Guid? Bed = null, CareHomePlaceRequest? Place = null, Listed<Hazard>? Hazards = null, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<RehabilitationUnplannedMoveRequest>
{
    /// <inheritdoc/>
    public static RehabilitationUnplannedMoveRequest Example => new(
        ExampleMoment.At(2026, 3, 25, 15, 0), DirectMoveReason.PersonsWish, RehabilitationRole.SocialWorker, Place: new(PlaceKind.Residential, OdsCode.Parse("VN7R1")));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (Bed, Place) switch
    {
        (null, null) => [("place", "Give the registered place by its id as bed, or say as place which it is.")],
        (not null, not null) => [("place", "Leave this out where the place is registered and given by its id.")],
        _ => [],
    };

    internal override Streams Concerning(Guid id) => Bed is { } bed ? Streams.Of(bed, id) : base.Concerning(id);

    internal override JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => Bed is { } bed
        ? RehabilitationPlaces.Decide(held, id, bed, there => Moving(new(there.Kind, there.Provider, bed), note))
        : base.Decide(id, held, note);

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => Moving(Place!.ToPlace(), note);

    private MoveUnplannedIntoCareHome Moving(CareHomePlace place, Func<string?, NoteRef?> note) => new(OccurredAt, place, Reason, AgreedBy, Hazards, note(Note));
}
