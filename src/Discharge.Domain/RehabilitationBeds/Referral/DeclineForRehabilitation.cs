using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The team does not take the person, and says why. What was reserved for them can be given to somebody else.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DeclineForRehabilitation(Instant OccurredAt, RehabilitationDeclineReason Reason, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>They were admitted.</summary>
    public static readonly Refusal WasAdmitted = new(
        "rehabilitation.was-admitted", "This person was admitted, so their referral can no longer be declined.", "That they left, with what for; or withdraw the admission where it was entered in error.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationDeclined(OccurredAt, Reason, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        { Admission: not null } then => WasAdmitted.Naming(then.Facts.EntriesOf<AdmittedToRehabilitationBed>().First().Version),
        _ => PlacesKept.GivenUp(Fact, rehabilitation, OccurredAt),
    };
}
