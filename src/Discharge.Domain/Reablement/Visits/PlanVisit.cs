using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To plan a visit. It is never refused for its coming after six weeks.</summary>
/// <param name="OccurredAt">When it is planned.</param>
/// <param name="VisitAt">When somebody is to come.</param>
/// <param name="By">Who is to come.</param>
/// <param name="Role">Their profession.</param>
public sealed record PlanVisit(Instant OccurredAt, Instant VisitAt, Subject By, ReablementRole Role) : ReablementDecision(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new VisitPlanned(OccurredAt, VisitAt, By, Role);
}
