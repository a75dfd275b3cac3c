using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class LocalRuleTests
{
    private static readonly LocalRule OneDay = new("T02", On("2026-04-01"), "The members asked for it.") { Length = "24 hours" };

    [Test]
    public void A_tightened_target_is_the_next_version_of_its_rule_from_its_date_on()
    {
        var book = BookWith(OneDay);
        Assert.Multiple(() =>
        {
            Assert.That(book.InForce("T02", On("2026-03-31")), Is.EqualTo(Rule("T02") with { InForceUntil = On("2026-03-31") }));
            Assert.That(book.InForce("T02", On("2026-04-01"))!.Length, Is.EqualTo(Elapsed.Hours(24)));
            Assert.That(book.InForce("T02", On("2026-04-01"))!.Version, Is.EqualTo(2));
        });
    }

    [Test]
    public void A_clock_keeps_the_version_that_was_in_force_when_it_started()
    {
        var book = BookWith(OneDay);
        Assert.Multiple(() =>
        {
            Assert.That(DueOf(book.DueAfter("T02", At("2026-03-31T22:59Z"))).DueAt, Is.EqualTo(At("2026-04-02T22:59Z")));
            Assert.That(DueOf(book.DueAfter("T02", At("2026-03-31T23:00Z"))).DueAt, Is.EqualTo(At("2026-04-01T23:00Z")), "By London's calendar that is 1 April.");
        });
    }

    [Test]
    public void The_rule_says_what_was_decided_and_why() =>
        Assert.That(
            BookWith(OneDay).InForce("T02", On("2026-04-01"))!.Standing.Note,
            Does.EndWith("Decided by the authority from 1 April 2026: 24 hours instead of 48 hours. The members asked for it."));

    [Test]
    public void Its_warnings_come_sooner_in_the_same_proportion() =>
        Assert.That(BookWith(OneDay).InForce("T02", On("2026-04-01"))!.Warnings.Select(warning => warning.At.Words), Is.EqualTo(Lines("18 hours after the start")));

    [TestCase("T16", "21 days", 21)]
    [TestCase("T16", "3 weeks", 21)]
    [TestCase("T07", "1 day", 1)]
    public void Days_may_be_written_as_weeks(string rule, string length, int days) =>
        Assert.That(BookWith(OneDay with { RuleId = rule, Length = length }).InForce(rule, OneDay.From)!.Length, Is.EqualTo(new LocalDays(days)));

    [TestCase("T17", "5 months", ExpectedResult = "5 months")]
    [TestCase("T20", "20 hours", ExpectedResult = "20 hours")]
    public string A_statutory_length_can_be_tightened(string rule, string length) => BookWith(OneDay with { RuleId = rule, Length = length }).InForce(rule, OneDay.From)!.Length.Words;

    [TestCase("T17", "7 months", "T17 (Disabled Facilities Grant decided): the law gives 6 months, and no configuration can lengthen that to 7 months.")]
    [TestCase("T20", "36 hours", "T20 (Detention under section 136): the law gives 24 hours, and no configuration can lengthen that to 36 hours.")]
    [TestCase("T01", "48 hours", "T01 (Pathway 1: seen at home): 24 hours can be tightened here and not lengthened to 48 hours.")]
    [TestCase("T02", "2 days", "T02 (Reablement referral response): \"2 days\" cannot be read as elapsed hours; 48 hours is how it is written.")]
    [TestCase("T02", "soon", "T02 (Reablement referral response): \"soon\" cannot be read as elapsed hours; 48 hours is how it is written.")]
    [TestCase("T02", "0 hours", "T02 (Reablement referral response): \"0 hours\" cannot be read as elapsed hours; 48 hours is how it is written.")]
    [TestCase("T24", "3 days", "T24 (Discharge Ready Date to discharge): it has no length that can be decided.")]
    [TestCase("T09", "3 days", "T09 (Bed held during a home access visit): it has no length that can be decided.")]
    [TestCase("T25", "1 day", "T25 (Safety and welfare check): it has no length that can be decided.")]
    public void A_length_that_cannot_be_decided_says_why(string rule, string length, string sentence) =>
        Assert.That(FaultIn(OneDay with { RuleId = rule, Length = length }), Is.EqualTo(new LocalRuleFault("Length", sentence)));

    [Test]
    public void A_rule_that_is_only_our_proposal_can_be_set_to_anything()
    {
        var proposed = new RuleBook([Rule("T02") with { Standing = Standing.Proposal() }]);
        Assert.That(proposed.With([OneDay with { Length = "96 hours" }]).Book.InForce("T02", OneDay.From)!.Length, Is.EqualTo(Elapsed.Hours(96)));
    }

    [Test]
    public void What_is_wrong_with_a_decision_names_its_field() =>
        Assert.Multiple(() =>
        {
            Assert.That(FaultIn(OneDay with { RuleId = "T99" }), Is.EqualTo(new LocalRuleFault("RuleId", "There is no rule T99. The rules are T01 to T36.")));
            Assert.That(FaultIn(OneDay with { From = On("2014-12-31") }), Is.EqualTo(new LocalRuleFault("From", "T02 is not in force on 31 December 2014.")));
            Assert.That(FaultIn(OneDay with { Reason = "" }), Is.EqualTo(new LocalRuleFault("Reason", "T02 needs the reason for the decision; it is shown with the rule.")));
            Assert.That(FaultIn(OneDay with { Length = null }), Is.EqualTo(new LocalRuleFault("Length", "T02 needs what is decided: a length, or whether it may be paused.")));
            Assert.That(
                FaultIn(OneDay with { RuleId = "T01", Pausable = true, Length = null }),
                Is.EqualTo(new LocalRuleFault("Pausable", "T01 cannot be paused. It keeps a person safe; it can be voided with a reason, and not paused.")));
        });

    [Test]
    public void Two_decisions_from_one_date_are_one_too_many() =>
        Assert.That(
            RuleBook.Standard.With([OneDay, OneDay with { Length = "12 hours" }]).Faults,
            Is.EqualTo(new[] { (1, new LocalRuleFault("From", "T02 is decided twice from 1 April 2026. One decision for a date, please.")) }));

    [Test]
    public void Two_decisions_follow_each_other_in_time_in_whatever_order_they_are_written()
    {
        var sooner = OneDay with { From = On("2026-09-01"), Length = "12 hours" };
        var (book, faults) = RuleBook.Standard.With([sooner, OneDay]);
        Assert.Multiple(() =>
        {
            Assert.That(faults, Is.Empty);
            Assert.That(book.Eras("T02").Select(era => $"{era.Version} {era.Length.Words}"), Is.EqualTo(Lines("1 48 hours", "2 24 hours", "3 12 hours")));
        });
    }

    [Test]
    public void What_if_may_ask_for_any_length_of_the_same_calendar() =>
        Assert.Multiple(() =>
        {
            Assert.That(RuleBook.Standard.AsIf("T01", "48 hours", On("2026-04-01"))!.InForce("T01", On("2026-04-01"))!.Length, Is.EqualTo(Elapsed.Hours(48)));
            Assert.That(RuleBook.Standard.AsIf("T01", "2 days", On("2026-04-01")), Is.Null);
            Assert.That(RuleBook.Standard.AsIf("T99", "2 days", On("2026-04-01")), Is.Null);
        });

    [Test]
    public void What_if_asks_in_every_era_also_before_what_was_decided_for_later()
    {
        var decided = BookWith(OneDay);
        var supposed = decided.AsIf("T02", "12 hours", On("2015-01-01"))!;
        Assert.That(supposed.Eras("T02").Select(era => $"{era.Version} {era.Length.Words} from {era.InForceFrom}"), Is.EqualTo(decided.Eras("T02").Select(era => $"{era.Version} 12 hours from {era.InForceFrom}")).And.Exactly(2).Items);
    }

    [Test]
    public void Who_is_told_further_up_of_a_tightened_rule_is_told_earlier_in_proportion()
    {
        var (book, _) = RuleBook.Standard.With([new LocalRule("T07", On("2026-04-01"), "Two weeks are enough.") { Length = "14 days" }]);
        var start = LocalCalendar.At(On("2026-04-01"), new(10, 0));
        var rule = book.InForce("T07", On("2026-04-01"))!;
        var due = (Due)rule.DueAfter(start);
        Assert.That(rule.MomentsFor(start, due).Where(moment => moment.Level is LadderLevel.L2).Select(moment => moment.Words), Is.EqualTo(new[] { "day 10, 08:00" }));
        Assert.That(rule.MomentsFor(start, due).Select(moment => moment.At), Is.All.LessThanOrEqualTo(due.BreachAt));
    }

    private static RuleBook BookWith(LocalRule decided) =>
        RuleBook.Standard.With([decided]) is ({ } book, []) ? book : throw new AssertionException(FaultIn(decided).Sentence);

    private static LocalRuleFault FaultIn(LocalRule decided) => RuleBook.Standard.With([decided]).Faults.Single().Fault;
}
