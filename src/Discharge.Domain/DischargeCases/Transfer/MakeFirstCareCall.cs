using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The first care call was made: somebody came and gave care.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="Provider">Who made it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MakeFirstCareCall(Instant OccurredAt, OdsCode Provider, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another first call is on record.</summary>
    public static readonly Refusal AlreadyMade = new(
        "discharge.first-care-call-made-already", "That the first care call was made is on record already, at another moment or by another provider.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FirstCareCallMade(OccurredAt, Provider, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.Any<FirstCareCallMade>()
        ? AlreadyMade.Naming(discharge.VersionOf<FirstCareCallMade>())
        : discharge.Record(Fact).Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt)).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
