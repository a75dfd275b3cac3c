using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A first care call that was planned was not made. The person is without care until somebody comes.</summary>
/// <param name="OccurredAt">When that came out.</param>
/// <param name="Reason">Why it was not made.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReportMissedCareCall(Instant OccurredAt, MissedCallReason Reason, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The person was without care.</summary>
    public static readonly Departure NoCareCame = new("discharge.first-care-call-missed", "The first care call was not made; see to it that somebody comes.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FirstCareCallMissed(OccurredAt, Reason, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt))
        .Departing(NoCareCame, unless: FirstCareCall.Of(discharge.At(OccurredAt)).CameAt is not null);
}
