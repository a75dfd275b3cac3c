using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// A first care call that was planned was not made, or will not be because the package was handed back, which also happens before the person leaves. The plan counts no more; once they are
/// home they are without care until somebody comes.
/// </summary>
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
        .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt) || IsHandedBackAhead(Reason, discharge.At(OccurredAt)))
        .Departing(NoCareCame, unless: FirstCareCall.Of(discharge.At(OccurredAt)).CameAt is not null || IsHandedBackAhead(Reason, discharge.At(OccurredAt)));

    // Nobody is without care yet: what is missing for the leaving says so itself.
    /// <summary>Whether a package was handed back while the person was still in hospital.</summary>
    internal static bool IsHandedBackAhead(MissedCallReason reason, DischargeCase then) => reason is MissedCallReason.PackageHandedBack && then.Left is null;
}
