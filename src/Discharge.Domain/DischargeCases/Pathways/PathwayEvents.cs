using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What the person can do was assessed at the hospital.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they will need after discharge.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Detail">What was found in detail, where it was recorded.</param>
public sealed record FunctionalAssessmentMade(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, NoteRef? Note = null, FunctionDetail? Detail = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>A pathway was decided. A later decision takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Difference">Why it is not the pathway recommended, where it is not.</param>
public sealed record PathwayDecided(Instant OccurredAt, Pathway Pathway, PathwayReason Reason, StaffRole By, NoteRef? Note = null, ReasonForDifference? Difference = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>It was decided to discharge the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Override">By whom and why a senior decided against a rule, where they did; the rules are the fact's departures.</param>
public sealed record DischargeDecided(Instant OccurredAt, StaffRole By, Override? Override = null) : DischargeCaseEvent(OccurredAt);
