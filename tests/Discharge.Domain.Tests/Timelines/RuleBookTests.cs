using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class RuleBookTests
{
    private static readonly RuleBook Book = RuleBook.Standard;

    private static IEnumerable<TestCaseData> WhatTheAssessmentSays =>
    [
        new("T01", Elapsed.Hours(24)),
        new("T02", Elapsed.Hours(48)),
        new("T03", new SameDay()),
        new("T04", new SameDay()),
        new("T05", new LocalDays(42)),
        new("T06", Elapsed.Hours(48)),
        new("T07", new LocalDays(28)),
        new("T08", new LocalDays(42)),
        new("T09", new OpenEnded()),
        new("T10", new SameDay()),
        new("T11", new AsAtDay(91, 105)),
        new("T13", new LocalDays(28)),
        new("T14", new LocalDays(14)),
        new("T15", Elapsed.Hours(24)),
        new("T16", new LocalDays(42)),
        new("T19", new LocalDays(1)),
    ];

    private static IEnumerable<TestCaseData> WhatElseIsWrittenDown =>
    [
        new("T12", FreeDays.Weeks(6)),
        new("T17", new LocalMonths(6)),
        new("T18", new LocalMonths(12)),
        new("T20", Statutory.Hours(24)),
        new("T21", Statutory.Hours(24)),
        new("T23", new EachLocalDate(2, 1)),
        new("T25", new SameDay()),
        new("T26", new LocalDays(2)),
        new("T27", Elapsed.Hours(2)),
        new("T28", new LocalDays(2)),
        new("T29", new LocalDays(28)),
        new("T30", Elapsed.Hours(48)),
        new("T31", LocalDayWindow.Weeks(6, 8)),
        new("T32", new WhenLongStayExpected(28, 8)),
        new("T33", ElapsedWindow.Hours(24, 72)),
        new("T34", new NoSoonerThan(2, "the relevant day")),
        new("T35", new NoSoonerThan(1, "the proposed date of discharge")),
    ];

    [TestCaseSource(nameof(WhatTheAssessmentSays))]
    public void A_length_the_assessment_states_is_that_length(string id, Length length) =>
        Assert.That((Rule(id).Length, Rule(id).Standing.Kind), Is.EqualTo((length, StandingKind.Assessment)));

    [TestCaseSource(nameof(WhatElseIsWrittenDown))]
    public void A_length_from_elsewhere_is_that_length_and_is_not_ascribed_to_the_assessment(string id, Length length)
    {
        Assert.That(Rule(id).Length, Is.EqualTo(length));
        Assert.That(Rule(id).Standing.Kind, Is.Not.EqualTo(StandingKind.Assessment));
    }

    [Test]
    public void No_rule_of_the_assessment_is_missing_from_the_table() =>
        Assert.That(
            Book.Rules.Where(rule => rule.Standing.Kind is StandingKind.Assessment).Select(rule => rule.Id),
            Is.EquivalentTo(WhatTheAssessmentSays.Select(row => row.Arguments[0])));

    [Test]
    public void There_are_36_rules_and_only_the_funded_window_has_eras() =>
        Assert.Multiple(() =>
        {
            Assert.That(Book.Rules.Select(rule => rule.Id).Distinct(), Is.EqualTo(Enumerable.Range(1, 36).Select(number => $"T{number:00}")));
            Assert.That(Book.Rules.Where(rule => rule.Version > 1).Select(rule => $"{rule.Id} v{rule.Version}"), Is.EqualTo(Lines("T36 v2", "T36 v3", "T36 v4")));
        });

    [Test]
    public void Every_rule_says_who_says_so_and_what_it_rests_on() =>
        Assert.That(
            Book.Rules.Where(rule =>
                rule.Authority.Text.Length == 0 || rule.Authority.Provision.Length == 0 || rule.Standing.Citation.Length == 0
                || rule.Name.Length == 0 || rule.Pathways.Count == 0 || rule.VoidedBy.Count == 0
                || !rule.StartedBy.Sentence.EndsWith('.') || !rule.StoppedBy.Sentence.EndsWith('.')),
            Is.Empty);

    [TestCase("T29")]
    [TestCase("T30")]
    [TestCase("T31")]
    [TestCase("T32")]
    [TestCase("T33")]
    public void General_knowledge_says_that_it_is_unchecked_and_is_never_statutory(string id) =>
        Assert.Multiple(() =>
        {
            Assert.That(Rule(id).Standing.Note, Does.StartWith("General knowledge of the field, not checked against a source."));
            Assert.That(Rule(id).Authority.Text, Does.EndWith("as generally known"));
            Assert.That(Rule(id).Kind, Is.EqualTo(RuleKind.Target));
        });

    [Test]
    public void A_date_that_is_our_choice_says_so() =>
        Assert.That(
            Book.Rules.Where(rule => rule.InForceFrom == new LocalDate(2015, 1, 1)).Select(rule => rule.Standing.Note),
            Has.All.EndsWith("No date is given: taken as in force from 1 January 2015, before any case this service holds."));

    [Test]
    public void Only_the_clocks_of_leaving_hospital_of_interim_stays_and_of_reablement_and_the_measures_of_being_in_hospital_are_in_use() =>
        Assert.That(Book.InUse.Select(rule => rule.Id), Is.EqualTo(Lines("T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T11", "T12", "T23", "T24", "T25", "T26", "T27", "T28", "T29", "T32")));

    [Test]
    public void Measures_are_told_at_their_time_of_day_and_no_other_rule_is() =>
        Assert.That(
            Book.Rules.Where(rule => rule.ToldDailyAt is not null).Select(rule => (rule.Id, rule.ToldDailyAt)),
            Is.EqualTo(new[] { ("T23", (LocalTime?)new LocalTime(12, 0)), ("T24", (LocalTime?)new LocalTime(8, 0)) }));

    [Test]
    public void Safety_and_statutory_clocks_refuse_a_pause_with_the_reason() =>
        Assert.That(
            Book.Rules.Where(rule => rule.Kind is RuleKind.Safety or RuleKind.Statutory).Select(rule => (rule.PausableBy as NotPausable)?.Reason),
            Is.All.Not.Null.And.All.EndsWith("."));

    [Test]
    public void Only_what_somebody_outside_can_hold_up_may_be_paused() =>
        Assert.That(Book.Rules.Where(rule => rule.PausableBy is PausableBy).Select(rule => rule.Id), Is.EqualTo(Lines("T05", "T13", "T14", "T16")));

    [Test]
    public void An_adaptation_is_paused_only_on_evidence_and_reviewed_within_a_fortnight()
    {
        var pause = (PausableBy)Rule("T16").PausableBy;
        Assert.Multiple(() =>
        {
            Assert.That(pause.Evidence, Is.EqualTo(Lines("party", "request date", "last chase", "alternative considered", "interim equipment in place")));
            Assert.That((pause.ReviewWithinDays, pause.ByDefault), Is.EqualTo(((int?)14, true)));
            Assert.That(((PausableBy)Rule("T05").PausableBy).ByDefault, Is.False);
        });
    }

    [Test]
    public void A_stay_in_an_interim_bed_is_not_voided_by_a_readmission() =>
        Assert.That(new[] { Rule("T07"), Rule("T08") }.SelectMany(rule => rule.VoidedBy), Has.None.EqualTo(Voiding.Readmitted));

    [Test]
    public void Measures_are_told_ward_by_ward_and_never_breach() =>
        Assert.Multiple(() =>
        {
            Assert.That(Book.Rules.Where(rule => rule.Kind is RuleKind.Measure).Select(rule => (rule.Id, rule.Told)), Is.EqualTo(new[]
            {
                ("T23", Telling.OnePerWardAndRound), ("T24", Telling.OneDailyListByBand),
            }));
            Assert.That(Book.Rules.Where(rule => rule.Recurs).Select(rule => rule.Id), Is.EqualTo(Lines("T23")));
        });

    [TestCase(0, "0")]
    [TestCase(1, "1")]
    [TestCase(3, "2-3")]
    [TestCase(4, "4-6")]
    [TestCase(13, "7-13")]
    [TestCase(14, "14-20")]
    [TestCase(21, "21+")]
    [TestCase(400, "21+")]
    public void Delay_days_fall_into_their_band(int days, string band) =>
        Assert.That(((CountedDays)Rule("T24").Length).BandOf(days).ToString(), Is.EqualTo(band));

    [Test]
    public void Only_the_named_worker_may_be_there_before_the_start() =>
        Assert.That(Book.Rules.Where(rule => rule.MeetableBeforeStart).Select(rule => rule.Id), Is.EqualTo(Lines("T04")));

    [TestCase("2020-09-01T10:00Z", "2020-10-13", Description = "Six weeks from 1 September 2020")]
    [TestCase("2021-06-30T22:59Z", "2021-08-11", Description = "The last minute of the six-week era, by the local date")]
    [TestCase("2021-06-30T23:00Z", "2021-07-29", Description = "Already 1 July in London: four weeks")]
    [TestCase("2021-10-01T10:00Z", "2021-10-29", Description = "Continued in autumn 2021")]
    [TestCase("2023-01-20T10:00Z", "2023-02-17", Description = "The £200m fund: four weeks")]
    [TestCase("2023-03-20T10:00Z", "2023-03-31", Description = "The £200m fund ends on 31 March 2023 whatever is left of four weeks")]
    public void Funded_care_follows_the_era_of_the_discharge(string discharged, string fundingEnds) =>
        Assert.That(DueOf(Book.DueAfter("T36", At(discharged))).DueOn, Is.EqualTo(On(fundingEnds)));

    [TestCase("T36", "2020-08-31T10:00Z", Description = "Before funded care")]
    [TestCase("T36", "2022-04-01T10:00Z", Description = "Between the schemes")]
    [TestCase("T34", "2022-06-30T23:00Z", Description = "Already 1 July 2022 in London: notices are gone")]
    [TestCase("T20", "2017-12-10T10:00Z", Description = "Before detentions were shortened to 24 hours")]
    public void A_rule_out_of_force_gives_no_due(string id, string start) =>
        Assert.That(((NoDue)Book.DueAfter(id, At(start))!).Code, Is.EqualTo("timeline.not-in-force"));

    [Test]
    public void The_era_in_force_is_found_by_local_date_and_a_kept_version_by_number() =>
        Assert.Multiple(() =>
        {
            Assert.That(Book.InForce("T36", On("2021-09-30"))?.Version, Is.EqualTo(2));
            Assert.That(Book.InForce("T36", On("2022-04-01")), Is.Null);
            Assert.That(Book.Version("T36", 4)?.InForceUntil, Is.EqualTo(On("2023-03-31")));
            Assert.That(Book.Version("T36", 5), Is.Null);
        });

    [TestCase("T37")]
    [TestCase("t01")]
    [TestCase("")]
    public void An_unknown_id_is_nothing(string id) =>
        Assert.That((Book.InForce(id, On("2026-01-01")), Book.DueAfter(id, At("2026-01-01T00:00Z")), Book.Eras(id).Count()), Is.EqualTo(((TimelineRule?)null, (Reckoning?)null, 0)));

    [Test]
    public void Eras_that_overlap_make_no_book() =>
        Assert.That(() => new RuleBook([Rule("T01"), Rule("T01") with { Version = 2, InForceFrom = On("2027-01-01") }]), Throws.ArgumentException);

    [Test]
    public void A_new_version_takes_over_on_its_date()
    {
        var book = new RuleBook(
        [
            Rule("T02") with { InForceUntil = On("2026-12-31") },
            Rule("T02") with { Version = 2, InForceFrom = On("2027-01-01"), Length = Elapsed.Hours(24) },
        ]);
        Assert.That(
            (DueOf(book.DueAfter("T02", At("2026-12-31T23:59Z"))).DueAt, DueOf(book.DueAfter("T02", At("2027-01-01T00:00Z"))).DueAt),
            Is.EqualTo((At("2027-01-02T23:59Z"), At("2027-01-02T00:00Z"))));
    }
}
