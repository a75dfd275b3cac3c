using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>Every rule a fact of a discharge case may depart from, by its code.</summary>
public static class DischargeCaseDepartures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Departure> All { get; } =
    [
        DischargeCase.BeforeAdmission,
        DischargeCase.AfterClosing,
        DischargeCase.InCaseOpenedInError,
        WithdrawEntry.BeforeRecorded,
        OpenCase.OpenedBeforeAdmission,
        OpenCase.DetailsDiffer,
        OpenCase.ReadmissionNotOnRecord,
        ReviewCriteriaToReside.AfterLeaving,
        ReviewCriteriaToReside.ContradictsDischarge,
        AssessFunction.AfterLeaving,
        AssessFunction.ByNonAssessingRole,
        .. WhatDischargeNeeds.All.Select(DecideDischarge.Overridden),
        BookHomeVisit.ForNonAssessingRole,
        BookHomeVisit.TooLate,
        .. LeaveHospital.All,
        CheckWelfare.BeforeLeaving,
        CheckWelfare.UrgentHelp,
        SeeAtHome.BeforeLeaving,
        SeeAtHome.ByNonAssessingRole,
        ReportFailedVisit.NotSeen,

        // Transfer
        .. TransferWarnings.All,
        PlanFirstCareCall.LongAfterLeaving,
        ReportMissedCareCall.NoCareCame,

        // AtHome
        OutOfCourse.NotLeftYet,
        OutOfCourse.AfterDeath,
        CloseCase.BeforeOtherFacts,
        Contradictions.StandsTwice,
        Contradictions.ClosedTooSoon,
        CloseCase.Overridden(CloseCase.WelfareCheck),
        CloseCase.Overridden(CloseCase.Seen),
        CloseCase.ContradictsReturn,
        CloseCase.ContradictsOutcome,
        .. ClosedWith.All,
        ArriveAtDestination.NobodyThere,
        ReportFailedDischarge.CameBackUnseen,
        ReportFailedDischarge.SeenByThen,
        RecordDeath.SeenAlive,
        AssessInCommunity.ByNonAssessingRole,
        RecordOutcome.ContradictsDeath,

        // Stay
        Admit.DiffersFromOpening,
        Admit.AfterLeaving,
        MovePerson.AfterLeaving,
        OpenPlan.AfterLeaving,
        ExpectDischarge.ChangedWithoutReason,
        ExpectDischarge.GoneBy,
        ExpectDischarge.AfterLeaving,
        AttendWardRound.NobodyNamed,
        AttendWardRound.AfterLeaving,

        // Delays
        StartDelay.NotReady,
        StartDelay.AfterLeaving,
        EndDelay.BeforeItBegan,
        NamePrimaryDelay.NotOpenThatDay,

        // Person
        RaiseObjection.Objected,
        SettleObjection.BeforeRaised,
        RecordConsent.WithdrawnWithoutGiven,
        DecideInBestInterests.WithoutLackOfCapacity,
        RecordAttorney.NotSeen,
        ChangeAuthority.Disputed,
        NameContact.WithoutName,
        NameContact.OutOfReach,
        InvolvementDuty.PersonNotInvolved,
        InvolvementDuty.CarerNotInvolved,
        CarersLost.CannotContinue,
        PersonLinks.TwoOpenCases,
        PersonLinks.MayBeOnePerson,

        // Pathways
        DecideRisk.NotLeastIntrusiveFirst,
        DecidePathway.DiffersWithoutReason,

        // InterimStays
        OccupyInterimBed.WithoutDecision,
        OccupyInterimBed.OtherKind,
        OccupyInterimBed.KindAgain,
        OccupyInterimBed.PlaceAmiss,
        .. WhatInterimStayNeeds.All.Select(OccupyInterimBed.ArrivedWithout),
        MoveUnplanned.NotAgreedBefore,
        MoveUnplanned.NotFromHome,
        HoldInterimBed.WithoutReturn,
        VacateInterimBed.NotThere,
        VacateInterimBed.HomeUnassessed,
        VacateInterimBed.DeathNotOnRecord,
        InterimStayWarnings.LimitPassed,
        InterimStayWarnings.ExtensionPassed,
        InterimStayWarnings.HoldUndecided,
        InterimStayWarnings.LibertyNotRequested,
        InterimStayWarnings.LibertyNotAuthorised,
        InterimStayWarnings.LibertyRunOut,
        Unbefriended.WithoutAdvocate,
        Unbefriended.WithoutAdvocateInHospital,

        // Referrals
        TakeReferralStep.OutOfOrder,
        TakeReferralStep.DeclinedWithoutReason,
        EndTask.BeforeSet,

        // HomeReferrals
        HomeReferralCommand.BeforeSent,
        HomeReferralCommand.AfterTakenBack,
        SendHomeReferral.SentTwice,
        AcceptForHome.Unassessed,
        AcceptForHome.AgainstAssessment,
        AcceptForHome.EarliestAtWeekend,
        DeclineForHome.WithoutReason,
        DeclineForHome.AfterChosen,
        ChooseHome.NotAccepted,
        ChooseHome.NobodyChose,
        ChooseHome.WithoutCapacity,
        ChooseHome.WithoutDecision,
        AgreeTopUp.OfSelfFunder,
        HomeReferralWarnings.TopUpNotAgreed,
        HomeReferralWarnings.NotTheHomeChosen,

        // Places
        EndReservation.PlaceLost,
    ];

    /// <summary>
    /// The departures of what stands on record in a case, each once, but for those that were dealt with since (<see cref="DealtWith"/>). What the leaving went without is judged by all that is
    /// known now, because it says who needs somebody.
    /// </summary>
    public static IEnumerable<Departure> StandingIn(DischargeCase discharge) => discharge.Facts.Entries
        .SelectMany(entry => CodesOf(entry, discharge).Where(code => !DealtWith.Is(code, entry, discharge)))
        .Distinct()
        .Select(Of);

    private static IEnumerable<string> CodesOf(Entry entry, DischargeCase discharge) => entry.Fact is DischargedFromHospital
        ? entry.Fact.Departures.Where(code => !OfLeaving.Contains(code)).Concat(LeaveHospital.NotMadeGood(discharge).Select(departure => departure.Code))
        : entry.Fact.Departures;

    private static readonly FrozenSet<string> OfLeaving = LeaveHospital.All.Select(departure => departure.Code).ToFrozenSet();

    private static readonly FrozenDictionary<string, Departure> ByCode = All.ToFrozenDictionary(departure => departure.Code);

    /// <summary>The departure of this code. One that a newer version of the service recorded is shown by its code, so that the case can still be shown and changed.</summary>
    public static Departure Of(string code) =>
        ByCode.GetValueOrDefault(code) ?? new(code, "A rule was departed from that this version of the service has no words for.", Owner.CareTransferHub);
}
