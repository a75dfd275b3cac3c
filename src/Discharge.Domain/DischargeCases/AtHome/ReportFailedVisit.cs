using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody came and did not see the person. A visit with no answer does not meet the 24 hours; the clock runs on (T01).</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="By">The role of whoever came.</param>
/// <param name="Reason">Why the person was not seen.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReportFailedVisit(Instant OccurredAt, StaffRole By, FailedVisitReason Reason, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The person was not seen.</summary>
    public static readonly Departure NotSeen = new("discharge.visit-without-contact", "Somebody came and did not see the person; a visit without contact does not count as seen at home.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeVisitFailed(OccurredAt, By, Reason, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(SeeAtHome.BeforeLeaving, unless: discharge.At(OccurredAt).Left is not null)
        .Departing(NotSeen, unless: discharge.At(OccurredAt).SeenAtHome is not null);
}
