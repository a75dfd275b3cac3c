using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Reablement;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>Every list of words that stands in an event. Words are added at will; one that is here is never changed.</summary>
public static class StoredWords
{
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(NhsNumberMissing)] = "not-yet-traced unidentified overseas-visitor withheld",
        [typeof(UsualResidence)] = "own-home with-family-or-friends extra-care-housing care-home temporary-accommodation no-fixed-abode not-known",
        [typeof(AuthorityStanding)] = "known unknown disputed",
        [typeof(CriterionToReside)] = "intensive-or-high-dependency-care oxygen-or-non-invasive-ventilation intravenous-fluids news-above-three diminished-consciousness "
            + "acute-functional-impairment last-hours-of-life intravenous-medication-more-than-twice-daily lower-limb-surgery-within-48-hours "
            + "thoracic-abdominal-or-pelvic-surgery-within-72-hours invasive-procedure-within-24-hours",
        [typeof(StaffRole)] = "consultant doctor nurse occupational-therapist physiotherapist social-worker independent-living-assessor discharge-coordinator care-worker volunteer "
            + "delivery-driver",
        [typeof(FunctionalNeed)] = "reablement personal-care moving-and-handling equipment cognitive-support twenty-four-hour-care no-new-needs",
        [typeof(Pathway)] = "pathway-0 pathway-1 pathway-2 pathway-3",
        [typeof(PathwayReason)] = "home-first no-new-needs bedded-recovery twenty-four-hour-need changed persons-choice",
        [typeof(SeniorRole)] = "consultant hub-lead service-manager on-call-director",
        [typeof(OverrideReason)] = "persons-wish risk-of-staying arranged-at-home major-incident seen-since",
        [typeof(Destination)] = "own-home family-or-friends extra-care-housing temporary-accommodation no-fixed-abode own-care-home care-home community-bed hospice another-hospital not-known",
        [typeof(WelfareOutcome)] = "safe-and-well action-taken urgent-help-needed",
        [typeof(FailedVisitReason)] = "no-answer no-access declined wrong-address in-hospital",
        [typeof(CaseOutcome)] = "home-without-support home-with-support moved-to-a-bed transferred long-term-care-home hospital died",
        [typeof(LinkGround)] = "nhs-number-traced same-hospital-number said recognised",
        [typeof(BreakGlassGround)] = "emergency-care risk-of-harm arrived-unexpectedly at-their-request",
        [typeof(DisclosedBy)] = "person professional somebody-else",
        [typeof(AbuserAtDestination)] = "yes no not-known",
        [typeof(MentalHealthActProvision)] =
            "section-2 section-3 section-4 section-5 section-7 section-17-leave community-treatment-order section-37 conditional-discharge section-47 section-48 section-117-aftercare section-135 section-136 none-any-more",
        [typeof(WithdrawalReason)] = "wrong-person wrong-time wrong-content did-not-happen recorded-twice",
        [typeof(BreachCause)] = "due-moment-passed start-recorded-late completion-withdrawn start-restored due-moved owed-again ending-withdrawn",
        [typeof(PauseGround)] = "landlord-permission freeholder-permission planning-permission person-unavailable readmission",
        [typeof(HoldingUp)] = "landlord freeholder planning-authority person hospital",
        [typeof(BreachWithdrawalCause)] = "met-in-time start-withdrawn due-moved not-owed not-reached",
        [typeof(MovingAndHandling)] = "independent with-aid with-one-person with-two-people with-hoist cared-for-in-bed",
        [typeof(Cognition)] = "no-concern mild-impairment moderate-impairment severe-impairment delirium",
        [typeof(OutcomeMeasure)] = "barthel-index modified-rankin elderly-mobility clinical-frailty therapy-outcome",
        [typeof(ReasonForDifference)] = "persons-choice condition-changed further-assessment risk-judged-differently nothing-available funding-not-agreed",
        [typeof(TransferItem)] = "medicines transport equipment key-access receiver discharge-summary",
        [typeof(TransferItemState)] = "needed arranged in-place not-needed",
        [typeof(EquipmentKind)] = "hoist hospital-bed pressure-relief commode walking-aid wheelchair toilet-aid bath-aid rails oxygen key-safe alarm other",
        [typeof(ReceiverRole)] = "family-or-friend unpaid-carer neighbour care-worker reablement-team staff-of-the-place housing-staff nobody",
        [typeof(MissedCallReason)] = "provider-did-not-come package-handed-back no-answer no-access declined not-at-home",
        [typeof(ReturnReason)] = "unwell fall care-not-there equipment-or-medicines-missing could-not-get-in home-not-safe carer-could-not-go-on planned not-known",
        [typeof(PlaceOfDeath)] = "hospital on-the-way at-home care-home hospice elsewhere-or-not-known",
        [typeof(PackageStart)] = "new restarted-at-the-same-level restarted-changed",
        [typeof(AdmissionMethod)] = "emergency planned transfer-from-another-hospital not-known",
        [typeof(ExpectedDateReason)] = "condition-changed recovering-sooner awaiting-hospital awaiting-services wish-of-person-or-family estimate-corrected",
        [typeof(WardRoundAttendance)] = "health social-care housing voluntary-sector person-or-carer",
        [typeof(Owner)] = "ward therapy-team care-transfer-hub reablement-team rehabilitation-team named-organisation",
        [typeof(Party)] = "person carer",
        [typeof(ObjectionTo)] = "discharge pathway destination provider charges sharing-information",
        [typeof(InformationOn)] = "discharge-plan pathway charges rights local-services whom-to-call",
        [typeof(InformationFormat)] = "easy-read large-print braille british-sign-language audio electronic spoken makaton",
        [typeof(ChoiceOf)] = "destination care-provider care-home direct-payment equipment",
        [typeof(ObjectionSettlement)] = "sustained met-in-part withdrawn overruled",
        [typeof(OfferAnswer)] = "accepted declined undecided not-appropriate",
        [typeof(ConsentTo)] = "assessment sharing-information referral care-plan involving-others",
        [typeof(ConsentAnswer)] = "given refused withdrawn",
        [typeof(DecisionInQuestion)] = "where-to-live care-and-support treatment sharing-information money contact",
        [typeof(Capacity)] = "has lacks",
        [typeof(AdvocateKind)] = "independent-mental-capacity-advocate care-act-advocate independent-mental-health-advocate other",
        [typeof(PowerToAct)] = "lasting-power-health-and-welfare lasting-power-property-and-finance enduring-power deputy-health-and-welfare deputy-property-and-finance",
        [typeof(NextOfKinNews)] = "discharge-planned discharge-today left-hospital plan-changed",
        [typeof(CarerRelationship)] = "partner child parent other-relative friend neighbour other",
        [typeof(CarerOffer)] = "respite-funding therapy arts carers-assessment information training emergency-plan",
        [typeof(CarerOutcome)] = "support-started able-and-willing-to-continue cannot-continue stopped-caring information-helpful information-not-helpful",
        [typeof(ContactKind)] = "local-authority case-manager care-home-manager landlord other",
        [typeof(ContactDetail)] = "name phone email",
        [typeof(HubChangeReason)] = "person-moved another-area taken-over entered-wrongly other",
        [typeof(Homelessness)] = "sleeping-rough hostel staying-with-others cannot-return-home at-risk",
        [typeof(PublicFunds)] = "no-recourse suspected recourse",
        [typeof(AdviceOn)] = "local-services voluntary-sector equipment-to-buy benefits arranging-own-care carers-support healthy-living housing",
        [typeof(AdviceGivenAs)] = "advice signposted-within signposted-elsewhere",
        [typeof(FundingAgreement)] = "health-and-social-care health-alone social-care-alone person-or-representative",
        [typeof(Hazard)] = "falls self-neglect medicines nutrition skin-damage wandering fire carer-breakdown isolation moving",
        [typeof(WayToManageRisk)] = "accept-the-risk information assistive-technology equipment carer-shadows welfare-calls care-visits night-care live-in-care "
            + "bedded-recovery care-home stay-in-hospital",
        [typeof(InterimBedKind)] = "nursing residential",
        [typeof(HomeAssessor)] = "home trusted-assessor",
        [typeof(HomeDeclineReason)] = "no-vacancy needs-cannot-be-met closed-to-admissions not-soon-enough funding-not-agreed more-information-needed",
        [typeof(HomeChooser)] = "person attorney-or-deputy best-interests care-transfer-hub",
        [typeof(TopUpPayer)] = "family friend charity person",
        [typeof(HomeReferralEnd)] = "another-home-chosen person-does-not-want-it no-longer-needed",
        [typeof(ReasonHomeNotPossible)] = "care-through-all-24-hours not-safe-between-visits nights-not-covered home-not-suitable carer-cannot-go-on no-home",
        [typeof(DirectMoveReason)] = "risks-unmanageable carer-could-not-go-on care-not-there home-not-safe persons-wish",
        [typeof(LeavingInterimBedFor)] = "home extra-care-housing long-term-residential long-term-nursing another-interim-bed hospital hospice died",
        [typeof(ExtensionReason)] = "assessment-not-complete awaiting-care-at-home awaiting-equipment-or-adaptation awaiting-placement awaiting-funding awaiting-court-or-dispute "
            + "person-not-well-enough",
        [typeof(RecoveryFinding)] = "maximum-independence-reached no-further-gain-expected end-of-life",
        [typeof(RecoveryGround)] = "goals-met scores-no-longer-rise therapists-judgement medical-prognosis person-declines-more",
        [typeof(LongTermOutcome)] = "home-without-package home-with-package extra-care long-term-residential long-term-nursing continuing-healthcare died",
        [typeof(LibertyStanding)] = "requested urgent standard not-needed",
        [typeof(ReferredService)] = "reablement rehabilitation-bed care-home home-care equipment housing occupational-therapy-provider handyperson assistive-technology "
            + "voluntary-sector mental-health-outreach-worker joint-homelessness-team information-and-advice-team home-first-team continuing-healthcare community-nursing "
            + "urgent-community-response approved-mental-health-professional hoarding direct-payments-team carers-service grants social-work palliative-care transport",
        [typeof(ReferralStep)] = "received triaged accepted declined allocated done no-longer-needed",
        [typeof(DeclineReason)] = "no-room criteria-not-met out-of-area more-information-needed another-service-fits-better person-declined",
        [typeof(TaskKind)] = "call chase arrange-keys arrange-meeting complete-paperwork order-equipment tell-family assess-person instruct-advocate other",
        [typeof(TaskEnd)] = "done no-longer-needed",

        // Places
        [typeof(ReservationEnd)] = "no-longer-needed taken-back somebody-else-arrived",
        [typeof(PlaceKind)] = "nursing residential rehabilitation",
        [typeof(BedFeature)] = "twenty-four-hour-care dementia bariatric hoist ground-floor",
        [typeof(Funder)] = "health social-care joint self-funder",
        [typeof(ClosureReason)] = "infection works staffing placements-suspended",
        [typeof(HoldReason)] = "back-in-hospital home-access-visit leave trial-night awaiting-discharge",
        [typeof(ReleaseReason)] = "went-home moved back-in-hospital died no-longer-needed taken-back somebody-else-arrived",

        // Reablement
        [typeof(ReablementSource)] = "community gp-liaison home-first-team discharge",
        [typeof(ReferralAnswer)] = "accepted declined queried",
        [typeof(MissedVisitReason)] = "no-answer person-declined person-in-hospital no-staff delayed",
        [typeof(ReablementConsent)] = "given declined",
        [typeof(AssessmentAnswer)] = "booked advice-given passed-on not-needed",
        [typeof(GoalArea)] = "personal-care mobility meals medication household community",
        [typeof(ReviewOutcome)] = "go-on change plan-the-end",
        [typeof(HomeNeed)] = "equipment minor-adaptation major-adaptation access assistive-technology",
        [typeof(ChargedFor)] = "long-term-care reablement-past-free-days",
        [typeof(WaitingFor)] = "package-of-care care-home-place long-term-assessment financial-assessment equipment-or-adaptation goals-nearly-reached",
        [typeof(ChargePosition)] = "undecided waived charged",
        [typeof(ReablementSequel)] = "long-term-support-in-care-home long-term-support-in-community ongoing-low-level-support further-short-term-support none-universal-or-signposted none-no-needs self-funding declined readmitted died",
        [typeof(Whereabouts)] = "home extra-care-housing adult-placement hospital care-home brief-respite died not-contactable",
        [typeof(ReablementRole)] = "social-worker occupational-therapist physiotherapist independent-living-assessor support-worker",
        [typeof(HandOverReason)] = "another-profession workload persons-wish long-absence worker-had-left another-patch",
        [typeof(ContactBy)] = "visit telephone video",

        // RehabilitationBeds
        [typeof(RehabilitationRoute)] = "step-down step-up",
        [typeof(RehabilitationDeclineReason)] = "no-bed needs-not-met no-gain-expected home-is-possible not-well-enough person-declines",
        [typeof(RehabilitationRole)] = "occupational-therapist physiotherapist speech-and-language-therapist nurse doctor social-worker assistant",
        [typeof(RehabilitationGoalArea)] = "transfers walking stairs personal-care meals speech-and-swallowing medication",
        [typeof(RehabilitationReviewOutcome)] = "go-on change plan-home-access-visit plan-the-end",
        [typeof(VisitCompanion)] = "family-or-friend unpaid-carer care-provider equipment-service advocate",
        [typeof(TestResult)] = "passed needs-adjusting failed",
        [typeof(VisitOutcome)] = "confident-to-discharge return-to-bed contingency-place trial-night would-not-come-back admitted-to-hospital died left-meanwhile",
        [typeof(ConfidenceGround)] = "managed-at-visit equipment-works care-arranged carer-manages person-takes-the-risk",
        [typeof(NoVisitReason)] = "home-is-known nothing-changed tried-before person-declined",
        [typeof(LeavingFor)] = "home own-decision hospital care-home hospice another-place died",
        [typeof(RehabilitationResult)] = "goals-reached goals-partly-reached no-further-gain home-not-manageable person-declined in-hospital died",
    };
}
