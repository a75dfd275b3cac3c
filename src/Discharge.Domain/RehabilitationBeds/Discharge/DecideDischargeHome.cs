using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To decide to discharge the person home: only once a named professional is on record as confident that the risks can be managed (A5). It does not discharge them yet.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who decides, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DecideDischargeHome(Instant OccurredAt, Subject By, RehabilitationRole Role, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>Nobody is confident.</summary>
    public static readonly Refusal NotConfident = new(
        "rehabilitation.not-confident",
        "Nobody is on record as confident that the risks at home can be managed, or a visit since ended otherwise.",
        "The judgement of a named professional with its ground, after a visit or with the reason none was needed; then the decision.");

    /// <summary>They are not in a rehabilitation bed.</summary>
    public static readonly Refusal NotInBed = new(
        "rehabilitation.not-in-bed", "By what is on record no rehabilitation bed was this person's then, so there is nothing to discharge them from.", "A decision while they are in the bed or it is held for them.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new DischargeHomeDecided(OccurredAt, By, Role, Judgement: 0, Note);

    /// <inheritdoc/>
    private protected override RehabilitationEvent Said(RehabilitationEvent there) => there is DischargeHomeDecided decided ? decided with { Judgement = 0 } : there;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        { OpenVisit: { } visit } => VisitOpen.Naming(visit.Start.Version),
        { HasRehabilitationBed: false } => NotInBed,
        var then => Confidence.HoldingIn(then) is { } judged ? new DischargeHomeDecided(OccurredAt, By, Role, judged.Version, Note) : NotConfident,
    };
}
