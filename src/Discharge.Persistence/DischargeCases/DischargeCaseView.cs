using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Handovers;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Handovers;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>A discharge case as it is shown, but for the person's own details, which are joined when it is read.</summary>
public sealed record DischargeCaseView
{
    /// <summary>The case.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its version: the number of its last entry.</summary>
    public required long Version { get; init; }

    /// <summary>How far it has come.</summary>
    public required DischargePhase Phase { get; init; }

    /// <summary>Whose case it is.</summary>
    public required Guid PersonRef { get; init; }

    /// <summary>Other records of the same person.</summary>
    public required IReadOnlyList<Guid> LinkedPersons { get; init; }

    /// <summary>The case of the stay that the person came back from, where this one is a readmission; also where it was found only later that both are of one person.</summary>
    public Guid? ReadmissionOf { get; init; }

    /// <summary>The reablement case they are handed over into, within seconds of its being recorded that they left with a need for it.</summary>
    public Guid? ReablementCase { get; init; }

    /// <summary>Why there was no NHS number when the case was opened, where there was none; one found since is among the person's details.</summary>
    public NhsNumberMissing? NhsNumberMissing { get; init; }

    /// <summary>The hospital site.</summary>
    public required OdsCode Site { get; init; }

    /// <summary>The ward.</summary>
    public required string Ward { get; init; }

    /// <summary>The bed, where known.</summary>
    public string? Bed { get; init; }

    /// <summary>The care transfer hub, as last recorded.</summary>
    public required OdsCode Hub { get; init; }

    /// <summary>The case manager to whom the case was assigned last, as their tokens have them; null where nobody is.</summary>
    public Subject? CaseManager { get; init; }

    /// <summary>The local authority that answers for the person's care.</summary>
    public required ResponsibleAuthority Authority { get; init; }

    /// <summary>Where the person usually lives, as last recorded.</summary>
    public required UsualResidence Residence { get; init; }

    /// <summary>When the case was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When the person was admitted, where known.</summary>
    public Instant? AdmittedAt { get; init; }

    /// <summary>The last review of the criteria to reside.</summary>
    public CriteriaToResideView? CriteriaToReside { get; init; }

    /// <summary>The Discharge Ready Date, while criteria to reside are not met or from when they finally were not.</summary>
    public LocalDate? DischargeReadyDate { get; init; }

    /// <summary>When function was assessed at the hospital.</summary>
    public Instant? AssessedAt { get; init; }

    /// <summary>The pathway decided last.</summary>
    public Pathway? Pathway { get; init; }

    /// <summary>When it was decided to discharge.</summary>
    public Instant? DischargeDecidedAt { get; init; }

    /// <summary>For when a visit to see the person at home is booked.</summary>
    public Instant? HomeVisitBookedFor { get; init; }

    /// <summary>When the person left the hospital.</summary>
    public Instant? LeftAt { get; init; }

    /// <summary>Whether they left on their own decision, against advice.</summary>
    public bool? SelfDischarge { get; init; }

    /// <summary>Where they went.</summary>
    public Destination? Destination { get; init; }

    /// <summary>When they were first seen at home by somebody who assesses.</summary>
    public Instant? SeenAtHomeAt { get; init; }

    /// <summary>When the case was closed.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>How it ended.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>Where they are in hospital, what is expected, and what the ward rounds found.</summary>
    public required StayView Stay { get; init; }

    /// <summary>What keeps them in hospital.</summary>
    public required DelaysView Delays { get; init; }

    /// <summary>What has to be there for the person to leave safely, and how it stands.</summary>
    public required TransferView Transfer { get; init; }

    /// <summary>What became of the person after leaving.</summary>
    public required AfterDischargeView AfterDischarge { get; init; }

    /// <summary>How the person and those who care for them are involved.</summary>
    public required InvolvementView Involvement { get; init; }

    /// <summary>The pathway recommended and decided, and what belongs to it.</summary>
    public required PathwaysView Pathways { get; init; }

    /// <summary>The interim stay, and the assessment of long-term needs; absent where there is nothing of one.</summary>
    public InterimStayView? InterimStay { get; init; }

    /// <summary>Referrals and tasks.</summary>
    public required ReferralsView Referrals { get; init; }

    /// <summary>The referral to care homes; absent where there is nothing of one.</summary>
    public HomeReferralsView? HomeReferrals { get; init; }

    /// <summary>Its clocks.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>Each rule that something standing on record departs from, and what would be unsafe about leaving now or has not come that should have.</summary>
    public required IReadOnlyList<Departure> Warnings { get; init; }

    /// <summary>What is next, and whose it is.</summary>
    public required IReadOnlyList<NextStep> Next { get; init; }

    /// <summary>When something was last recorded.</summary>
    public required Instant LastChangedAt { get; init; }

    /// <summary>The dates its lengths are counted from, each time it is read.</summary>
    internal HospitalStay Dates { get; init; } = new(AdmittedOn: null, ReadyOn: null, GoneOn: null);

    /// <summary>The clocks still to be met, breached ones too, what is due first on top.</summary>
    internal IReadOnlyList<ClockView> OpenClocks => [.. Clocks.Where(clock => clock.IsOpen).OrderBy(clock => clock.DueAt)];

    /// <summary>The open clock that is due first, or null.</summary>
    internal ClockView? DueFirst => OpenClocks is [var first, ..] ? first : null;

    /// <summary>When something is due first, be it a clock or another next step; null where nothing has a moment.</summary>
    internal Instant? FallsDue => Next.Select(step => step.Due).Append(DueFirst?.DueAt).Min();

    /// <summary>Whether a safeguarding concern stands on record. Only the board shows it, and only as this flag.</summary>
    internal bool SafeguardingConcern { get; init; }

    /// <summary>Whether the person is in hospital again, also where that did not end the case.</summary>
    internal bool IsInHospitalAgain { get; init; }

    /// <summary>Whether a senior decided to discharge the person against a rule.</summary>
    internal bool IsDecidedAgainstRule { get; init; }

    /// <summary>The view of a case as it stands.</summary>
    /// <param name="state">What its facts come to.</param>
    /// <param name="opening">The opening, also where it was withdrawn since.</param>
    /// <param name="now">Its history and clocks.</param>
    public static DischargeCaseView Of(DischargeCase state, CaseOpened opening, CaseNow now) => Of(state, opening, HospitalPlace.Of(opening, state.Facts), now);

    private static DischargeCaseView Of(DischargeCase state, CaseOpened opening, HospitalPlace place, CaseNow now) => new()
    {
        Id = now.Id,
        Version = now.History.Version,
        Phase = state.Phase,
        PersonRef = opening.Person.Id,
        LinkedPersons = [.. PersonLinks.Of(state).Select(other => other.Id).Order()],
        ReadmissionOf = opening.ReadmissionOf,
        ReablementCase = IntoReablement.Of(state) is null ? null : HandOvers.CaseOf(state.Id),
        IsInHospitalAgain = state.IsInHospitalAgain,
        IsDecidedAgainstRule = state.Facts.All<DischargeDecided>().Any(decided => decided is { Override: not null, Departures.Count: > 0 }),
        NhsNumberMissing = opening.NhsNumberMissing,
        Site = place.Site,
        Ward = place.Ward,
        Bed = place.Bed,
        Hub = state.Hub ?? opening.Hub,
        CaseManager = state.CaseManager,
        Authority = state.Authority ?? opening.Authority,
        Residence = state.Residence ?? opening.Residence,
        OpenedAt = opening.OccurredAt,
        AdmittedAt = state.AdmittedAt ?? opening.AdmittedAt,
        CriteriaToReside = state.LastReview is { } review ? new(review.Met, review.MedicallyStable, review.OccurredAt, state.MeetsCriteriaSince, state.ReadySince, review.By, review.NextReview) : null,
        DischargeReadyDate = HospitalStay.Of(state).ReadyOn,
        AssessedAt = state.FunctionalAssessment?.OccurredAt,
        Pathway = state.PathwayDecision?.Pathway,
        DischargeDecidedAt = state.DischargeDecision?.OccurredAt,
        HomeVisitBookedFor = state.Facts.Last<HomeVisitBooked>()?.VisitAt,
        LeftAt = state.Left?.OccurredAt,
        Destination = state.Left?.To,
        SelfDischarge = state.Left?.SelfDischarge,
        SeenAtHomeAt = state.SeenAtHome?.OccurredAt,
        ClosedAt = state.Closing?.OccurredAt,
        Outcome = state.Closing?.Outcome,
        Stay = StayView.Of(state, place),
        Delays = DelaysView.Of(state),
        Dates = HospitalStay.Of(state),
        Transfer = TransferView.Of(state, now.At),
        AfterDischarge = AfterDischargeView.Of(state),
        Involvement = InvolvementView.Of(state),
        Pathways = PathwaysView.Of(state),
        InterimStay = InterimStayView.Of(state, now),
        Referrals = ReferralsView.Of(state),
        HomeReferrals = HomeReferralsView.Of(state),
        SafeguardingConcern = state.Facts.Any<SafeguardingConcernRaised>(),
        Clocks = [.. now.Clocks.Select(clock => ClockView.Of(clock, now.History, now.At))],
        Warnings =
        [
            .. DischargeCaseDepartures.StandingIn(state),
            .. Contradictions.In(state, now.Clocks),
            .. Unbefriended.WarningsInHospital(state, now.At),
            .. TransferWarnings.At(state, now.At),
            .. InvolvementDuty.Of(state).Warnings(),
            .. CarersLost.Warnings(state),
            .. InterimStayWarnings.At(state, now.Clocks, now.At),
            .. HomeReferralWarnings.Of(state),
        ],
        Next = now.Next,
        LastChangedAt = now.History.Entries[^1].RecordedAt,
    };
}

/// <summary>The last review of the criteria to reside as it is shown.</summary>
/// <param name="Met">The criteria met; none when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether the person is medically stable.</param>
/// <param name="ReviewedAt">When it was reviewed.</param>
/// <param name="MetSince">Since when criteria have been met; null while none is.</param>
/// <param name="NotMetSince">Since when criteria have not been met; null while they are.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="NextReview">When the next review is due, where it was said.</param>
public sealed record CriteriaToResideView(
    IReadOnlyList<CriterionToReside> Met, bool MedicallyStable, Instant ReviewedAt, Instant? MetSince, Instant? NotMetSince, StaffRole By, Instant? NextReview);
