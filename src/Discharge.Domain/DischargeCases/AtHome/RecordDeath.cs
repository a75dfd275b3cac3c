using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person died. It is recorded at any moment, in hospital and after, and ends what was owed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordDeath(Instant OccurredAt, PlaceOfDeath Place, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another death is on record.</summary>
    public static readonly Refusal AlreadyDied = new(
        "discharge.died-already", "That the person died is on record already, at another moment or place.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>Something is on record after it.</summary>
    public static readonly Departure SeenAlive = new("discharge.died-before-other-facts", "The person is on record as seen or met after this; one of the entries is wrong.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PersonDied(OccurredAt, Place, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Death is null
        ? Reservations.EndedBy(
            discharge.Record(Fact).Departing(SeenAlive, unless: !discharge.Facts.All<DischargeCaseEvent>().Any(fact => fact.OccurredAt > OccurredAt && NeedsThemAlive(fact))), discharge, OccurredAt)
        : AlreadyDied.Naming(discharge.VersionOf<PersonDied>());

    private static bool NeedsThemAlive(DischargeCaseEvent fact) => fact is DischargedFromHospital or ArrivedAtDestination or HomeVisitMade or WelfareCheckCompleted
        or FirstCareCallMade or CommunityAssessmentMade or PackageOfCareStarted or Readmitted or DischargeFailed or InterimBedOccupied;
}
