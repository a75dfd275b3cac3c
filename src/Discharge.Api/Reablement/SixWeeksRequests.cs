using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>Charging starts.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="For">For what.</param>
/// <param name="FinanciallyAssessed">Whether what the person can pay was assessed.</param>
public sealed record ChargeRequest(Instant OccurredAt, ChargedFor For, bool FinanciallyAssessed) : ReablementRequest(OccurredAt), IExample<ChargeRequest>
{
    /// <inheritdoc/>
    public static ChargeRequest Example => new(ExampleMoment.At(2026, 4, 15, 9, 0), ChargedFor.ReablementPastFreeDays, FinanciallyAssessed: true);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new StartCharging(OccurredAt, For, FinanciallyAssessed);
}

/// <summary>Why reablement goes on past six weeks.</summary>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="WaitingFor">What it waits for.</param>
/// <param name="Owner">The ODS code of the organisation that has to bring that about.</param>
/// <param name="Charge">Whether the person is charged meanwhile.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="FinanciallyAssessed">Whether what the person can pay was assessed, without which nobody decides that they are charged.</param>
public sealed record LimitDecisionRequest(Instant OccurredAt, WaitingFor WaitingFor, OdsCode Owner, ChargePosition Charge, string? Note = null, bool FinanciallyAssessed = false) : ReablementRequest(OccurredAt, Note), IExample<LimitDecisionRequest>
{
    /// <inheritdoc/>
    public static LimitDecisionRequest Example => new(ExampleMoment.At(2026, 4, 13, 14, 0), WaitingFor.PackageOfCare, OdsCode.Parse("713"), ChargePosition.Undecided);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new DecideAtLimit(OccurredAt, WaitingFor, Owner, Charge, note(Note), FinanciallyAssessed);
}

/// <summary>Reablement ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Sequel">What comes after it, in the national terms.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="HadLongTermSupport">Whether they had long-term support before reablement; only those who had none count in the national measure.</param>
public sealed record ReablementEndingRequest(Instant OccurredAt, ReablementSequel Sequel, string? Note = null, bool HadLongTermSupport = false) : ReablementRequest(OccurredAt, Note), IExample<ReablementEndingRequest>
{
    /// <inheritdoc/>
    public static ReablementEndingRequest Example => new(ExampleMoment.At(2026, 4, 20, 16, 0), ReablementSequel.OngoingLowLevelSupport);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new EndReablement(OccurredAt, Sequel, note(Note), HadLongTermSupport);
}

/// <summary>Where the person was on day 91.</summary>
/// <param name="OccurredAt">When that was found out.</param>
/// <param name="Whereabouts">Where they were on that day.</param>
public sealed record FollowUpRequest(Instant OccurredAt, Whereabouts Whereabouts) : ReablementRequest(OccurredAt), IExample<FollowUpRequest>
{
    /// <inheritdoc/>
    public static FollowUpRequest Example => new(ExampleMoment.At(2026, 6, 3, 11, 0), Whereabouts.Home);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new RecordFollowUp(OccurredAt, Whereabouts);
}
