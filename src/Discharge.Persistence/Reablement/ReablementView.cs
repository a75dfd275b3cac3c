using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Reablement;

/// <summary>A reablement case as it stands.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The number of its last entry.</param>
/// <param name="PersonRef">Whose it is.</param>
/// <param name="Person">Who they are, as their details are kept; nothing where those were erased.</param>
/// <param name="Source">Who referred them.</param>
/// <param name="Referrer">The organisation that did.</param>
/// <param name="Team">The reablement team.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Urgent">Whether they must be contacted on the same day.</param>
/// <param name="OutOfHours">What is offered, where contact on the same day was asked for after the service had closed: a breach of it was out of hours.</param>
/// <param name="ReferredAt">When the referral was received.</param>
/// <param name="DischargeCase">The case of the stay in hospital they were handed over from, where they were.</param>
/// <param name="DiedAt">When the person died, as that case has it.</param>
/// <param name="BackInHospitalAt">When they were back in hospital, as that case has it, and were not contacted since.</param>
/// <param name="Answer">The last answer to it.</param>
/// <param name="AnsweredAt">When it was given.</param>
/// <param name="Responsible">Who answers for the case, where anybody was allocated.</param>
/// <param name="WaitingSince">Since when they have been accepted, or home, with no first contact, where they have.</param>
/// <param name="FirstContactAt">When reablement started, with the first contact.</param>
/// <param name="LastContactAt">When the last contact was.</param>
/// <param name="DaysSinceLastContact">How many London dates ago that was.</param>
/// <param name="Consent">What the person said to reablement last.</param>
/// <param name="Start">Which date was offered to start on, and whether it was confirmed.</param>
/// <param name="Patch">In which part of the team's area they live, as the team calls it.</param>
/// <param name="BridgedBy">The care provider that bridges for them, where one does.</param>
/// <param name="AssessmentRequests">The functional assessments that were requested.</param>
/// <param name="Goals">Their goals.</param>
/// <param name="Visits">The visits planned, made and missed, and how many different people came.</param>
/// <param name="Reviews">The reviews.</param>
/// <param name="HomeNeeds">What they need at home beside visits.</param>
/// <param name="Care">How much care they had at the start and have now, and what that saves.</param>
/// <param name="SixWeeks">How far the six weeks are, once they have started.</param>
/// <param name="Ending">How reablement ended.</param>
/// <param name="FollowUp">Where they were on day 91, and when that can be found out; of whoever came from hospital.</param>
/// <param name="OtherOpenCases">The other reablement cases of the person that are open: one too many.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Warnings">Each rule that what stands on record departs from, until that is put right.</param>
/// <param name="Next">What is next, the first due first.</param>
public sealed record ReablementView(
    Guid Id,
    long Version,
    PersonRef PersonRef,
    PersonDetails? Person,
    ReablementSource Source,
    OdsCode Referrer,
    OdsCode Team,
    ReablementPhase Phase,
    bool Urgent,
    string? OutOfHours,
    Instant ReferredAt,
    Guid? DischargeCase,
    Instant? DiedAt,
    Instant? BackInHospitalAt,
    ReferralAnswer? Answer,
    Instant? AnsweredAt,
    ResponsibilityView? Responsible,
    Instant? WaitingSince,
    Instant? FirstContactAt,
    Instant? LastContactAt,
    int? DaysSinceLastContact,
    ReablementConsent? Consent,
    StartView? Start,
    string? Patch,
    OdsCode? BridgedBy,
    IReadOnlyList<AssessmentRequestView> AssessmentRequests,
    IReadOnlyList<GoalView> Goals,
    VisitsView Visits,
    IReadOnlyList<ReablementReviewView> Reviews,
    IReadOnlyList<HomeNeed> HomeNeeds,
    CareView? Care,
    SixWeeksView? SixWeeks,
    EndingView? Ending,
    FollowUpView? FollowUp,
    IReadOnlyList<Guid> OtherOpenCases,
    IReadOnlyList<ClockView> Clocks,
    IReadOnlyList<Departure> Warnings,
    IReadOnlyList<NextStep> Next)
{
    /// <summary>The view of a case.</summary>
    /// <param name="reablement">The case.</param>
    /// <param name="referral">What opened it.</param>
    /// <param name="now">As it stands.</param>
    /// <param name="person">Who they are.</param>
    /// <param name="otherOpen">The other cases of the person that are open.</param>
    public static ReablementView Of(ReablementCase reablement, ReablementReferred referral, CaseNow now, PersonDetails? person, IReadOnlyList<Guid> otherOpen) => new(
        now.Id,
        now.History.Version,
        referral.Person,
        person,
        referral.Source,
        referral.Referrer,
        referral.Team,
        reablement.Phase,
        reablement.IsUrgent,
        ReablementTimelines.OfferedOutOfHours(now.Clocks),
        referral.OccurredAt,
        referral.DischargeCase,
        reablement.Death?.OccurredAt,
        reablement.BackInHospital?.OccurredAt,
        reablement.Answer?.Answer,
        reablement.Answer?.OccurredAt,
        reablement.Responsible is { } responsible ? new(responsible.Worker, responsible.Since, responsible.Covering, responsible.HeldByLead, responsible.OverCapacity, responsible.Left) : null,
        reablement.WaitingSince,
        reablement.FirstContact?.OccurredAt,
        reablement.Facts.Last<ContactMade>()?.OccurredAt,
        reablement.Facts.Last<ContactMade>() is { } last ? Period.DaysBetween(LocalCalendar.DateOf(last.OccurredAt), LocalCalendar.DateOf(now.At)) : null,
        reablement.Facts.Last<ReablementConsentAnswered>()?.Answer,
        StartView.Of(reablement),
        reablement.Facts.Last<PatchAssigned>()?.Patch,
        reablement.BridgedBy,
        [.. AssessmentRequestView.Of(reablement)],
        [.. GoalView.Of(reablement)],
        VisitsView.Of(reablement, now.At),
        [.. reablement.Facts.All<ReablementReviewed>().Select(review => new ReablementReviewView(review.OccurredAt, review.Role, review.Outcome))],
        [.. reablement.Facts.All<HomeNeedNoted>().Select(noted => noted.Need).Distinct()],
        CareSaved.Of(reablement) is { } care ? new(care.Start.MinutesAWeek, care.Start.DoubleHanded, care.Now.MinutesAWeek, care.Now.DoubleHanded, care.MinutesAWeek) : null,
        SixWeeksView.Of(reablement, now),
        reablement.Ending is { } ending ? new(ending.OccurredAt, ending.Sequel) : null,
        FollowUpWindow.Of(reablement) is { } window ? new(window.Day, window.Until, FollowUpWindow.StatusIn(reablement)?.Whereabouts, FollowUpWindow.StatusIn(reablement)?.OccurredAt) : null,
        otherOpen,
        [.. now.Clocks.Select(clock => ClockView.Of(clock, now.History, now.At))],
        [.. DealtWith.NotYet(reablement, hasOtherOpen: otherOpen is not [])],
        now.Next);
}

/// <summary>Who answers for a reablement case.</summary>
/// <param name="Worker">The named worker, or the lead who holds the case.</param>
/// <param name="Since">Since when.</param>
/// <param name="Covering">Who stands in while the worker is sick.</param>
/// <param name="HeldByLead">Whether the lead holds it because the worker has left.</param>
/// <param name="OverCapacity">Whether the team was full and the worker on duty was given it.</param>
/// <param name="Left">Who had it and left, where the lead holds it.</param>
public sealed record ResponsibilityView(Subject Worker, Instant Since, Subject? Covering, bool HeldByLead, bool OverCapacity, Subject? Left);
