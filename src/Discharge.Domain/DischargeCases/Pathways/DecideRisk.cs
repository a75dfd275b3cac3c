using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To decide how a risk is managed: what was considered, the least intrusive first, what is chosen and by whom, not only a score (A21).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Hazards">What may go wrong.</param>
/// <param name="Options">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What was chosen of it.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Score">The score of a risk assessment, where one was made; it decides nothing by itself.</param>
/// <param name="Contingency">What is done if it goes wrong.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DecideRisk(
    Instant OccurredAt,
    Listed<Hazard> Hazards,
    Listed<RiskOption> Options,
    WayToManageRisk Chosen,
    StaffRole By,
    int? Score = null,
    NoteRef? Contingency = null,
    NoteRef? Note = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>No option was considered.</summary>
    public static readonly Refusal NothingConsidered = new(
        "discharge.risk-nothing-considered", "A risk is decided on by options; a score alone decides nothing.", "At least one option considered, the least intrusive first.");

    /// <summary>What was chosen was not considered.</summary>
    public static readonly Refusal ChosenNotConsidered = new(
        "discharge.risk-chosen-not-considered", "What was chosen is not among the options considered.", "One of the options considered, or that option added to them.");

    /// <summary>A less intrusive option stands after a more intrusive one.</summary>
    public static readonly Departure NotLeastIntrusiveFirst = new(
        "discharge.risk-not-least-intrusive-first", "The options were not considered from the least intrusive on; a less intrusive way may have been passed over.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new RiskDecided(OccurredAt, Hazards, Options, Chosen, By, Score, Contingency, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => Options switch
    {
        [] => NothingConsidered,
        _ when Options.All(option => option.Way != Chosen) => ChosenNotConsidered,
        _ => discharge.Record(Fact).Departing(NotLeastIntrusiveFirst, unless: RiskOption.AreLeastIntrusiveFirst(Options)),
    };
}
