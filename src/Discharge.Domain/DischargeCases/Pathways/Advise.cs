using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Advice was given, or the person was signposted, also on Pathway 0 and to people who pay for their own care (A12).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="On">About what.</param>
/// <param name="As">How they were helped on.</param>
/// <param name="By">The role of whoever gave it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record Advise(Instant OccurredAt, Listed<AdviceOn> On, AdviceGivenAs As, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new AdviceGiven(OccurredAt, [.. On.Distinct().Order()], As, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
