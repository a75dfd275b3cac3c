using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

/// <summary>
/// A major adaptation, T16: the timeline that somebody outside may hold up. The clock engine knows no type of case, so facts of another stand in:
/// leaving hospital for the recommendation, a visit at home for the works being complete.
/// </summary>
internal static class Adaptation
{
    public const string MajorAdaptation = "T16";

    public static readonly Instant Recommended = At("2026-03-02T10:00Z");

    public static readonly History Begun = HistoryOf(LeftAt(Recommended));

    public static Clock Clock(this History history, RuleBook? book = null) => history.Clocks(book ?? RuleBook.Standard).Single();

    public static IReadOnlyList<Clock> Clocks(this History history, RuleBook book, string rule = MajorAdaptation) => [.. BindingOf(rule).ClocksOf(history, ClockTerms.Of(book, history))];

    /// <summary>What happens to the clock of a rule in which leaving stands for its start and a visit for its stop.</summary>
    public static ClockBinding<History> BindingOf(string rule) => new(
        rule,
        new("adapt-home", "Complete the works.", Owner.NamedOrganisation),
        Starts: history => history.Standing.Where(entry => entry.Fact is DischargedFromHospital),
        Stops: (history, _) => history.Standing.Where(entry => entry.Fact is HomeVisitMade).OrderBy(entry => entry.Fact.OccurredAt),
        IsVoid: _ => false)
    {
        Conditions = new Dictionary<Condition, Func<History, Due, Instant, bool>> { [Condition.NotBooked] = (_, _, _) => true },
        Endings = (history, _) => history.Standing.Where(entry => entry.Fact is PersonDied).Select(entry => new Ending(Voiding.PersonDied, entry.Fact.OccurredAt)),
    };

    public static ClockPaused HeldUp(string from, long startedBy = 1, string rule = MajorAdaptation, PauseGround ground = PauseGround.LandlordPermission) =>
        new(At(from), rule, startedBy, ground, HoldingUp.Landlord, At("2026-03-02T12:00Z"), At("2026-03-02T12:00Z"), Note, Note);

    public static ClockResumed Running(string from, long pause) => new(At(from), pause);

    public static PauseClock Pausing(string from, PauseGround ground = PauseGround.LandlordPermission, string rule = MajorAdaptation, string requested = "2026-03-02T12:00Z", string chased = "2026-03-02T12:00Z") =>
        new(At(from), rule, ground, HoldingUp.Landlord, At(requested), At(chased), Note, Note);

    public static HomeVisitMade Completed(string at) => SeenAt(At(at));
}
