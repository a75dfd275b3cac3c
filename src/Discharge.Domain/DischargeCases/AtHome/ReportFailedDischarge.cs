using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person came back to hospital before being seen at home: the discharge failed. It ends what was owed at home, unmet.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReportFailedDischarge(Instant OccurredAt, ReturnReason Reason, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another return is on record.</summary>
    public static readonly Refusal AlreadyFailed = new(
        "discharge.failed-already", "That this discharge failed is on record already, at another moment or for another reason.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The discharge failed.</summary>
    public static readonly Departure CameBackUnseen = new("discharge.came-back-unseen", "The person came back to hospital before anybody had seen them at home.", Owner.CareTransferHub);

    /// <summary>They had been seen by then.</summary>
    public static readonly Departure SeenByThen = new(
        "discharge.failed-after-being-seen", "The person had been seen at home by then, so this is a readmission and no failed discharge.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DischargeFailed(OccurredAt, Reason, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.Any<DischargeFailed>()
        ? AlreadyFailed.Naming(discharge.VersionOf<DischargeFailed>())
        : discharge.Record(Fact)
            .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt))
            .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt))
            .Departing(CameBackUnseen, unless: discharge.At(OccurredAt).SeenAtHome is not null)
            .Departing(SeenByThen, unless: discharge.At(OccurredAt).SeenAtHome is null);
}
