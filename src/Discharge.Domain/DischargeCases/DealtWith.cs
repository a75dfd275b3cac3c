using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// When a departure on record has been dealt with, so that the case no longer warns of it; the history keeps it. A departure with no line here is shown as long as its entry stands.
/// What a leaving went without is judged anew as a whole (<see cref="LeaveHospital.NotMadeGood"/>).
/// </summary>
internal static class DealtWith
{
    private static readonly FrozenDictionary<string, Func<Entry, DischargeCase, bool>> Rules = new (Departure Departure, Func<Entry, DischargeCase, bool> IsDealtWith)[]
    {
        // The case of the stay before says it, and is asked when this one is read.
        (OpenCase.ReadmissionNotOnRecord, (_, _) => true),
        (RaiseObjection.Objected, (entry, discharge) => Objection.Of(discharge).Any(objection => objection.Id == entry.Version && objection.Settled is not null)),
        (ChangeAuthority.Disputed, HasFollower<AuthorityChanged>),
        (NameContact.WithoutName, AuthorityCanBeReached),
        (NameContact.OutOfReach, AuthorityCanBeReached),
        (DecidePathway.DiffersWithoutReason, HasFollower<PathwayDecided>),
        (TakeReferralStep.OutOfOrder, ReferralIsWithdrawn),
        (TakeReferralStep.DeclinedWithoutReason, ReferralIsWithdrawn),
        (EndReservation.PlaceLost, (entry, discharge) => discharge.Facts.All<PlaceReserved>().Any(reserved => reserved.OccurredAt >= entry.Fact.OccurredAt)),
        (BookHomeVisit.TooLate, (entry, discharge) => IsSeen(entry, discharge) || HasFollower<HomeVisitBooked>(entry, discharge)),
        (ReportFailedVisit.NotSeen, IsSeen),
        (ReportMissedCareCall.NoCareCame, CareCame),
        (OccupyInterimBed.WithoutDecision, StayIsDecided),
        (OccupyInterimBed.OtherKind, (_, discharge) => discharge.Facts.Last<InterimStayDecided>()?.Kind == discharge.Facts.Last<InterimBedOccupied>()?.Place.Kind),
        (MoveUnplanned.NotAgreedBefore, (entry, discharge) => discharge.Facts.All<InterimStayDecided>().Any(decided => decided.OccurredAt >= entry.Fact.OccurredAt)),
        (HoldInterimBed.WithoutReturn, (_, discharge) => discharge.WasReadmitted),
        (VacateInterimBed.DeathNotOnRecord, (_, discharge) => discharge.Death is not null),
        (VacateInterimBed.HomeUnassessed, (_, discharge) => discharge.Facts.Any<LongTermAssessmentCompleted>()),
    }
    .Concat(HomeReferralsDealtWith.Rules)
    .Concat(ClosedWith.All.Select(closed => (closed, (Func<Entry, DischargeCase, bool>)((_, discharge) => !ClosedWith.OpenIn(discharge).Contains(closed)))))
    .Concat(WhatInterimStayNeeds.All.Select(missing => (OccupyInterimBed.ArrivedWithout(missing), (Func<Entry, DischargeCase, bool>)((_, discharge) => !WhatInterimStayNeeds.MissingFrom(discharge).Contains(missing)))))
    .ToFrozenDictionary(rule => rule.Item1.Code, rule => rule.Item2);

    /// <summary>Whether the departure of this code that an entry carries has been dealt with, by all that stands on record now.</summary>
    public static bool Is(string code, Entry entry, DischargeCase discharge) => Rules.GetValueOrDefault(code)?.Invoke(entry, discharge) is true;

    // Said anew: the later entry stands for itself.
    private static bool HasFollower<T>(Entry entry, DischargeCase discharge)
        where T : DischargeCaseEvent => discharge.Facts.EntriesOf<T>().Last().Version != entry.Version;

    private static bool AuthorityCanBeReached(Entry entry, DischargeCase discharge) => discharge.Facts.All<ContactNamed>().Any(contact => contact is { Kind: ContactKind.LocalAuthority, Departures.Count: 0 });

    private static bool ReferralIsWithdrawn(Entry entry, DischargeCase discharge) => entry.Fact is ReferralStepTaken step && Referrals.Find(discharge, step.Referral) is null;

    private static bool IsSeen(Entry entry, DischargeCase discharge) => discharge.SeenAtHome is not null;

    private static bool StayIsDecided(Entry entry, DischargeCase discharge) => discharge.Facts.Any<InterimStayDecided>();

    private static bool CareCame(Entry entry, DischargeCase discharge) => FirstCareCall.Of(discharge).CameAt is not null;
}
