using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>That somebody left for good, be it said by itself or as the outcome of a home access visit.</summary>
/// <param name="For">What for.</param>
/// <param name="At">When.</param>
public sealed record Leaving(LeavingFor For, Instant At)
{
    /// <summary>The leaving that a fact says; null where it says none.</summary>
    public static Leaving? By(Fact fact) => fact switch
    {
        RehabilitationBedLeft { Follows: false } left => new(left.For, left.OccurredAt),
        HomeAccessVisitConcluded { Outcome: VisitOutcome.WouldNotComeBack } concluded => new(LeavingFor.OwnDecision, concluded.OccurredAt),
        HomeAccessVisitConcluded { Outcome: VisitOutcome.AdmittedToHospital } concluded => new(LeavingFor.Hospital, concluded.OccurredAt),
        HomeAccessVisitConcluded { Outcome: VisitOutcome.Died } concluded => new(LeavingFor.Died, concluded.OccurredAt),
        _ => null,
    };
}
