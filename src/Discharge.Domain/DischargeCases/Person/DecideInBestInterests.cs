using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A decision was made in the person's best interests (Mental Capacity Act 2005 s4).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">The decision.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DecideInBestInterests(Instant OccurredAt, DecisionInQuestion For, StaffRole By, NoteRef? Decision = null, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>No assessment found that the person lacks capacity for it.</summary>
    public static readonly Departure WithoutLackOfCapacity = new(
        "discharge.best-interests-without-lack-of-capacity", "A best-interests decision was made while no assessment said that the person lacks capacity to make it.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new BestInterestsDecided(OccurredAt, For, By, Decision, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(WithoutLackOfCapacity, unless: discharge.At(OccurredAt).Facts.All<CapacityAssessed>().LastOrDefault(assessed => assessed.For == For) is { Found: Capacity.Lacks });
}
