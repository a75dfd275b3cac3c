using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// The risks at home became unmanageable, and the person moved straight from there into the care home agreed for it before they left the hospital, rather than back into hospital (A6).
/// </summary>
/// <param name="OccurredAt">When they arrived in the care home.</param>
/// <param name="Agreement">The entry by which the place was agreed.</param>
/// <param name="Place">The bed they came into.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="AgreedBy">The role of whoever decided on the move.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InvokeContingencyPlace(Instant OccurredAt, long Agreement, InterimPlace Place, Listed<Hazard> Hazards, StaffRole AgreedBy, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>No such agreement stands.</summary>
    public static readonly Refusal NoSuchAgreement = new(
        "discharge.no-such-contingency-place",
        "No standing entry of that number agrees on a contingency place in this case.",
        "The number of the entry that agreed on one; where there was none before, record an unplanned move into a care home.");

    /// <summary>It is not the place that was agreed.</summary>
    public static readonly Refusal NotThePlaceAgreed = new(
        "discharge.not-the-contingency-place",
        "This is not the home, or not the kind of bed, that was agreed as the contingency place.",
        "The home and kind that were agreed; a move anywhere else is an unplanned move into a care home.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact =>
        new InterimBedOccupied(OccurredAt, Place, new DirectMove(DirectMoveReason.RisksUnmanageable, [.. Hazards.Distinct().Order()], AgreedBy, Agreement), Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => Contingency.Find(discharge, Agreement)?.Fact switch
    {
        not ContingencyPlaceAgreed => NoSuchAgreement,
        ContingencyPlaceAgreed agreed when agreed.Provider != Place.Provider || agreed.Kind != Place.Kind => NotThePlaceAgreed,
        _ => OccupyInterimBed.Arrival(
            discharge, (InterimBedOccupied)Fact, recording => recording.Departing(MoveUnplanned.NotFromHome, unless: MoveUnplanned.WasAtHome(discharge.At(OccurredAt)))),
    };
}
