using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Reablement;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.Records;

/// <summary>
/// Whose the words are that facts are told with. Those about somebody else than the person are never shown in an answer to the person's request for access (UK GDPR Art. 15(4); Data Protection Act 2018, Schedule 2,
/// paragraph 16); all others are, unless they are withheld one by one. Names of health and social care staff who took part are the person's to have (paragraph 17). Every fact with a note is in one of the two lists.
/// </summary>
public static class WordsOfOthers
{
    /// <summary>The facts with words about somebody else, each with the reason.</summary>
    public static Listed<AboutOthers> Withheld { get; } =
    [
        Of<CarerNamed>("They say who the carer is, and how to reach them."),
        Of<CarerOfferMade>("They say what a carer was offered in their own right, and what they answered."),
        Of<CarerOutcomeRecorded>("They say how a carer fares."),
        Of<ContactNamed>("They are the name and number of a relative, a neighbour or a professional."),
        Of<AdvocateInstructed>("They say who the advocate is."),
        Of<AttorneyRecorded>("They say who the attorney or deputy is."),
        Of<NextOfKinTold>("They say who was told, and how they took it."),
        Of<SafeguardingConcernRaised>("They may say who is suspected of harm, and who told of it."),
        Of<DomesticAbuseDisclosed>("They may say who it is that abuses, and who told of it."),
        Of<TopUpAgreed>("They say who pays, and may say what they can afford."),
        Of<ContingencyPlaceAgreed>("They say who the manager of the care home is.", nameof(ContingencyPlaceAgreed.Manager)),
        Of<CareHomePlaceAgreed>("They say who the manager of the care home is.", nameof(CareHomePlaceAgreed.Manager)),
        Of<PartyInvolved>("They are what a carer said.", when: (fact, _) => fact.Who is not Party.Person),
        Of<ObjectionRaised>("They are what a carer said.", when: (fact, _) => fact.Who is not Party.Person),
        Of<ObjectionSettled>("They are what came of what a carer said.", when: (fact, all) => FactOf(all, fact.Objection) is not ObjectionRaised { Who: Party.Person }),
        Of<InformationGiven>("They are what a carer was told and said.", when: (fact, _) => fact.To is not Party.Person),
        Of<ChoiceOffered>("They are what a carer answered.", when: (fact, _) => fact.To is not Party.Person),
        Of<HomeChosen>("They are what an attorney or deputy said.", when: (fact, _) => fact.ChosenBy is HomeChooser.AttorneyOrDeputy),
        Of<EntryWithdrawn>("They are of an entry whose words are about somebody else.", when: (fact, all) => all.Entries.FirstOrDefault(entry => entry.Version == fact.Entry) is { } withdrawn && AreAboutOthers(withdrawn, all)),
    ];

    /// <summary>The facts whose words are about the person themselves, and what was found, decided and done for them.</summary>
    public static Listed<Type> Shown { get; } =
    [
        // Of a stay in hospital.
        typeof(CriteriaToResideReviewed), typeof(FunctionalAssessmentMade), typeof(PersonMoved), typeof(DischargeExpected), typeof(WardRoundAttended), typeof(DelayStarted), typeof(DelayEnded),
        // Of the person and their circumstances.
        typeof(ConsentAnswered), typeof(CapacityAssessed), typeof(BestInterestsDecided), typeof(CommunicationNeedsRecorded), typeof(HomelessnessRecorded), typeof(PublicFundsRecorded), typeof(GpPracticeRecorded),
        typeof(MentalHealthActStatusRecorded), typeof(AuthorityChanged), typeof(ResidenceChanged), typeof(CaseAssigned), typeof(HubChanged), typeof(PersonLinked), typeof(PersonUnlinked),
        // Of the way home.
        typeof(PathwayRecommended), typeof(PathwayDecided), typeof(DischargeDecided), typeof(AdviceGiven), typeof(FundingSplitAgreed), typeof(RiskDecided), typeof(ReferralSent), typeof(ReferralStepTaken), typeof(TaskSet),
        typeof(TaskEnded), typeof(TransferItemReported), typeof(FirstCareCallPlanned), typeof(FirstCareCallMade), typeof(FirstCareCallMissed), typeof(DischargedFromHospital), typeof(ArrivedAtDestination),
        typeof(WelfareCheckCompleted), typeof(HomeVisitMade), typeof(HomeVisitFailed), typeof(DischargeFailed), typeof(Readmitted), typeof(PersonDied), typeof(CommunityAssessmentMade), typeof(PackageOfCareStarted),
        typeof(OutcomeRecorded), typeof(CaseClosed),
        // Of interim stays and care homes.
        typeof(HomeFoundNotPossible), typeof(InterimStayDecided), typeof(InterimBedOccupied), typeof(InterimBedHeld), typeof(InterimBedVacated), typeof(InterimStayExtended), typeof(LibertyRecorded),
        typeof(LongTermAssessmentBegun), typeof(RecoveryJudged), typeof(LongTermAssessmentCompleted), typeof(ChecklistReceived), typeof(ContinuingHealthcareDecided), typeof(HomeReferralSent), typeof(AssessedForHome),
        typeof(AcceptedByHome), typeof(DeclinedByHome), typeof(SelfFunderMarked), typeof(HomeReferralTakenBack),
        // Of reablement.
        typeof(ReferralAnswered), typeof(WorkerHandedOver), typeof(ContactMade), typeof(VisitMissed), typeof(CrisisResponseRequested), typeof(CrisisContactMade), typeof(ReablementConsentAnswered), typeof(AssessmentRequested),
        typeof(FunctionAssessed), typeof(GoalSet), typeof(ReablementReviewed), typeof(HomeNeedNoted), typeof(LimitDecided), typeof(ReablementEnded),
        // Of rehabilitation beds.
        typeof(RehabilitationAccepted), typeof(RehabilitationDeclined), typeof(AdmittedToRehabilitationBed), typeof(ReturnedToRehabilitationBed), typeof(RehabilitationBedLeft), typeof(HomeAccessVisitStarted),
        typeof(EquipmentTested), typeof(VisitRiskDecided), typeof(HomeAccessVisitConcluded), typeof(RisksJudgedManageable), typeof(DischargeHomeDecided), typeof(MovedIntoCareHome), typeof(RehabilitationGoalSet),
        typeof(TherapySessionHeld), typeof(RehabilitationReviewed), typeof(RehabilitationEnded),
        // Of any case.
        typeof(ClockPaused), typeof(GlassBroken),
    ];

    /// <summary>Whether the words of a note are about somebody else.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="all">All of its case.</param>
    /// <param name="note">The field of the fact that has the note.</param>
    public static bool Include(Entry entry, History all, string note) =>
        Withheld.Any(kind => kind.Applies(entry.Fact, all) && (kind.Notes is [] || kind.Notes.Contains(note, StringComparer.OrdinalIgnoreCase)));

    private static bool AreAboutOthers(Entry entry, History all) => Withheld.Any(kind => kind.Applies(entry.Fact, all));

    private static Fact? FactOf(History all, long version) => all.Entries.FirstOrDefault(entry => entry.Version == version)?.Fact;

    private static AboutOthers Of<T>(string reason, string? note = null, Func<T, History, bool>? when = null)
        where T : Fact => new(typeof(T), reason, note is null ? [] : [note], (fact, all) => fact is T one && (when is null || when(one, all)));
}

/// <summary>A kind of fact whose words are about somebody else than the person.</summary>
/// <param name="Fact">The kind of fact.</param>
/// <param name="Reason">Whom they are about, in words.</param>
/// <param name="Notes">The fields of it whose words are; none where all of them are.</param>
/// <param name="Applies">Whether the words of a fact of it are.</param>
public sealed record AboutOthers(Type Fact, string Reason, Listed<string> Notes, Func<Fact, History, bool> Applies);
