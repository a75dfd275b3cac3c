using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The person goes home with the team to try it. Their bed is held from then on until the visit has an outcome (A5).</summary>
/// <param name="OccurredAt">When they leave for it.</param>
/// <param name="Staff">Who of the team goes.</param>
/// <param name="Others">Who else does.</param>
/// <param name="Note">What is added in words.</param>
public sealed record StartHomeAccessVisit(Instant OccurredAt, Listed<VisitingStaff> Staff, Listed<VisitCompanion>? Others = null, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <summary>They have no bed that could be held.</summary>
    public static readonly Refusal NoBed = new(
        "rehabilitation.no-bed-to-hold", "By what is on record no rehabilitation bed was this person's then, so none can be held during a visit.", "The admission first; or a moment after it.");

    /// <summary>Nobody of the team is said to have gone.</summary>
    public static readonly Refusal NobodyWent = new("rehabilitation.nobody-went", "A home access visit is made with somebody of the team.", "Who of the team went, by the subject of their tokens.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new HomeAccessVisitStarted(OccurredAt, Staff, Others, Note: Note);

    /// <inheritdoc/>
    private protected override RehabilitationEvent Said(RehabilitationEvent there) => there is HomeAccessVisitStarted started ? started with { Bed = null } : there;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        _ when Staff is [] => NobodyWent,
        { OpenVisit: { } visit } => VisitOpen.Naming(visit.Start.Version),
        { HasRehabilitationBed: true, Place: { } bed } => Happened(rehabilitation, new HomeAccessVisitStarted(OccurredAt, Staff, Others, bed, Note)),
        _ => NoBed,
    };
}
