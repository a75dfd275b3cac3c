using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class NextStepsTests
{
    private const string Review = "review-criteria-to-reside for Ward";
    private const string Assess = "assess-function for TherapyTeam";
    private const string Pathway = "decide-pathway for CareTransferHub";
    private const string Decide = "decide-discharge for Ward";
    private const string Plan = "open-plan for Ward";
    private const string Expect = "set-expected-date for Ward";
    private const string Involve = "involve-person for CareTransferHub";
    private const string Leave = "record-leaving for Ward";
    private const string Book = "book-home-visit for CareTransferHub";
    private const string BookAtOnce = Book + " by 2026-03-04T14:00:00Z";
    private const string SeeByTomorrowAfternoon = "see-at-home for ReablementTeam by 2026-03-05T14:00:00Z";
    private const string CheckTonight = "check-welfare for CareTransferHub by 2026-03-04T23:59:59.999999Z";
    private const string Close = "close-case for CareTransferHub";

    private static IEnumerable<TestCaseData> States =>
    [
        Row("Just opened", [], Review, Plan, Expect),
        Row("Meeting criteria to reside", [NeedsBedAt(March(3, "09:00"))], Review, Plan, Expect),
        Row("No longer meeting criteria, and not medically stable", [Ready with { MedicallyStable = false }], Review, Plan, Expect),
        Row("Ready", [Ready], Assess, Pathway, Decide, Plan, Expect),
        Row("Assessed", [Ready, Assessed], Pathway, Decide, Plan, Expect),
        Row("On Pathway 1", [Ready, Assessed, OnPathway1], Decide, Book, Plan, Expect, Involve),
        Row("On Pathway 1 with the assessment withdrawn", [Ready, Assessed, OnPathway1, Withdrawn(3, March(4, "11:10"))], Assess, Decide, Book, Plan, Expect, Involve),
        Row("On Pathway 2", [Ready, OnPathway(Domain.DischargeCases.Pathway.Pathway2)], Decide, Plan, Expect, Involve),
        Row("Decided with no visit booked", [Ready, Assessed, OnPathway1, DecidedToDischarge], Leave, Book, Plan, Expect, Involve),
        Row("Decided with a visit booked", [Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked], Leave, Plan, Expect, Involve),
        Row("Decided by override with everything missing", [DecidedToDischarge], Review, Assess, Pathway, Leave, Plan, Expect, Involve),
        Row("Planned, with a date expected", [Planned, DayExpected, Ready, Assessed, OnPathway1], Decide, Book, Involve),
        Row("Decided and meeting criteria again", [Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, NeedsBedAt(March(4, "13:00"))], Review, Plan, Expect, Involve),
        Row("Gone home on Pathway 1", [Ready, Assessed, OnPathway1, DecidedToDischarge, Left], BookAtOnce, CheckTonight, SeeByTomorrowAfternoon),
        Row("Gone home on Pathway 1 with a visit booked", [Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, Left], CheckTonight, SeeByTomorrowAfternoon),
        Row("Gone home unassessed", [Left], BookAtOnce, CheckTonight, SeeByTomorrowAfternoon),
        Row("Checked and not seen", [OnPathway1, Left, FoundWell], BookAtOnce, SeeByTomorrowAfternoon),
        Row("Seen and not checked", [OnPathway1, Left, Seen], CheckTonight),
        Row("Seen and checked", [OnPathway1, Left, FoundWell, Seen], Close),
        Row("Seen late", [OnPathway1, Left, FoundWell, SeenAt(March(9, "10:00"))], Close),
        Row("Gone home with no new needs", [OnPathway(Domain.DischargeCases.Pathway.Pathway0), Left], Close),
        Row("Gone to another hospital", [LeftAt(March(4, "14:00"), Destination.AnotherHospital)], Close),
        Row("Closed", [OnPathway1, Left, FoundWell, Seen, Closed]),
        Row("Opened in error", [OnPathway1, Left, Withdrawn(1, March(4, "15:00"))]),
    ];

    private static DischargePlanOpened Planned => new(March(2, "09:30"), StaffRole.Nurse);

    private static DischargeExpected DayExpected => new(March(2, "11:30"), new LocalDate(2026, 3, 5), StaffRole.Nurse);

    [TestCaseSource(nameof(States))]
    public void What_is_next_follows_from_what_stands_on_record(Fact[] facts, string[] steps)
    {
        var discharge = CaseAfterOpening(facts);
        Assert.That(NextSteps.Of(discharge, discharge.Clocks()).Select(Say), Is.EqualTo(steps));
    }

    [Test]
    public void Every_step_says_in_a_sentence_what_to_do() =>
        Assert.That(
            States.Select(row => CaseAfterOpening((Fact[])row.Arguments[0]!))
                .SelectMany(discharge => NextSteps.Of(discharge, discharge.Clocks()))
                .Select(step => step.Sentence),
            Has.All.EndsWith("."));

    private static string Say(NextStep step) => $"{step.What} for {step.Owner}{(step.Due is { } due ? $" by {due:uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF'Z'}" : string.Empty)}";

    private static TestCaseData Row(string description, Fact[] facts, params string[] steps) => new TestCaseData(facts, steps).SetArgDisplayNames(description);
}
