using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// A home access visit ends with an outcome. To be confident is a judgement that a named professional answers for and gives the ground of, and it discharges nobody. Who moves straight into the care home agreed for them is
/// recorded as moved, which concludes the visit.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Visit">The entry that started it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Judgement">Who is confident, and on what ground; of that outcome alone.</param>
/// <param name="StaysAtHome">Whether the person stays at home with the bed held; of who is confident to be discharged.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ConcludeHomeAccessVisit(
    Instant OccurredAt, long Visit, VisitOutcome Outcome, RiskJudgement? Judgement = null, bool StaysAtHome = false, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <summary>It has an outcome.</summary>
    public static readonly Refusal ConcludedAlready = new(
        "rehabilitation.visit-concluded-already", "This home access visit has an outcome already.", "Withdraw the outcome on record as entered in error, then record this one.");

    /// <summary>It would end before it began.</summary>
    public static readonly Refusal BeforeItBegan = new("rehabilitation.visit-ends-before-it-began", "The outcome is dated before the visit had begun.", "A moment after the start of the visit.");

    /// <summary>They were somewhere else by then.</summary>
    public static readonly Refusal OverBefore = new(
        "rehabilitation.visit-over-before", "By what is on record the person was somewhere else by then, so that this home access visit was over before.", "A moment before the entry that is named.");

    /// <summary>Nobody says who is confident.</summary>
    public static readonly Refusal NobodyConfident = new(
        "rehabilitation.nobody-confident", "Confidence is a judgement that somebody answers for, and nobody is named with the ground for it.", "Who is confident that the risks can be managed, their profession and the ground.");

    /// <summary>Nothing says which place they moved into.</summary>
    public static readonly Refusal MoveConcludesIt = new(
        "rehabilitation.move-concludes-visit", "Nothing says by which agreement and into which place the person moved.", "The move into the place agreed, which concludes the visit.");

    /// <summary>Nothing says what they left for.</summary>
    public static readonly Refusal LeavingConcludesIt = new("rehabilitation.leaving-concludes-visit", "Nothing says what the person left for.", "The leaving or the move, which concludes the visit.");

    /// <summary>Confident although nothing was tried.</summary>
    public static readonly Departure ConfidentUntested = new(
        "rehabilitation.confident-untested", "The team is confident after a visit at which no equipment is on record as tested or no risk as assessed: record what was, or say why none was.", Owner.RehabilitationTeam);

    /// <summary>Confident although something failed.</summary>
    public static readonly Departure ConfidentAfterFailure = new(
        "rehabilitation.confident-after-failed-test", "The team is confident although equipment failed when it was last tested with the person: say how they manage without it, or test it again.", Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new HomeAccessVisitConcluded(OccurredAt, Visit, Outcome, StaysAtHome, Note: Note);

    /// <inheritdoc/>
    private protected override RehabilitationEvent Said(RehabilitationEvent there) => there is HomeAccessVisitConcluded concluded ? concluded with { Bed = null } : there;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => Against(rehabilitation, Visit, OccurredAt) switch
    {
        { } refusal => refusal,
        _ when Outcome is VisitOutcome.ContingencyPlace => MoveConcludesIt,
        _ when Outcome is VisitOutcome.LeftMeanwhile => LeavingConcludesIt,
        _ when Outcome is VisitOutcome.ConfidentToDischarge && Judgement is null => NobodyConfident,
        _ when Outcome is VisitOutcome.ConfidentToDischarge && Judgement is { Role: var role } && !role.IsProfessional() => JudgeRisksManageable.NotAProfessional,
        _ => Concluding(rehabilitation, HomeAccessVisit.Find(rehabilitation, Visit)!),
    };

    /// <summary>Why a visit cannot be concluded at a moment; null where it can. A leaving that is on record for later says nothing against how the visit ended before it.</summary>
    internal static Refusal? Against(RehabilitationCase rehabilitation, long visit, Instant at) => (HomeAccessVisit.Find(rehabilitation, visit), HomeAccessVisit.Find(rehabilitation.At(at), visit)) switch
    {
        (null, _) => HomeAccessVisit.NoSuchVisit,
        ({ End: { Fact: HomeAccessVisitConcluded } end }, _) => ConcludedAlready.Naming(end.Version),
        (_, null) => BeforeItBegan,
        ({ Started.OccurredAt: var began }, _) when at == began => BeforeItBegan,
        (_, { End: { } end }) => ConcludedAlready.Naming(end.Version),
        (_, { Since: { } since }) => OverBefore.Naming(since.Version),
        _ => null,
    };

    private Decision<RehabilitationEvent> Concluding(RehabilitationCase rehabilitation, HomeAccessVisit visit)
    {
        var (then, isConfident) = (rehabilitation.At(OccurredAt), Outcome is VisitOutcome.ConfidentToDischarge);
        var concluded = With(
            Happened(rehabilitation, new HomeAccessVisitConcluded(OccurredAt, Visit, Outcome, StaysAtHome && isConfident, visit.Started.Bed, Note))
                .Departing(ConfidentUntested, unless: !isConfident || (visit.TestsIn(then).Any() && visit.RisksIn(then).Any()))
                .Departing(ConfidentAfterFailure, unless: !isConfident || !Failing(then).Any()),
            isConfident ? [Judgement!.After(Visit, OccurredAt)] : []);
        return Outcome is VisitOutcome.Died ? PlacesKept.GivenUp(concluded, rehabilitation, OccurredAt, but: visit.Started.Bed) : concluded;
    }

    // What failed may have passed at a later visit.
    private static IEnumerable<EquipmentKind> Failing(RehabilitationCase then) =>
        then.Facts.All<EquipmentTested>().GroupBy(tested => tested.Item).Where(tests => tests.Last().Result is TestResult.Failed).Select(tests => tests.Key);
}
