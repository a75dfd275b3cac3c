using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The risks became unmanageable, and the person moves straight into the care home agreed for it, rather than into hospital (A6).</summary>
/// <param name="OccurredAt">When they arrived there.</param>
/// <param name="Agreement">The entry by which the place was agreed.</param>
/// <param name="Place">The place they came into.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="AgreedBy">The profession of whoever decided on the move.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MoveIntoAgreedPlace(Instant OccurredAt, long Agreement, CareHomePlace Place, Listed<Hazard> Hazards, RehabilitationRole AgreedBy, NoteRef? Note = null)
    : MoveIntoCareHome(OccurredAt, Place, AgreedBy, Note)
{
    /// <summary>No such agreement stands.</summary>
    public static readonly Refusal NoSuchAgreement = new(
        "rehabilitation.no-such-contingency-place",
        "No standing entry of that number agrees on a contingency place in this case.",
        "The number of the entry that agreed on one; where there was none before, record an unplanned move into a care home.");

    /// <summary>It is not the place that was agreed.</summary>
    public static readonly Refusal NotThePlaceAgreed = new(
        "rehabilitation.not-the-contingency-place",
        "This is not the home, or not the kind of place, that was agreed as the contingency place.",
        "The home and kind that were agreed; a move anywhere else is an unplanned move into a care home.");

    /// <summary>The visit whose outcome the move is, where it is given as one.</summary>
    public long? Visit { get; init; }

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new MovedIntoCareHome(OccurredAt, Place, DirectMoveReason.RisksUnmanageable, [.. Hazards.Distinct().Order()], AgreedBy, Agreement, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => Agreements.Find(rehabilitation, Agreement) switch
    {
        _ when Visit is { } visit && ConcludeHomeAccessVisit.Against(rehabilitation, visit, OccurredAt) is { } refusal => refusal,
        null => NoSuchAgreement,
        { } agreed when agreed.Provider != Place.Provider || agreed.Kind != Place.Kind || agreed.OccurredAt > OccurredAt => NotThePlaceAgreed,
        _ => Moved(rehabilitation, recording => recording),
    };
}
