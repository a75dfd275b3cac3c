using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A named professional judges that the risks at home can be managed, after a visit, as once the equipment has come, or with the reason none was needed (A5).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Judgement">Who, and on what ground.</param>
/// <param name="Visit">The entry that started the visit after which it is judged, where there was one.</param>
/// <param name="NoVisitBecause">Why no visit was needed, where there was none.</param>
public sealed record JudgeRisksManageable(Instant OccurredAt, RiskJudgement Judgement, long? Visit = null, NoVisitReason? NoVisitBecause = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>Not a profession that answers for it.</summary>
    public static readonly Refusal NotAProfessional = new(
        "rehabilitation.not-a-professional", "An assistant does not answer for whether the risks at home can be managed.", "The judgement of a therapist, nurse, doctor or social worker.");

    /// <summary>Neither a visit nor a reason, or both.</summary>
    public static readonly Refusal VisitOrReason = new(
        "rehabilitation.visit-or-reason", "It is judged after a visit, or with the reason none was needed.", "The number of the visit, or the reason; one of the two.");

    /// <summary>The visit has no outcome yet.</summary>
    public static readonly Refusal VisitNotOver = new(
        "rehabilitation.visit-not-over", "That home access visit had no outcome by then.", "Its outcome, of which confidence can be one; or a moment after it.");

    /// <summary>The visit was of an earlier stay.</summary>
    public static readonly Refusal VisitOfEarlierStay = new(
        "rehabilitation.visit-of-earlier-stay", "That home access visit was of an earlier stay in a rehabilitation bed.", "A visit of this stay; or the reason none was needed, such as that home was tried before.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RisksJudgedManageable(OccurredAt, Judgement.By, Judgement.Role, Judgement.Ground, Visit, NoVisitBecause, Judgement.Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => (Visit, NoVisitBecause) switch
    {
        _ when !Judgement.Role.IsProfessional() => NotAProfessional,
        (null, null) or (not null, not null) => VisitOrReason,
        ({ } visit, _) when HomeAccessVisit.Find(rehabilitation, visit) is null => HomeAccessVisit.NoSuchVisit,
        ({ } visit, _) when HomeAccessVisit.Find(rehabilitation.At(OccurredAt), visit) is not { IsOpen: false } => VisitNotOver,
        _ when !rehabilitation.At(OccurredAt).HasRehabilitationBed => DecideDischargeHome.NotInBed,
        ({ } visit, _) when Whereabouts.OfLastStay(rehabilitation.At(OccurredAt)).All(entry => entry.Version != visit) => VisitOfEarlierStay,
        _ => Fact,
    };
}
