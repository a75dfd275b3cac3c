using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A pathway was recommended. It is set beside the pathway decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="By">The role of whoever recommends it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PathwayRecommendedRequest(Instant OccurredAt, Pathway Pathway, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<PathwayRecommendedRequest>
{
    /// <inheritdoc/>
    public static PathwayRecommendedRequest Example => new(ExampleMoment.At(2026, 3, 3, 14, 0), Pathway.Pathway1, StaffRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecommendPathway(OccurredAt, Pathway, By, note(Note));
}

/// <summary>Advice was given, or the person was signposted, also on Pathway 0 and to people who pay for their own care.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="On">About what.</param>
/// <param name="As">How they were helped on.</param>
/// <param name="By">The role of whoever gave it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AdviceGivenRequest(Instant OccurredAt, Listed<AdviceOn> On, AdviceGivenAs As, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<AdviceGivenRequest>
{
    /// <inheritdoc/>
    public static AdviceGivenRequest Example => new(ExampleMoment.At(2026, 3, 3, 14, 30), [AdviceOn.LocalServices, AdviceOn.VoluntarySector], AdviceGivenAs.SignpostedElsewhere, StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new Advise(OccurredAt, On, As, By, note(Note));
}

/// <summary>It was agreed who pays which part in which days; of several for one day the last agreement counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Split">Who pays which part.</param>
/// <param name="From">From which date.</param>
/// <param name="AgreedBy">Who agreed.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Until">Up to which date, that day included; without it no end is agreed.</param>
/// <param name="FreeUntil">The last day of the period in which the person is charged nothing, where one is agreed.</param>
public sealed record FundingSplitAgreedRequest(
    Instant OccurredAt, FundingSplit Split, LocalDate From, FundingAgreement AgreedBy, string? Note = null, LocalDate? Until = null, LocalDate? FreeUntil = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<FundingSplitAgreedRequest>
{
    /// <inheritdoc/>
    public static FundingSplitAgreedRequest Example => new(ExampleMoment.At(2026, 3, 3, 15, 30), new FundingSplit(50, 50, 0), new LocalDate(2026, 3, 5), FundingAgreement.HealthAndSocialCare, FreeUntil: new LocalDate(2026, 4, 15));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AgreeFundingSplit(OccurredAt, Split, From, AgreedBy, note(Note), Until, FreeUntil);
}

/// <summary>It was decided how a risk is managed: what was considered, what was chosen and by whom (A21).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Hazards">What may go wrong.</param>
/// <param name="Options">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What was chosen of it.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Score">The score of a risk assessment, where one was made; it decides nothing by itself.</param>
/// <param name="Contingency">What is done if it goes wrong.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RiskDecidedRequest(
    Instant OccurredAt,
    Listed<Hazard> Hazards,
    Listed<RiskOptionRequest> Options,
    WayToManageRisk Chosen,
    StaffRole By,
    int? Score = null,
    string? Contingency = null,
    string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<RiskDecidedRequest>
{
    /// <inheritdoc/>
    public static RiskDecidedRequest Example => new(ExampleMoment.At(2026, 3, 3, 16, 30), [Hazard.Falls], [new RiskOptionRequest(WayToManageRisk.CarerShadows), new RiskOptionRequest(WayToManageRisk.CareVisits)], WayToManageRisk.CarerShadows, StaffRole.OccupationalTherapist, Contingency: "The neighbour has a key and calls the hub.");

    /// <inheritdoc/>
    protected override IEnumerable<string?> Words => [Contingency, Note, .. Options.Select(option => option.Note)];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) =>
        new DecideRisk(OccurredAt, Hazards, [.. Options.Select(option => new RiskOption(option.Way, note(option.Note)))], Chosen, By, Score, note(Contingency), note(Note));
}
