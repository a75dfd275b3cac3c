using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>A rehabilitation-bed case as it stands.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The number of its last entry.</param>
/// <param name="PersonRef">Whose it is.</param>
/// <param name="Person">Who they are, as their details are kept; nothing where those were erased.</param>
/// <param name="Route">From where they come.</param>
/// <param name="Referrer">The organisation that referred them.</param>
/// <param name="Team">The rehabilitation team.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="ReferredAt">When the referral was received.</param>
/// <param name="DischargeCase">The case of the stay in hospital they come from, where it is on record.</param>
/// <param name="DeclinedFor">Why the team does not take them.</param>
/// <param name="AdmittedAt">When they were first admitted.</param>
/// <param name="Bed">The place that is theirs: reserved, occupied or held, since when and why.</param>
/// <param name="BedDays">How long the bed was theirs, with the days it was held and why apart.</param>
/// <param name="Goals">Their goals.</param>
/// <param name="Therapy">How much therapy they had, by discipline.</param>
/// <param name="Reviews">The reviews.</param>
/// <param name="HomeAccessVisits">The home access visits.</param>
/// <param name="Confidence">Who is confident that the risks at home can be managed, and on what ground; null where nobody is.</param>
/// <param name="DischargeHomeDecidedAt">When it was decided to discharge them home.</param>
/// <param name="Left">When they left, and what for.</param>
/// <param name="ContingencyPlaces">The places agreed for the case that home does not work out.</param>
/// <param name="CareHome">The care home they moved into straight.</param>
/// <param name="Ending">How rehabilitation ended.</param>
/// <param name="OtherOpenCases">The other rehabilitation-bed cases of the person that are open: one too many.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Warnings">Each rule that what stands on record departs from.</param>
/// <param name="Next">What is next, the first due first.</param>
public sealed record RehabilitationView(
    Guid Id,
    long Version,
    PersonRef PersonRef,
    PersonDetails? Person,
    RehabilitationRoute Route,
    OdsCode Referrer,
    OdsCode Team,
    RehabilitationPhase Phase,
    Instant ReferredAt,
    Guid? DischargeCase,
    RehabilitationDeclineReason? DeclinedFor,
    Instant? AdmittedAt,
    RehabilitationBedView? Bed,
    BedDaysView? BedDays,
    IReadOnlyList<RehabilitationGoalView> Goals,
    IReadOnlyList<TherapyGiven> Therapy,
    IReadOnlyList<RehabilitationReviewView> Reviews,
    IReadOnlyList<HomeAccessVisitView> HomeAccessVisits,
    ConfidenceView? Confidence,
    Instant? DischargeHomeDecidedAt,
    Leaving? Left,
    IReadOnlyList<AgreedPlaceView> ContingencyPlaces,
    CareHomeView? CareHome,
    RehabilitationEndingView? Ending,
    IReadOnlyList<Guid> OtherOpenCases,
    IReadOnlyList<ClockView> Clocks,
    IReadOnlyList<Departure> Warnings,
    IReadOnlyList<NextStep> Next)
{
    /// <summary>The view of a case.</summary>
    /// <param name="now">As it stands.</param>
    /// <param name="person">Who they are.</param>
    /// <param name="otherOpen">The other cases of the person that are open.</param>
    public static RehabilitationView Of(CaseNow now, PersonDetails? person, IReadOnlyList<Guid> otherOpen)
    {
        var (rehabilitation, referral) = (RehabilitationType.StateOf(now.Id, now.History), RehabilitationType.ReferralOf(now.Id, now.History));
        return new(
            now.Id,
            now.History.Version,
            referral.Person,
            person,
            referral.Route,
            referral.Referrer,
            referral.Team,
            rehabilitation.Phase,
            referral.OccurredAt,
            referral.DischargeCase,
            rehabilitation.Facts.First<RehabilitationDeclined>()?.Reason,
            rehabilitation.Admission?.OccurredAt,
            RehabilitationBedView.Of(rehabilitation, now.At),
            rehabilitation.Admission is null ? null : BedDaysView.Of(rehabilitation, now.At),
            [.. RehabilitationGoalView.Of(rehabilitation)],
            [.. TherapyGiven.Of(rehabilitation)],
            [.. rehabilitation.Facts.All<RehabilitationReviewed>().Select(review => new RehabilitationReviewView(review.OccurredAt, review.Role, review.Outcome))],
            [.. HomeAccessVisit.Of(rehabilitation).Select(visit => HomeAccessVisitView.Of(visit, rehabilitation))],
            ConfidenceView.Of(rehabilitation),
            Domain.RehabilitationBeds.Confidence.DecidedIn(rehabilitation)?.OccurredAt,
            rehabilitation.Left,
            [.. AgreedPlaceView.Of(rehabilitation, now.At)],
            CareHomeView.Of(rehabilitation),
            rehabilitation.Ending is { } ending ? new(ending.OccurredAt, ending.Result) : null,
            otherOpen,
            [.. now.Clocks.Select(clock => ClockView.Of(clock, now.History, now.At))],
            [
                .. rehabilitation.Facts.Entries.SelectMany(entry => entry.Fact.Departures).Select(RehabilitationDepartures.Of)
                    .Concat(RehabilitationContradictions.In(rehabilitation, hasOtherOpen: otherOpen is not []))
                    .Distinct(),
            ],
            now.Next);
    }
}
