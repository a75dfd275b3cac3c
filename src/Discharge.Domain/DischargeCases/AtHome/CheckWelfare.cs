using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody checked that the person is safe and well after leaving; due on the day of discharge (T25).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever checked.</param>
/// <param name="Outcome">What they found.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CheckWelfare(Instant OccurredAt, StaffRole By, WelfareOutcome Outcome, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The check is dated before the person left.</summary>
    public static readonly Departure BeforeLeaving = new("discharge.welfare-checked-before-leaving", "The welfare check is dated before the person left the hospital.", Owner.CareTransferHub);

    /// <summary>The person needs somebody now.</summary>
    public static readonly Departure UrgentHelp = new("discharge.welfare-urgent", "The welfare check found that the person needs somebody now.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new WelfareCheckCompleted(OccurredAt, By, Outcome, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(BeforeLeaving, unless: discharge.At(OccurredAt).Left is not null)
        .Departing(UrgentHelp, unless: Outcome is not WelfareOutcome.UrgentHelpNeeded)
        .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
