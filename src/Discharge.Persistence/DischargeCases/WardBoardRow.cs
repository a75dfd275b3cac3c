using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>One person on the ward board, but for their name, which is joined when it is read.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">Its version.</param>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward.</param>
/// <param name="Bed">The bed, where known.</param>
/// <param name="CaseManager">The case manager, as their tokens have them; null where nobody is.</param>
/// <param name="Phase">How far the case has come.</param>
/// <param name="AdmittedAt">When the person was admitted, where known.</param>
/// <param name="CriteriaToReside">The last review.</param>
/// <param name="DischargeReadyDate">The Discharge Ready Date.</param>
/// <param name="InDischargeLounge">Whether they wait in the discharge lounge, which is still in hospital.</param>
/// <param name="Consultant">The consultant or specialty answering for them, in words, where known.</param>
/// <param name="ExpectedOn">The expected date of discharge.</param>
/// <param name="DriftDays">How far it drifted from the date first set.</param>
/// <param name="Delays">What keeps them in hospital now.</param>
/// <param name="Pathway">The pathway decided last.</param>
/// <param name="LeftAt">When they left.</param>
/// <param name="DueFirst">The safety or target clock that is due first.</param>
/// <param name="OpenClocks">Every clock that is still to be met, breached ones too, what is due first on top: a welfare check missed hides no day that nobody has been seen.</param>
/// <param name="Warnings">Each rule that something standing on record departs from.</param>
/// <param name="Next">What is next, and whose it is.</param>
/// <param name="OpenTasks">Open referrals and tasks with their owners, what is due first on top.</param>
/// <param name="SafeguardingConcern">Whether a safeguarding concern stands on record; what it is about is shown nowhere but in the history, to few.</param>
/// <param name="LastChangedAt">When something was last recorded.</param>
/// <param name="InterimStay">The interim bed the person is in, and its limit; absent where they are in none.</param>
/// <param name="Homes">How they stand with care homes; absent where they were referred to none.</param>
public sealed record WardBoardRow(
    Guid Case,
    long Version,
    OdsCode Site,
    string Ward,
    string? Bed,
    Subject? CaseManager,
    DischargePhase Phase,
    Instant? AdmittedAt,
    CriteriaToResideView? CriteriaToReside,
    LocalDate? DischargeReadyDate,
    bool InDischargeLounge,
    NoteRef? Consultant,
    LocalDate? ExpectedOn,
    int? DriftDays,
    IReadOnlyList<DelayView> Delays,
    Pathway? Pathway,
    Instant? LeftAt,
    ClockView? DueFirst,
    IReadOnlyList<ClockView> OpenClocks,
    IReadOnlyList<Departure> Warnings,
    IReadOnlyList<NextStep> Next,
    IReadOnlyList<OpenTaskView> OpenTasks,
    bool SafeguardingConcern,
    Instant LastChangedAt,
    InterimBedOnBoard? InterimStay = null,
    HomesOnBoard? Homes = null)
{
    /// <summary>The row of a case as it is shown.</summary>
    public static WardBoardRow Of(DischargeCaseView view) => new(
        view.Id,
        view.Version,
        view.Site,
        view.Ward,
        view.Bed,
        view.CaseManager,
        view.Phase,
        view.AdmittedAt,
        view.CriteriaToReside,
        view.DischargeReadyDate,
        view.Stay.InDischargeLounge,
        view.Stay.Consultant,
        view.Stay.Expected?.Current,
        view.Stay.Expected?.DriftDays,
        [.. view.Delays.All.Where(delay => delay.Until is null)],
        view.Pathway,
        view.LeftAt,
        view.DueFirst,
        view.OpenClocks,
        view.Warnings,
        view.Next,
        view.Referrals.Open,
        view.SafeguardingConcern,
        view.LastChangedAt,
        view.InterimStay?.OnBoard,
        view.HomeReferrals?.OnBoard);
}
