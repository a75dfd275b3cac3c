using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To end rehabilitation with its result, once the person has left. What is still kept for them can be given to somebody else.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Result">With what result.</param>
/// <param name="Note">What is added in words.</param>
public sealed record EndRehabilitation(Instant OccurredAt, RehabilitationResult Result, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>They are in a place of this case.</summary>
    public static readonly Refusal StillThere = new(
        "rehabilitation.still-there", "By what is on record this person is in a bed or a care home of this case then, or has one held.", "That they left it, and what for; then the ending.");

    /// <summary>Another ending is on record, at a later moment.</summary>
    public static readonly Refusal EndedAlready = new(
        "rehabilitation.ended-already", "The end of rehabilitation is on record already, at another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationEnded(OccurredAt, Result, Note);

    /// <inheritdoc/>
    private protected override bool MayFollowTheDeath => true;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        _ when rehabilitation.Ending is not null => EndedAlready.Naming(rehabilitation.Facts.EntriesOf<RehabilitationEnded>().Last().Version),
        var then when HomeAccessVisit.Of(then).FirstOrDefault(visit => visit.End is null) is { } visit => VisitOpen.Naming(visit.Start.Version),
        { Place: not null } or { Phase: RehabilitationPhase.InCareHome } => StillThere,
        _ => PlacesKept.GivenUp(Fact, rehabilitation, OccurredAt),
    };
}
