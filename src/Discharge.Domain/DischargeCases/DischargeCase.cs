using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>One person's stay in one hospital, from admission to the long-term outcome: its standing facts in order of occurrence, and what they come to.</summary>
/// <param name="Id">The case's id, which is its stream's.</param>
/// <param name="Facts">What stands on record.</param>
public sealed record DischargeCase(Guid Id, Facts<DischargeCaseEvent> Facts)
{
    /// <summary>A fact was dated before the case was opened and before the admission.</summary>
    public static readonly Departure BeforeAdmission = new("discharge.before-admission", "This happened before the person was admitted or first heard of.", Owner.Ward);

    /// <summary>A fact was dated after the case was closed.</summary>
    public static readonly Departure AfterClosing = new("discharge.after-closing", "This happened after the case was closed; it may need to be followed up.", Owner.CareTransferHub);

    /// <summary>A fact was recorded in a case whose opening had been withdrawn.</summary>
    public static readonly Departure InCaseOpenedInError = new(
        "discharge.recorded-in-case-opened-in-error",
        "This was recorded in a case that was opened in error: record it in the case of the person it happened to, and withdraw it here.",
        Owner.CareTransferHub);

    /// <summary>The opening, or null where it was withdrawn: the case was opened in error.</summary>
    public CaseOpened? Opening => Facts.First<CaseOpened>();

    /// <summary>When the person was admitted, where known: as recorded, or else as the opening gave it.</summary>
    public Instant? AdmittedAt => Facts.First<PersonAdmitted>()?.OccurredAt ?? Opening?.AdmittedAt;

    /// <summary>The case manager: whom the case was assigned to last; null where nobody.</summary>
    public Subject? CaseManager => Facts.Last<CaseAssigned>()?.CaseManager;

    /// <summary>The care transfer hub that answers for the case, as last recorded.</summary>
    public OdsCode? Hub => Facts.Last<HubChanged>()?.Hub ?? Opening?.Hub;

    /// <summary>The local authority that answers for the person's care, as last recorded.</summary>
    public ResponsibleAuthority? Authority => Facts.Last<AuthorityChanged>()?.Authority ?? Opening?.Authority;

    /// <summary>Where the person usually lives, as last recorded.</summary>
    public UsualResidence? Residence => Facts.Last<ResidenceChanged>()?.Residence ?? Opening?.Residence;

    /// <summary>
    /// Whether the person has no home to go to, or is about to lose it: homelessness is on record and no home was found since, or they have no fixed abode (A19).
    /// </summary>
    public bool HasNoHome => Residence is UsualResidence.NoFixedAbode
        || Facts.Last<HomelessnessRecorded>() is { } homeless
        && !(Facts.Last<ResidenceChanged>() is { Residence: UsualResidence.OwnHome or UsualResidence.ExtraCareHousing or UsualResidence.CareHome } housed && housed.OccurredAt >= homeless.OccurredAt);

    /// <summary>The last review of the criteria to reside.</summary>
    public CriteriaToResideReviewed? LastReview => Facts.Last<CriteriaToResideReviewed>();

    /// <summary>Whether the last review found the person no longer meeting criteria to reside.</summary>
    public bool NoLongerMeetsCriteriaToReside => LastReview is { Met.Count: 0 };

    /// <summary>The last functional assessment made at the hospital.</summary>
    public FunctionalAssessmentMade? FunctionalAssessment => Facts.Last<FunctionalAssessmentMade>();

    /// <summary>The pathway as last decided.</summary>
    public PathwayDecided? PathwayDecision => Facts.Last<PathwayDecided>();

    /// <summary>The decision to discharge that holds; null where criteria to reside were met again after it.</summary>
    public DischargeDecided? DischargeDecision => ReadyPeriod.DecisionAsOf(this, Instant.MaxValue)?.Fact as DischargeDecided;

    /// <summary>The departure from the hospital.</summary>
    public DischargedFromHospital? Left => Facts.First<DischargedFromHospital>();

    /// <summary>
    /// When the person was gone from the hospital: when they left, or where no leaving is on record when they died, were back or the case was closed, whichever came first.
    /// Nothing of the stay goes on after it.
    /// </summary>
    public Instant? GoneAt => Left?.OccurredAt
        ?? Facts.All<DischargeCaseEvent>().FirstOrDefault(fact => fact is PersonDied or Readmitted or DischargeFailed or CaseClosed)?.OccurredAt;

    /// <summary>When the person last went where they may have to be seen: out of the hospital, or since then home from an interim bed.</summary>
    public Instant? OutSince => InterimStay.HomeFromIn(this)?.Fact.OccurredAt ?? Left?.OccurredAt;

    /// <summary>The first time after going out that somebody who assesses saw the person.</summary>
    public HomeVisitMade? SeenAtHome => OutSince is { } since ? SeenSince(since) : null;

    /// <summary>The assessments made in the community after leaving, in order. For somebody who left unassessed they stand in for the one at the hospital.</summary>
    public IEnumerable<CommunityAssessmentMade> AssessmentsInCommunity =>
        Left is { } left ? Facts.All<CommunityAssessmentMade>().Where(assessment => assessment.OccurredAt >= left.OccurredAt) : [];

    /// <summary>The first welfare check after going out.</summary>
    public WelfareCheckCompleted? WelfareCheck => OutSince is { } since ? Facts.All<WelfareCheckCompleted>().FirstOrDefault(check => check.OccurredAt >= since) : null;

    /// <summary>The person's death.</summary>
    public PersonDied? Death => Facts.First<PersonDied>();

    /// <summary>Whether the person was readmitted, or came back before being seen.</summary>
    public bool WasReadmitted => Facts.Any<Readmitted>() || Facts.Any<DischargeFailed>();

    /// <summary>Whether they are in hospital again: back, and not since then in an interim bed.</summary>
    public bool IsInHospitalAgain => WasReadmitted && !InterimReturn.IsOver(this);

    /// <summary>Whether the return to hospital ended the case, as it does but where an interim bed is held for the person through it.</summary>
    public bool IsBackInHospital => IsInHospitalAgain && !InterimReturn.IsHeld(this);

    /// <summary>Whether the last outcome on record says that the person is no longer where they could be seen at home.</summary>
    public bool IsAwayFromHome => Facts.Last<OutcomeRecorded>()?.Outcome.IsAwayFromHome() is true;

    /// <summary>The closing of the case.</summary>
    public CaseClosed? Closing => Facts.First<CaseClosed>();

    /// <summary>How far the case has come.</summary>
    public DischargePhase Phase => this switch
    {
        { Opening: null } => DischargePhase.OpenedInError,
        { Closing: not null } => DischargePhase.Closed,
        { Death: not null } => DischargePhase.Died,
        { IsBackInHospital: true } => DischargePhase.Readmitted,
        _ when InterimStay.Current(this) is not null => DischargePhase.InInterimBed,
        { SeenAtHome: not null } => DischargePhase.SeenAtHome,
        { Left: not null } => DischargePhase.LeftHospital,
        { DischargeDecision: not null } => DischargePhase.DischargeDecided,
        { NoLongerMeetsCriteriaToReside: true } => DischargePhase.Ready,
        _ => DischargePhase.InHospital,
    };

    /// <summary>
    /// When the period of not meeting criteria to reside began that is current, or final once the person is gone; null while criteria are met.
    /// The Discharge Ready Date is its local date (NHS England, Discharge Ready Date guidance).
    /// </summary>
    public Instant? ReadySince => ReadyPeriod.Of(this) is [.., { MetAgain: false } last] ? last.From : null;

    /// <summary>When the person was first found to meet criteria to reside, of the time they meet them now; null while they do not, or nobody has reviewed them.</summary>
    public Instant? MeetsCriteriaSince => this is not { LastReview.Met.Count: > 0, ReadySince: null }
        ? null
        : ReadyPeriod.Of(this) is [.., var last] ? last.Until : Facts.First<CriteriaToResideReviewed>()?.OccurredAt;

    /// <summary>Whether the person is somewhere they have to be seen within 24 hours: on Pathway 1, gone with no pathway decided, or gone home on one that says a bed was found.</summary>
    public bool MustBeSeenAtHome => InterimStay.HomeFromIn(this) is not null || MustBeSeenAfterHospital;

    /// <summary>The same of where they went from the hospital.</summary>
    internal bool MustBeSeenAfterHospital => Left is { } left && At(left.OccurredAt).MustBeSeenOnceAt(left.To);

    /// <summary>Whether somebody who leaves the case as it stands now, for there, has to be seen there within 24 hours.</summary>
    internal bool MustBeSeenOnceAt(Destination there) => there is not Destination.AnotherHospital && PathwayDecision?.Pathway switch
    {
        Pathway.Pathway1 => true,
        Pathway.Pathway0 => false,
        // Nobody has established what they need, so wherever they went somebody has to see them; a hospice does.
        null => there is not Destination.Hospice,
        _ => there is Destination.OwnHome or Destination.FamilyOrFriends or Destination.ExtraCareHousing or Destination.TemporaryAccommodation
            or Destination.NoFixedAbode or Destination.NotKnown,
    };

    /// <summary>The first time from a moment on that somebody who assesses saw the person.</summary>
    internal HomeVisitMade? SeenSince(Instant since) => Facts.All<HomeVisitMade>().FirstOrDefault(visit => visit.By.Assesses() && visit.OccurredAt >= since);

    /// <summary>The case as the facts that had occurred by a moment make it.</summary>
    public DischargeCase At(Instant moment) => this with { Facts = Facts.AsOf(moment) };

    /// <summary>To record what happened, whatever rule it breaks.</summary>
    public Recording<DischargeCaseEvent> Record(DischargeCaseEvent fact) => RecordHoweverEarly(fact)
        .Departing(BeforeAdmission, unless: Opening is not { } opening || fact.OccurredAt >= Instant.Min(AdmittedAt ?? opening.OccurredAt, opening.OccurredAt));

    /// <summary>To record what can be part of the case however early it is dated.</summary>
    public Recording<DischargeCaseEvent> RecordHoweverEarly(DischargeCaseEvent fact) => new Recording<DischargeCaseEvent>(fact)
        .Departing(InCaseOpenedInError, unless: Opening is not null)
        .Departing(AfterClosing, unless: Closing is not { } closing || fact.OccurredAt <= closing.OccurredAt);

    /// <summary>The version of the first entry of a kind that stands.</summary>
    public long VersionOf<T>()
        where T : DischargeCaseEvent => Facts.EntriesOf<T>().First().Version;
}

/// <summary>How far a discharge case has come.</summary>
public enum DischargePhase
{
    /// <summary>In hospital and meeting criteria to reside, or not reviewed yet.</summary>
    InHospital,

    /// <summary>In hospital and no longer meeting criteria to reside.</summary>
    Ready,

    /// <summary>In hospital, and it is decided to discharge.</summary>
    DischargeDecided,

    /// <summary>Left the hospital and not seen yet.</summary>
    LeftHospital,

    /// <summary>Seen at home.</summary>
    SeenAtHome,

    /// <summary>In an interim bed, or in hospital with one held for them.</summary>
    InInterimBed,

    /// <summary>Back in hospital: readmitted, or come back before being seen. The case is still to be closed.</summary>
    Readmitted,

    /// <summary>The person died. The case is still to be closed.</summary>
    Died,

    /// <summary>Closed with an outcome.</summary>
    Closed,

    /// <summary>The opening was withdrawn as entered in error.</summary>
    OpenedInError,
}
