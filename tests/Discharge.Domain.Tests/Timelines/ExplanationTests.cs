using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class ExplanationTests
{
    [Test]
    public void Hours_are_explained_with_the_spring_change() =>
        Assert.That(DueOf(Rule("T01").DueAfter(At("2026-03-28T20:00Z"))).Explanation, Is.EqualTo(Lines(
            "Started 28 March 2026 20:00 GMT (2026-03-28T20:00:00Z).",
            "24 hours are counted as elapsed time: 86,400 seconds, and the last moment still counts.",
            "The clocks go forward on 29 March 2026 at 01:00 GMT, so the wall clock shows one hour more.",
            "Due 29 March 2026 21:00 BST (2026-03-29T20:00:00Z).")));

    [TestCase("2026-03-28T01:00Z", 4, Description = "Due at the very moment the clocks change: it is already summer time")]
    [TestCase("2026-03-28T00:59Z", 3, Description = "Due a minute before they change")]
    [TestCase("2026-03-29T01:00Z", 3, Description = "Started at the very moment: nothing changes while it runs")]
    [TestCase("2026-03-29T00:59Z", 4, Description = "Started a minute before")]
    public void A_change_of_the_clocks_is_a_step_only_where_the_hours_meet_it(string start, int steps) =>
        Assert.That(DueOf(Rule("T01").DueAfter(At(start))).Explanation, Has.Count.EqualTo(steps));

    [Test]
    public void A_statutory_period_is_explained_with_the_autumn_change() =>
        Assert.That(DueOf(Rule("T20").DueAfter(At("2026-10-24T19:00Z"))).Explanation, Is.EqualTo(Lines(
            "Started 24 October 2026 20:00 BST (2026-10-24T19:00:00Z).",
            "The period is 24 hours beginning with that moment: 86,400 seconds, and the moment at which they are over is no longer inside it.",
            "The clocks go back on 25 October 2026 at 02:00 BST, so the wall clock shows one hour less.",
            "Expires 25 October 2026 19:00 GMT (2026-10-25T19:00:00Z).")));

    [Test]
    public void An_extension_says_what_it_is_counted_from() =>
        Assert.That(DueOf(Rule("T22").DueAfter(At("2026-05-05T09:00Z"))).Explanation[1], Does.StartWith("That is the end of the first 24 hours"));

    [Test]
    public void Days_are_explained_from_the_local_date() =>
        Assert.That(DueOf(Rule("T07").DueAfter(At("2026-03-02T10:00Z"))).Explanation, Is.EqualTo(Lines(
            "Started 2 March 2026 10:00 GMT (2026-03-02T10:00:00Z).",
            "The local date is 2 March 2026: day 0.",
            "28 days later by the calendar is 30 March 2026.",
            "The clocks go forward on 29 March 2026 at 01:00 GMT; days are counted by date, so the due date does not move.",
            "Due by the end of 30 March 2026: late from 31 March 2026 00:00 BST (2026-03-30T23:00:00Z).")));

    [Test]
    public void A_date_that_differs_from_universal_time_is_pointed_out() =>
        Assert.That(DueOf(Rule("T25").DueAfter(At("2026-06-30T23:30Z"))).Explanation, Is.EqualTo(Lines(
            "Started 1 July 2026 00:30 BST (2026-06-30T23:30:00Z).",
            "The local date is 1 July 2026, though in Universal Time it is still 30 June 2026; the local date is day 0.",
            "It is owed on that date.",
            "Due by the end of 1 July 2026: late from 2 July 2026 00:00 BST (2026-07-01T23:00:00Z).")));

    [Test]
    public void A_clipped_month_is_pointed_out() =>
        Assert.That(
            DueOf(Rule("T17").DueAfter(At("2026-08-31T10:00Z"))).Explanation,
            Has.Some.EqualTo("6 calendar months later is 28 February 2027, the last day of a month that has no day 31."));

    [Test]
    public void A_scheme_that_ended_cuts_the_weeks_short() =>
        Assert.That(
            DueOf(RuleBook.Standard.DueAfter("T36", At("2023-03-20T10:00Z"))).Explanation,
            Has.Some.EqualTo("The scheme ended on 31 March 2023, which comes first."));
}
