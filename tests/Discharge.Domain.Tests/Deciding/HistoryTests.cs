using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.Deciding;

public sealed class HistoryTests
{
    private static Fact[] StandingIn(History history) => [.. history.Facts<DischargeCaseEvent>().Entries.Select(entry => entry.Fact)];

    [Test]
    public void An_empty_history_has_no_version() => Assert.That((History.Empty.Version, History.Empty.Standing.Length), Is.EqualTo((0L, 0)));

    [Test]
    public void Facts_come_in_the_order_in_which_they_happened() =>
        Assert.That(StandingIn(HistoryOf(Opened, Seen, Left, Ready)), Is.EqualTo(new Fact[] { Opened, Ready, Left, Seen }));

    [Test]
    public void Facts_of_one_moment_come_in_the_order_in_which_they_were_recorded()
    {
        var (one, other) = (ReadyAt(March(4, "09:00")), NeedsBedAt(March(4, "09:00")));
        Assert.Multiple(() =>
        {
            Assert.That(StandingIn(HistoryOf(Opened, one, other)), Is.EqualTo(new Fact[] { Opened, one, other }));
            Assert.That(StandingIn(HistoryOf(Opened, other, one)), Is.EqualTo(new Fact[] { Opened, other, one }));
        });
    }

    [Test]
    public void What_was_withdrawn_stays_in_the_history_and_no_longer_stands()
    {
        var history = HistoryOf(Opened, Left, Withdrawn(2, March(4, "15:00")));
        Assert.Multiple(() =>
        {
            Assert.That(history.Entries.Select(entry => entry.Fact), Is.EqualTo(new Fact[] { Opened, Left, Withdrawn(2, March(4, "15:00")) }));
            Assert.That(history.Standing.Select(entry => entry.Version), Is.EqualTo(new long[] { 1, 3 }));
            Assert.That(StandingIn(history), Is.EqualTo(new Fact[] { Opened }));
            Assert.That((history.Stands(1), history.Stands(2), history.Stands(9)), Is.EqualTo((true, false, false)));
        });
    }

    [Test]
    public void What_a_withdrawn_withdrawal_took_away_stands_again() =>
        Assert.That(StandingIn(HistoryOf(Opened, Left, Withdrawn(2, March(4, "15:00")), Withdrawn(3, March(4, "16:00")))), Is.EqualTo(new Fact[] { Opened, Left }));

    [Test]
    public void And_is_gone_again_once_that_is_withdrawn_too() =>
        Assert.That(
            StandingIn(HistoryOf(Opened, Left, Withdrawn(2, March(4, "15:00")), Withdrawn(3, March(4, "16:00")), Withdrawn(4, March(4, "17:00")))),
            Is.EqualTo(new Fact[] { Opened }));

    [Test]
    public void What_was_known_at_a_moment_is_what_had_been_recorded_by_then()
    {
        var history = HistoryOf(Opened, Left.RecordedAt(March(4, "18:00")), Seen.RecordedAt(March(6, "09:00")));
        Assert.Multiple(() =>
        {
            Assert.That(StandingIn(history.KnownAt(March(4, "17:59"))), Is.EqualTo(new Fact[] { Opened }));
            Assert.That(StandingIn(history.KnownAt(March(4, "18:00"))), Is.EqualTo(new Fact[] { Opened, Left }));
            Assert.That(StandingIn(history.KnownAt(March(6, "09:00"))), Is.EqualTo(new Fact[] { Opened, Left, Seen }));
        });
    }

    [Test]
    public void What_was_withdrawn_later_was_still_known_before()
    {
        var history = HistoryOf(Opened, Left, Withdrawn(2, March(4, "15:00")));
        Assert.That(StandingIn(history.KnownAt(March(4, "14:59"))), Is.EqualTo(new Fact[] { Opened, Left }));
    }

    [Test]
    public void A_case_as_of_a_moment_is_what_had_happened_by_then_with_all_that_is_known_now()
    {
        var history = HistoryOf(Opened, Ready, Left.RecordedAt(March(9, "09:00")), Seen, Withdrawn(2, March(9, "10:00")));
        var facts = history.Facts<DischargeCaseEvent>();
        Assert.Multiple(() =>
        {
            Assert.That(facts.AsOf(March(4, "13:59")).All<DischargeCaseEvent>(), Is.EqualTo(new Fact[] { Opened }));
            Assert.That(facts.AsOf(March(4, "14:00")).All<DischargeCaseEvent>(), Is.EqualTo(new Fact[] { Opened, Left }));
        });
    }

    [Test]
    public void The_two_times_combine()
    {
        var history = HistoryOf(Opened, Left, Seen.RecordedAt(March(6, "09:00")), Withdrawn(2, March(7, "10:00")));
        Assert.That(
            history.KnownAt(March(6, "09:00")).Facts<DischargeCaseEvent>().AsOf(March(5, "09:59")).All<DischargeCaseEvent>(),
            Is.EqualTo(new Fact[] { Opened, Left }));
    }

    [Test]
    public void An_entry_says_who_recorded_it()
    {
        var nurse = new Actor("nurse-3", "ward-nurse", Northgate);
        var history = HistoryOf(Opened, Left.RecordedAt(March(4, "18:00")).RecordedBy(nurse));
        Assert.That(history.Entries.Select(entry => entry.RecordedBy), Is.EqualTo(new[] { Recorded.Coordinator, nurse }));
    }

    [Test]
    public void A_fact_is_found_by_its_kind_first_and_last()
    {
        var facts = HistoryOf(Opened, ReadyAt(March(4, "16:00")), ReadyAt(March(4, "09:00"))).Facts<DischargeCaseEvent>();
        Assert.Multiple(() =>
        {
            Assert.That(facts.First<CriteriaToResideReviewed>()?.OccurredAt, Is.EqualTo(March(4, "09:00")));
            Assert.That(facts.Last<CriteriaToResideReviewed>()?.OccurredAt, Is.EqualTo(March(4, "16:00")));
            Assert.That(facts.EntriesOf<CriteriaToResideReviewed>().Select(entry => entry.Version), Is.EqualTo(new long[] { 3, 2 }));
            Assert.That((facts.Any<CaseOpened>(), facts.Any<CaseClosed>(), facts.First<CaseClosed>()), Is.EqualTo((true, false, (CaseClosed?)null)));
        });
    }

    [Test]
    public void A_fact_is_found_by_its_kind_among_those_that_had_occurred()
    {
        var facts = HistoryOf(Opened, ReadyAt(March(4, "09:00")), ReadyAt(March(4, "12:00")), Left, ReadyAt(March(4, "16:00"))).Facts<DischargeCaseEvent>();
        Assert.Multiple(() =>
        {
            Assert.That(At("16:00").Last<CriteriaToResideReviewed>()?.OccurredAt, Is.EqualTo(March(4, "16:00")));
            Assert.That(At("15:59").Last<CriteriaToResideReviewed>()?.OccurredAt, Is.EqualTo(March(4, "12:00")));
            Assert.That(At("08:59").Last<CriteriaToResideReviewed>(), Is.Null);
            Assert.That((At("13:59").Any<DischargedFromHospital>(), At("14:00").Any<DischargedFromHospital>()), Is.EqualTo((false, true)));
            Assert.That((At("13:59").First<DischargedFromHospital>(), At("14:00").First<DischargedFromHospital>()), Is.EqualTo(((DischargedFromHospital?)null, Left)));
            Assert.That(At("12:00").AsOf(March(4, "11:00")).All<CriteriaToResideReviewed>().Count(), Is.EqualTo(1));
        });

        Facts<DischargeCaseEvent> At(string time) => facts.AsOf(March(4, time));
    }

    [Test]
    public void A_fact_is_found_by_the_kind_that_its_own_is_derived_from()
    {
        var facts = HistoryOf(Opened, Left).Facts<DischargeCaseEvent>();
        Assert.That((facts.First<DischargeCaseEvent>(), facts.Last<DischargeCaseEvent>(), facts.AsOf(March(4, "13:59")).Last<DischargeCaseEvent>()), Is.EqualTo(((DischargeCaseEvent?)Opened, (DischargeCaseEvent?)Left, (DischargeCaseEvent?)Opened)));
    }

    [Test]
    public void A_fact_says_the_same_whatever_it_departs_from_and_not_with_other_content()
    {
        var departing = Left with { Departures = ["discharge.left-without-assessment"] };
        Assert.Multiple(() =>
        {
            Assert.That(departing, Is.Not.EqualTo(Left));
            Assert.That(departing.SaysTheSameAs(Left), Is.True);
            Assert.That(departing.SaysTheSameAs(Left with { SelfDischarge = true }), Is.False);
            Assert.That(Left.SaysTheSameAs(Seen), Is.False);
            Assert.That(HistoryOf(Opened, departing).Facts<DischargeCaseEvent>().Say(Left), Is.True);
            Assert.That(HistoryOf(Opened, departing, Withdrawn(2, March(4, "15:00"))).Facts<DischargeCaseEvent>().Say(Left), Is.False);
        });
    }

    [Test]
    public void Lists_inside_facts_are_the_same_with_the_same_members_in_the_same_order()
    {
        Listed<string> list = ["a", "b"];
        Listed<string> same = ["a", "b"];
        Listed<string> turned = ["b", "a"];
        Assert.Multiple(() =>
        {
            Assert.That(list.Equals(same), Is.True);
            Assert.That(list.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(list.Equals(turned), Is.False);
            Assert.That(list.ToString(), Is.EqualTo("a, b"));
        });
    }

    [Test]
    public void As_of_a_moment_a_withdrawal_of_what_had_not_happened_yet_is_not_shown()
    {
        var history = HistoryOf(Opened, Left).Then(Withdrawn(2, March(6, "09:00")).RecordedAt(March(6, "09:00")));
        Assert.Multiple(() =>
        {
            Assert.That(history.AsOf(March(3, "09:00")).Entries.Select(entry => entry.Version), Is.EqualTo(new[] { 1L }));
            Assert.That(history.AsOf(March(4, "14:00")).Entries.Select(entry => entry.Version), Is.EqualTo(new[] { 1L, 2, 3 }));
        });
    }
}
