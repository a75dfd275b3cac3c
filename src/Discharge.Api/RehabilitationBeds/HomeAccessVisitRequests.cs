using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>The person goes home with the team to try it; their bed is held from then on.</summary>
/// <param name="OccurredAt">When they leave for it.</param>
/// <param name="Staff">Who of the team goes, by the subjects of their tokens, ten at the most.</param>
/// <param name="Others">Who else does.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeAccessVisitRequest(Instant OccurredAt, Listed<VisitingStaff> Staff, Listed<VisitCompanion>? Others = null, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<HomeAccessVisitRequest>
{
    private const int MostAtOnce = 10;

    /// <inheritdoc/>
    public static HomeAccessVisitRequest Example => new(ExampleMoment.At(2026, 3, 10, 10, 0), [new(Subject.Parse("w-118"), RehabilitationRole.OccupationalTherapist)], [VisitCompanion.UnpaidCarer]);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Staff.Count is 0 or > MostAtOnce ? [("staff", "Give who of the team goes, one at least and ten at the most.")] : [];

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new StartHomeAccessVisit(OccurredAt, Staff, Others is null ? null : [.. Others.Distinct().Order()], note(Note));
}

/// <summary>A piece of equipment tested at a home access visit.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Item">What.</param>
/// <param name="Result">How it went.</param>
/// <param name="Note">What is added in words.</param>
public sealed record EquipmentTestRequest(Instant OccurredAt, EquipmentKind Item, TestResult Result, string? Note = null) : RehabilitationRequest(OccurredAt, Note), IExample<EquipmentTestRequest>
{
    /// <inheritdoc/>
    public static EquipmentTestRequest Example => new(ExampleMoment.At(2026, 3, 10, 11, 0), EquipmentKind.Rails, TestResult.Passed);

    /// <summary>The visit, from the path.</summary>
    internal long Visit { get; init; }

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new TestEquipment(OccurredAt, Visit, Item, Result, note(Note));
}

/// <summary>Risks found at a home access visit, and how they are managed.</summary>
/// <param name="OccurredAt">When it is decided.</param>
/// <param name="Hazards">The risks that were found.</param>
/// <param name="Options">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What is chosen of it.</param>
/// <param name="By">Who decides: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Note">What is added in words.</param>
public sealed record VisitRiskRequest(Instant OccurredAt, Listed<Hazard> Hazards, Listed<WayToManageRisk> Options, WayToManageRisk Chosen, Subject By, RehabilitationRole Role, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<VisitRiskRequest>
{
    /// <inheritdoc/>
    public static VisitRiskRequest Example => new(
        ExampleMoment.At(2026, 3, 10, 11, 30), [Hazard.Falls], [WayToManageRisk.CarerShadows, WayToManageRisk.CareVisits], WayToManageRisk.CarerShadows, Subject.Parse("w-118"), RehabilitationRole.OccupationalTherapist);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Hazards.Count == 0 ? [("hazards", "Give at least one risk that was found.")] : [];

    /// <summary>The visit, from the path.</summary>
    internal long Visit { get; init; }

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) =>
        new DecideVisitRisk(OccurredAt, Visit, [.. Hazards.Distinct().Order()], [.. Options.Select(way => new RiskOption(way))], Chosen, By, Role, note(Note));
}

/// <summary>Who is confident that the risks at home can be managed, and why.</summary>
/// <param name="By">Who: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Ground">On what ground.</param>
public sealed record RiskJudgementRequest(Subject By, RehabilitationRole Role, ConfidenceGround Ground);

/// <summary>How a home access visit ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How.</param>
/// <param name="Judgement">Who is confident and on what ground; of that outcome alone.</param>
/// <param name="StaysAtHome">Whether the person stays at home with the bed held, although not discharged yet; of who is confident.</param>
/// <param name="Move">Into which place they moved, and why; of the contingency place alone.</param>
/// <param name="Note">What is added in words.</param>
public sealed record VisitOutcomeRequest(Instant OccurredAt, VisitOutcome Outcome, RiskJudgementRequest? Judgement = null, bool StaysAtHome = false, AgreedMoveRequest? Move = null, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<VisitOutcomeRequest>
{
    /// <inheritdoc/>
    public static VisitOutcomeRequest Example => new(ExampleMoment.At(2026, 3, 10, 16, 0), VisitOutcome.TrialNight, Note: "Her daughter stays with her.");

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
    [
        .. Outcome is not VisitOutcome.ConfidentToDischarge && Judgement is not null ? [("judgement", "Leave this out where the team is not confident.")] : Array.Empty<(string, string)>(),
        .. Outcome is not VisitOutcome.ConfidentToDischarge && StaysAtHome ? [("staysAtHome", "Leave this out where the team is not confident; a night at home to try it is a trial night.")] : Array.Empty<(string, string)>(),
        .. Outcome is not VisitOutcome.ContingencyPlace && Move is not null ? [("move", "Leave this out where the person moved into no care home.")] : Array.Empty<(string, string)>(),
        .. Move?.Amiss("move.") ?? [],
    ];

    /// <summary>The visit, from the path.</summary>
    internal long Visit { get; init; }

    internal override Streams Concerning(Guid id) => Move?.Bed is { } bed ? Streams.Of(bed, id) : base.Concerning(id);

    internal override JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => Move is { } move
        ? move.Decide(id, held, move.Agreement, Visit, OccurredAt, note(Note))
        : base.Decide(id, held, note);

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new ConcludeHomeAccessVisit(
        OccurredAt, Visit, Outcome, Judgement is { } judged ? new(judged.By, judged.Role, judged.Ground) : null, StaysAtHome, note(Note));
}
