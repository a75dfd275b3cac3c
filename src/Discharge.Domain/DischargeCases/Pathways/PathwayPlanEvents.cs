using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A pathway was recommended. It is set beside the pathway decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="By">The role of whoever recommends it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PathwayRecommended(Instant OccurredAt, Pathway Pathway, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Advice was given, or the person was signposted, also on Pathway 0 and to people who pay for their own care.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="On">About what.</param>
/// <param name="As">How they were helped on.</param>
/// <param name="By">The role of whoever gave it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record AdviceGiven(Instant OccurredAt, Listed<AdviceOn> On, AdviceGivenAs As, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>It was agreed who pays which part in which days; of several for one day the last agreement counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Split">Who pays which part.</param>
/// <param name="From">From which date.</param>
/// <param name="AgreedBy">Who agreed.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Until">Up to which date, that day included; null where no end was agreed.</param>
/// <param name="FreeUntil">The last day of the period in which the person is charged nothing, where one was agreed.</param>
public sealed record FundingSplitAgreed(
    Instant OccurredAt, FundingSplit Split, LocalDate From, FundingAgreement AgreedBy, NoteRef? Note = null, LocalDate? Until = null, LocalDate? FreeUntil = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>It was decided how a risk is managed: what was considered, what was chosen and by whom (A21).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Hazards">What may go wrong.</param>
/// <param name="Options">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What was chosen of it.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Score">The score of a risk assessment, where one was made; it decides nothing by itself.</param>
/// <param name="Contingency">What is done if it goes wrong.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RiskDecided(
    Instant OccurredAt,
    Listed<Hazard> Hazards,
    Listed<RiskOption> Options,
    WayToManageRisk Chosen,
    StaffRole By,
    int? Score = null,
    NoteRef? Contingency = null,
    NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
