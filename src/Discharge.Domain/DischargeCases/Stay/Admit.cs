using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was admitted, where the case had been opened before that or without knowing when.</summary>
/// <param name="OccurredAt">When they were admitted.</param>
/// <param name="Method">How they came in.</param>
public sealed record Admit(Instant OccurredAt, AdmissionMethod Method) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another admission is on record.</summary>
    public static readonly Refusal AlreadyAdmitted = new(
        "discharge.admitted-already", "The admission is on record already, at another moment or in another way.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The opening of the case gave another moment of admission.</summary>
    public static readonly Departure DiffersFromOpening = new(
        "discharge.admission-differs-from-opening", "The case was opened with another moment of admission; this one counts from now on.", Owner.Ward);

    /// <summary>The admission is dated after the person left.</summary>
    public static readonly Departure AfterLeaving = new("discharge.admitted-after-leaving", "The admission is dated after the person left the hospital.", Owner.Ward);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PersonAdmitted(OccurredAt, Method);

    // An admission cannot be too early to be part of the stay: it begins it.
    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.Any<PersonAdmitted>()
        ? AlreadyAdmitted.Naming(discharge.VersionOf<PersonAdmitted>())
        : discharge.RecordHoweverEarly(Fact)
            .Departing(DiffersFromOpening, unless: discharge.Opening?.AdmittedAt is not { } given || given == OccurredAt)
            .Departing(AfterLeaving, unless: discharge.Left is not { } left || OccurredAt <= left.OccurredAt);
}
