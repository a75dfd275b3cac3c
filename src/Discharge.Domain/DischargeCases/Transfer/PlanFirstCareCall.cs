using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The first care call after leaving was planned, or planned anew.</summary>
/// <param name="OccurredAt">When it was planned.</param>
/// <param name="CallAt">When the call is to be; it may lie ahead.</param>
/// <param name="Provider">Who makes it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PlanFirstCareCall(Instant OccurredAt, Instant CallAt, OdsCode Provider, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The person has left for where nobody gives care, and will be without it for long.</summary>
    public static readonly Departure LongAfterLeaving = new(
        "discharge.care-call-planned-long-after-leaving", "The person is home needing care, and the first care call is planned for long after they left.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FirstCareCallPlanned(OccurredAt, CallAt, Provider, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(LongAfterLeaving, unless: discharge.At(OccurredAt) is not { Left: { } left } then
            || left.To.HasCareOfItsOwn()
            || CallAt <= FirstCareCall.LatestFor(then, left.OccurredAt));
}
