using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// The person is in a rehabilitation bed: admitted from hospital or from home, moved there from another one, or admitted anew. It happened, so it is recorded with whatever was missing; only where
/// somebody else has the place can it not be so.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Bed">The place.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Provider">The ward or home it belongs to.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AdmitToRehabilitationBed(Instant OccurredAt, Guid Bed, PlaceKind Kind, OdsCode Provider, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <summary>They are in that bed already, or it is held for them.</summary>
    public static readonly Refusal AlreadyTheirs = new(
        "rehabilitation.bed-theirs-already", "That this bed is the person's is on record already, at another moment.", "Their return to it, where it was held; or withdraw the entry on record as entered in error, then record this one.");

    /// <summary>Nobody had accepted the referral.</summary>
    public static readonly Departure BeforeAcceptance = new(
        "rehabilitation.admitted-before-acceptance", "The person was admitted although the team had not accepted their referral: say whether it takes them.", Owner.RehabilitationTeam);

    /// <summary>The place itself says that they should not have come into it.</summary>
    public static readonly Departure PlaceAmiss = new(
        "rehabilitation.place-amiss",
        "The person came into a place that was closed, was promised to somebody else, or was said to be taken: see that they are safe there, and look at what the place says.",
        Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new AdmittedToRehabilitationBed(OccurredAt, Bed, Provider, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        _ when Kind is not PlaceKind.Rehabilitation => ReserveRehabilitationBed.NotForRehabilitation,
        { OpenVisit: { } visit } => VisitOpen.Naming(visit.Start.Version),
        { Place: { } place } then when place == Bed => AlreadyTheirs.Naming(then.Facts.Entries.Last(entry => SharedFacts.With(entry.Fact) == Bed).Version),
        var then => With(
            Happened(rehabilitation, Fact).Departing(BeforeAcceptance, unless: then.IsAccepted || then.Admission is not null),
            GivenUp.Because(rehabilitation, OccurredAt, Bed)),
    };
}
