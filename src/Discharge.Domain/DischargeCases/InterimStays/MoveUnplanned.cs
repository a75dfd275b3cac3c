using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// The person moved straight from home into a care home, and nobody had agreed on that before they left the hospital. It is recorded and starts its limit, and is never counted as a
/// contingency place (A6).
/// </summary>
/// <param name="OccurredAt">When they arrived in the care home.</param>
/// <param name="Place">The bed they came into.</param>
/// <param name="Reason">Why.</param>
/// <param name="AgreedBy">The role of whoever agreed to it.</param>
/// <param name="Hazards">The risks that could not be managed at home, where that was why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MoveUnplanned(
    Instant OccurredAt, InterimPlace Place, DirectMoveReason Reason, StaffRole AgreedBy, Listed<Hazard>? Hazards = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Nobody had agreed on it beforehand.</summary>
    public static readonly Departure NotAgreedBefore = new(
        "discharge.unplanned-care-home-move", "The person moved straight from home into a care home, which nobody had agreed on before they left the hospital.", Owner.CareTransferHub);

    /// <summary>By what is on record, they were not at home.</summary>
    public static readonly Departure NotFromHome = new(
        "discharge.not-moved-from-home",
        "The person is on record as moved straight from home, and as in hospital or in an interim bed by then; one of the entries is wrong.",
        Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimBedOccupied(OccurredAt, Place, new DirectMove(Reason, [.. (Hazards ?? []).Distinct().Order()], AgreedBy), Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => OccupyInterimBed.Arrival(
        discharge, (InterimBedOccupied)Fact, recording => recording.Departing(NotAgreedBefore, unless: false).Departing(NotFromHome, unless: WasAtHome(discharge.At(OccurredAt))));

    internal static bool WasAtHome(DischargeCase then) => then.Left is not null && !then.IsBackInHospital && InterimStay.NotVacated(then) is null;
}
