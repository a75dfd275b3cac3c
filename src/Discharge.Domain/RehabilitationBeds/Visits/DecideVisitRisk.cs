using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To decide how risks found at a home access visit are managed: what was considered, the least intrusive first, what is chosen and by whom, not only a score (A21).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Visit">The entry that started the visit.</param>
/// <param name="Hazards">The risks that were found.</param>
/// <param name="Options">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What was chosen of it.</param>
/// <param name="By">Who decides, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DecideVisitRisk(
    Instant OccurredAt, long Visit, Listed<Hazard> Hazards, Listed<RiskOption> Options, WayToManageRisk Chosen, Subject By, RehabilitationRole Role, NoteRef? Note = null)
    : RehabilitationDecision(OccurredAt)
{
    /// <summary>No option was considered.</summary>
    public static readonly Refusal NothingConsidered = new(
        "rehabilitation.risk-nothing-considered", "A risk is decided on by options; what was found alone decides nothing.", "At least one option considered, the least intrusive first.");

    /// <summary>What was chosen was not considered.</summary>
    public static readonly Refusal ChosenNotConsidered = new(
        "rehabilitation.risk-chosen-not-considered", "What was chosen is not among the options considered.", "One of the options considered, or that option added to them.");

    /// <summary>A less intrusive option stands after a more intrusive one.</summary>
    public static readonly Departure NotLeastIntrusiveFirst = new(
        "rehabilitation.risk-not-least-intrusive-first", "The options were not considered from the least intrusive on; a less intrusive way may have been passed over.", Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new VisitRiskDecided(OccurredAt, Visit, Hazards, Options, Chosen, By, Role, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => Options switch
    {
        _ when HomeAccessVisit.Find(rehabilitation, Visit) is null => HomeAccessVisit.NoSuchVisit,
        [] => NothingConsidered,
        _ when Options.All(option => option.Way != Chosen) => ChosenNotConsidered,
        _ => Happened(rehabilitation, Fact).Departing(NotLeastIntrusiveFirst, unless: RiskOption.AreLeastIntrusiveFirst(Options)),
    };
}
