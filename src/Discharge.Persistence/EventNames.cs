using System.Collections.Frozen;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Reablement;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;

namespace Discharge.Persistence;

/// <summary>The stored name of every event, once each. A name here is a format: it is never changed and never used again for something else.</summary>
public static class EventNames
{
    /// <summary>Each event type beside the versioned name it is stored under.</summary>
    public static IReadOnlyList<(Type Type, string Name)> All { get; } =
    [
        (typeof(CaseOpened), "discharge-case.case-opened.v1"),
        (typeof(CriteriaToResideReviewed), "discharge-case.criteria-to-reside-reviewed.v1"),
        (typeof(FunctionalAssessmentMade), "discharge-case.functional-assessment-made.v1"),
        (typeof(PathwayDecided), "discharge-case.pathway-decided.v1"),
        (typeof(DischargeDecided), "discharge-case.discharge-decided.v1"),
        (typeof(HomeVisitBooked), "discharge-case.home-visit-booked.v1"),
        (typeof(DischargedFromHospital), "discharge-case.discharged-from-hospital.v1"),
        (typeof(WelfareCheckCompleted), "discharge-case.welfare-check-completed.v1"),
        (typeof(HomeVisitMade), "discharge-case.home-visit-made.v1"),
        (typeof(HomeVisitFailed), "discharge-case.home-visit-failed.v1"),
        (typeof(CaseClosed), "discharge-case.case-closed.v1"),

        // Transfer
        (typeof(TransferItemReported), "discharge-case.transfer-item-reported.v1"),
        (typeof(FirstCareCallPlanned), "discharge-case.first-care-call-planned.v1"),
        (typeof(FirstCareCallMade), "discharge-case.first-care-call-made.v1"),
        (typeof(FirstCareCallMissed), "discharge-case.first-care-call-missed.v1"),

        // AtHome
        (typeof(ArrivedAtDestination), "discharge-case.arrived-at-destination.v1"),
        (typeof(DischargeFailed), "discharge-case.discharge-failed.v1"),
        (typeof(Readmitted), "discharge-case.readmitted.v1"),
        (typeof(PersonDied), "discharge-case.person-died.v1"),
        (typeof(CommunityAssessmentMade), "discharge-case.community-assessment-made.v1"),
        (typeof(PackageOfCareStarted), "discharge-case.package-of-care-started.v1"),
        (typeof(OutcomeRecorded), "discharge-case.outcome-recorded.v1"),

        // Person
        (typeof(PersonLinked), "discharge-case.person-linked.v1"),
        (typeof(PersonUnlinked), "discharge-case.person-unlinked.v1"),

        // Stay
        (typeof(PersonAdmitted), "discharge-case.person-admitted.v1"),
        (typeof(PersonMoved), "discharge-case.person-moved.v1"),
        (typeof(DischargePlanOpened), "discharge-case.discharge-plan-opened.v1"),
        (typeof(DischargeExpected), "discharge-case.discharge-expected.v1"),
        (typeof(WardRoundAttended), "discharge-case.ward-round-attended.v1"),

        // Delays
        (typeof(DelayStarted), "discharge-case.delay-started.v1"),
        (typeof(DelayEnded), "discharge-case.delay-ended.v1"),
        (typeof(PrimaryDelayNamed), "discharge-case.primary-delay-named.v1"),

        // Person
        (typeof(PartyInvolved), "discharge-case.party-involved.v1"),
        (typeof(ObjectionRaised), "discharge-case.objection-raised.v1"),
        (typeof(ObjectionSettled), "discharge-case.objection-settled.v1"),
        (typeof(InformationGiven), "discharge-case.information-given.v1"),
        (typeof(ChoiceOffered), "discharge-case.choice-offered.v1"),
        (typeof(ConsentAnswered), "discharge-case.consent-answered.v1"),
        (typeof(CapacityAssessed), "discharge-case.capacity-assessed.v1"),
        (typeof(BestInterestsDecided), "discharge-case.best-interests-decided.v1"),
        (typeof(AdvocateInstructed), "discharge-case.advocate-instructed.v1"),
        (typeof(AttorneyRecorded), "discharge-case.attorney-recorded.v1"),
        (typeof(NextOfKinTold), "discharge-case.next-of-kin-told.v1"),
        (typeof(CarerNamed), "discharge-case.carer-named.v1"),
        (typeof(CarerOfferMade), "discharge-case.carer-offer-made.v1"),
        (typeof(CarerOutcomeRecorded), "discharge-case.carer-outcome-recorded.v1"),
        (typeof(CommunicationNeedsRecorded), "discharge-case.communication-needs-recorded.v1"),
        (typeof(ContactNamed), "discharge-case.contact-named.v1"),
        (typeof(SafeguardingConcernRaised), "discharge-case.safeguarding-concern-raised.v1"),
        (typeof(HomelessnessRecorded), "discharge-case.homelessness-recorded.v1"),
        (typeof(PublicFundsRecorded), "discharge-case.public-funds-recorded.v1"),
        (typeof(GpPracticeRecorded), "discharge-case.gp-practice-recorded.v1"),
        (typeof(AuthorityChanged), "discharge-case.authority-changed.v1"),
        (typeof(HubChanged), "discharge-case.hub-changed.v1"),
        (typeof(CaseAssigned), "discharge-case.case-assigned.v1"),
        (typeof(ResidenceChanged), "discharge-case.residence-changed.v1"),

        // Pathways
        (typeof(PathwayRecommended), "discharge-case.pathway-recommended.v1"),
        (typeof(AdviceGiven), "discharge-case.advice-given.v1"),
        (typeof(FundingSplitAgreed), "discharge-case.funding-split-agreed.v1"),
        (typeof(RiskDecided), "discharge-case.risk-decided.v1"),

        // InterimStays
        (typeof(ContingencyPlaceAgreed), "discharge-case.contingency-place-agreed.v1"),
        (typeof(HomeFoundNotPossible), "discharge-case.home-found-not-possible.v1"),
        (typeof(InterimStayDecided), "discharge-case.interim-stay-decided.v1"),
        (typeof(InterimBedOccupied), "discharge-case.interim-bed-occupied.v1"),
        (typeof(InterimBedHeld), "discharge-case.interim-bed-held.v1"),
        (typeof(InterimStayExtended), "discharge-case.interim-stay-extended.v1"),
        (typeof(InterimBedVacated), "discharge-case.interim-bed-vacated.v1"),
        (typeof(LibertyRecorded), "discharge-case.liberty-recorded.v1"),
        (typeof(LongTermAssessmentBegun), "discharge-case.long-term-assessment-begun.v1"),
        (typeof(RecoveryJudged), "discharge-case.recovery-judged.v1"),
        (typeof(LongTermAssessmentCompleted), "discharge-case.long-term-assessment-completed.v1"),
        (typeof(ChecklistReceived), "discharge-case.checklist-received.v1"),
        (typeof(ContinuingHealthcareDecided), "discharge-case.continuing-healthcare-decided.v1"),

        // Referrals
        (typeof(ReferralSent), "discharge-case.referral-sent.v1"),
        (typeof(ReferralStepTaken), "discharge-case.referral-step-taken.v1"),
        (typeof(TaskSet), "discharge-case.task-set.v1"),
        (typeof(TaskEnded), "discharge-case.task-ended.v1"),

        // HomeReferrals
        (typeof(HomeReferralSent), "discharge-case.home-referral-sent.v1"),
        (typeof(AssessedForHome), "discharge-case.assessed-for-home.v1"),
        (typeof(AcceptedByHome), "discharge-case.accepted-by-home.v1"),
        (typeof(DeclinedByHome), "discharge-case.declined-by-home.v1"),
        (typeof(HomeChosen), "discharge-case.home-chosen.v1"),
        (typeof(TopUpAgreed), "discharge-case.top-up-agreed.v1"),
        (typeof(HomeReferralTakenBack), "discharge-case.home-referral-taken-back.v1"),
        (typeof(SelfFunderMarked), "discharge-case.self-funder-marked.v1"),

        // Places
        (typeof(PlaceReserved), "discharge-case.place-reserved.v1"),
        (typeof(PlaceReservationEnded), "discharge-case.place-reservation-ended.v1"),

        // Beds
        (typeof(BedRegistered), "bed.registered.v1"),
        (typeof(BedOfferChanged), "bed.offer-changed.v1"),
        (typeof(BedClosed), "bed.closed.v1"),
        (typeof(BedReopened), "bed.reopened.v1"),
        (typeof(VacancyConfirmed), "bed.vacancy-confirmed.v1"),
        (typeof(BedReserved), "bed.reserved.v1"),
        (typeof(BedOccupied), "bed.occupied.v1"),
        (typeof(BedHeld), "bed.held.v1"),
        (typeof(BedReleased), "bed.released.v1"),

        // Reablement
        (typeof(ReablementReferred), "reablement-case.referred.v1"),
        (typeof(DeathHandedOver), "reablement-case.death-handed-over.v1"),
        (typeof(ReturnHandedOver), "reablement-case.return-handed-over.v1"),
        (typeof(AgeHandedOver), "reablement-case.age-handed-over.v1"),
        (typeof(ReferralMarkedUrgent), "reablement-case.marked-urgent.v1"),
        (typeof(ReferralAnswered), "reablement-case.referral-answered.v1"),
        (typeof(WorkerAllocated), "reablement-case.worker-allocated.v1"),
        (typeof(WorkerHandedOver), "reablement-case.worker-handed-over.v1"),
        (typeof(WorkerCovered), "reablement-case.worker-covered.v1"),
        (typeof(CoverEnded), "reablement-case.cover-ended.v1"),
        (typeof(WorkerLeft), "reablement-case.worker-left.v1"),
        (typeof(ContactMade), "reablement-case.contact-made.v1"),
        (typeof(VisitPlanned), "reablement-case.visit-planned.v1"),
        (typeof(VisitMissed), "reablement-case.visit-missed.v1"),
        (typeof(ReablementConsentAnswered), "reablement-case.consent-answered.v1"),
        (typeof(StartDated), "reablement-case.start-dated.v1"),
        (typeof(PatchAssigned), "reablement-case.patch-assigned.v1"),
        (typeof(BridgingStarted), "reablement-case.bridging-started.v1"),
        (typeof(BridgingEnded), "reablement-case.bridging-ended.v1"),
        (typeof(AssessmentRequested), "reablement-case.assessment-requested.v1"),
        (typeof(AssessmentAnswered), "reablement-case.assessment-answered.v1"),
        (typeof(FunctionAssessed), "reablement-case.function-assessed.v1"),
        (typeof(CrisisResponseRequested), "reablement-case.crisis-response-requested.v1"),
        (typeof(CrisisContactMade), "reablement-case.crisis-contact-made.v1"),
        (typeof(GoalSet), "reablement-case.goal-set.v1"),
        (typeof(GoalScored), "reablement-case.goal-scored.v1"),
        (typeof(ReablementReviewed), "reablement-case.reviewed.v1"),
        (typeof(HomeNeedNoted), "reablement-case.home-need-noted.v1"),
        (typeof(CareRecorded), "reablement-case.care-recorded.v1"),
        (typeof(ChargingStarted), "reablement-case.charging-started.v1"),
        (typeof(LimitDecided), "reablement-case.limit-decided.v1"),
        (typeof(ReablementEnded), "reablement-case.ended.v1"),
        (typeof(FollowUpRecorded), "reablement-case.follow-up-recorded.v1"),
        (typeof(TeamRegistered), "reablement-team.registered.v1"),
        (typeof(CapacitySet), "reablement-team.capacity-set.v1"),
        (typeof(DutyWorkerNamed), "reablement-team.duty-worker-named.v1"),

        // RehabilitationBeds
        (typeof(RehabilitationReferred), "rehabilitation-bed-case.referred.v1"),
        (typeof(RehabilitationAccepted), "rehabilitation-bed-case.accepted.v1"),
        (typeof(RehabilitationDeclined), "rehabilitation-bed-case.declined.v1"),
        (typeof(RehabilitationBedReserved), "rehabilitation-bed-case.bed-reserved.v1"),
        (typeof(RehabilitationReservationEnded), "rehabilitation-bed-case.reservation-ended.v1"),
        (typeof(AdmittedToRehabilitationBed), "rehabilitation-bed-case.admitted.v1"),
        (typeof(RehabilitationGoalSet), "rehabilitation-bed-case.goal-set.v1"),
        (typeof(RehabilitationGoalScored), "rehabilitation-bed-case.goal-scored.v1"),
        (typeof(TherapySessionHeld), "rehabilitation-bed-case.therapy-session-held.v1"),
        (typeof(RehabilitationReviewed), "rehabilitation-bed-case.reviewed.v1"),
        (typeof(CareHomePlaceAgreed), "rehabilitation-bed-case.care-home-place-agreed.v1"),
        (typeof(HomeAccessVisitStarted), "rehabilitation-bed-case.home-access-visit-started.v1"),
        (typeof(EquipmentTested), "rehabilitation-bed-case.equipment-tested.v1"),
        (typeof(VisitRiskDecided), "rehabilitation-bed-case.visit-risk-decided.v1"),
        (typeof(HomeAccessVisitConcluded), "rehabilitation-bed-case.home-access-visit-concluded.v1"),
        (typeof(RisksJudgedManageable), "rehabilitation-bed-case.risks-judged-manageable.v1"),
        (typeof(ReturnedToRehabilitationBed), "rehabilitation-bed-case.returned-to-bed.v1"),
        (typeof(DischargeHomeDecided), "rehabilitation-bed-case.discharge-home-decided.v1"),
        (typeof(RehabilitationBedLeft), "rehabilitation-bed-case.left.v1"),
        (typeof(MovedIntoCareHome), "rehabilitation-bed-case.moved-into-care-home.v1"),
        (typeof(RehabilitationEnded), "rehabilitation-bed-case.ended.v1"),

        // Every type of case
        (typeof(EntryWithdrawn), "case.entry-withdrawn.v1"),
        (typeof(GlassBroken), "case.glass-broken.v1"),
        (typeof(DomesticAbuseDisclosed), "case.domestic-abuse-disclosed.v1"),
        (typeof(MentalHealthActStatusRecorded), "case.mental-health-act-status-recorded.v1"),
        (typeof(ClockBreached), "clock.breached.v1"),
        (typeof(BreachWithdrawn), "clock.breach-withdrawn.v1"),
        (typeof(ClockPaused), "clock.paused.v1"),
        (typeof(ClockResumed), "clock.resumed.v1"),
    ];

    private static readonly FrozenDictionary<Type, string> Names = All.ToFrozenDictionary(pair => pair.Type, pair => pair.Name);

    private static readonly FrozenDictionary<string, Type> Types = All.ToFrozenDictionary(pair => pair.Name, pair => pair.Type);

    /// <summary>The name a fact is stored under.</summary>
    public static string Of(Fact fact) => Of(fact.GetType());

    /// <summary>The name facts of a kind are stored under.</summary>
    public static string Of(Type kind) => Names[kind];

    /// <summary>The type stored under a name, or null where this version of the service does not know it.</summary>
    public static Type? TypeOf(string name) => Types.GetValueOrDefault(name);
}
