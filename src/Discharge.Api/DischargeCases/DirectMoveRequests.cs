using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The risks at home became unmanageable, and the person moved straight into the care home agreed for it.</summary>
/// <param name="OccurredAt">When they arrived in the care home.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="AgreedBy">The role of whoever decided on the move.</param>
/// <param name="Bed">The registered bed they came into.</param>
/// <param name="Place">The bed they came into, where it is not registered.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ContingencyMoveRequest(Instant OccurredAt, Listed<Hazard> Hazards, StaffRole AgreedBy, Guid? Bed = null, InterimPlaceRequest? Place = null, string? Note = null)
    : InterimArrivalRequest(OccurredAt, Bed, Place, Note), IExample<ContingencyMoveRequest>
{
    /// <inheritdoc/>
    public static ContingencyMoveRequest Example => new(
        ExampleMoment.At(2026, 3, 6, 20, 0), [Hazard.Falls, Hazard.Wandering], StaffRole.OccupationalTherapist, Place: new InterimPlaceRequest(InterimBedKind.Nursing, OdsCode.Parse("VM4K2"), 124_600));

    /// <summary>The entry by which the place was agreed, from the path.</summary>
    internal long Agreement { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<(string Field, string Sentence)> Amiss() =>
        [.. base.Amiss(), .. Hazards.Count == 0 ? [("hazards", "Give at least one risk that could not be managed any more.")] : Array.Empty<(string, string)>()];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(InterimPlace place, Func<string?, NoteRef?> note) => new InvokeContingencyPlace(OccurredAt, Agreement, place, Hazards, AgreedBy, note(Note));
}

/// <summary>The person moved straight from home into a care home, and nobody had agreed on that before they left the hospital.</summary>
/// <param name="OccurredAt">When they arrived in the care home.</param>
/// <param name="Reason">Why.</param>
/// <param name="AgreedBy">The role of whoever agreed to it.</param>
/// <param name="Bed">The registered bed they came into.</param>
/// <param name="Place">The bed they came into, where it is not registered.</param>
/// <param name="Hazards">The risks that could not be managed at home, where that was why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record UnplannedMoveRequest(
    Instant OccurredAt, DirectMoveReason Reason, StaffRole AgreedBy, Guid? Bed = null, InterimPlaceRequest? Place = null, Listed<Hazard>? Hazards = null, string? Note = null)
    : InterimArrivalRequest(OccurredAt, Bed, Place, Note), IExample<UnplannedMoveRequest>
{
    /// <inheritdoc/>
    public static UnplannedMoveRequest Example => new(
        ExampleMoment.At(2026, 3, 6, 22, 0), DirectMoveReason.CarerCouldNotGoOn, StaffRole.SocialWorker, Place: new InterimPlaceRequest(InterimBedKind.Residential, OdsCode.Parse("VN7R1")));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(InterimPlace place, Func<string?, NoteRef?> note) => new MoveUnplanned(OccurredAt, place, Reason, AgreedBy, Hazards, note(Note));
}
