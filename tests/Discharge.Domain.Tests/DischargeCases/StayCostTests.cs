using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Who pays which part of an interim stay on which days, and what it costs to date and to its limit.</summary>
public sealed class StayCostTests : DischargeCaseDecisions
{
    private static readonly AgreeFundingSplit Agree = new(
        March(4, "12:00"), new(70, 30, 0), new LocalDate(2026, 3, 4), FundingAgreement.HealthAndSocialCare, Until: new LocalDate(2026, 3, 31), FreeUntil: new LocalDate(2026, 3, 31));

    private static FundingSplitAgreed Agreed => new(
        March(4, "12:00"), new(70, 30, 0), new LocalDate(2026, 3, 4), FundingAgreement.HealthAndSocialCare, Until: new LocalDate(2026, 3, 31), FreeUntil: new LocalDate(2026, 3, 31));

    [Test]
    public void A_split_is_agreed_for_a_range_of_days_with_who_agreed_and_the_end_of_the_free_period() => Given(Opened).When(Agree.Decide).ThenRecorded(Agreed);

    [Test]
    public void A_split_does_not_end_before_it_begins() => Assert.Multiple(() =>
    {
        Given(Opened).When((Agree with { Until = new LocalDate(2026, 3, 3) }).Decide).ThenRefused(AgreeFundingSplit.EndsBeforeItBegins);
        Given(Opened).When((Agree with { FreeUntil = new LocalDate(2026, 3, 3) }).Decide).ThenRefused(AgreeFundingSplit.EndsBeforeItBegins);
        Given(Opened).When((Agree with { Until = new LocalDate(2026, 3, 4), FreeUntil = null }).Decide).ThenRecorded(Agreed with { Until = new LocalDate(2026, 3, 4), FreeUntil = null });
    });

    [Test]
    public void In_the_free_period_the_person_pays_nothing() =>
        Given(Opened).When((Agree with { Split = new(70, 20, 10) }).Decide).ThenRefused(AgreeFundingSplit.ChargedWhileFree);

    [Test]
    public void Nor_by_another_split_for_days_that_are_free() => Assert.Multiple(() =>
    {
        var charged = new AgreeFundingSplit(March(20, "10:00"), new(0, 0, 100), Agreed.FreeUntil!.Value, FundingAgreement.PersonOrRepresentative);
        Given(Opened, Agreed).When(charged.Decide).ThenRefused(AgreeFundingSplit.ChargedWhileFree.Naming(2));
        Given(Opened, Agreed).When((charged with { From = Agreed.FreeUntil!.Value.PlusDays(1) }).Decide)
            .ThenRecorded(new FundingSplitAgreed(March(20, "10:00"), new(0, 0, 100), Agreed.FreeUntil!.Value.PlusDays(1), FundingAgreement.PersonOrRepresentative));
    });

    [Test]
    public void Nor_where_the_free_days_are_told_of_after_the_split_that_charges_for_them() => Assert.Multiple(() =>
    {
        var charged = new FundingSplitAgreed(March(20, "10:00"), new(0, 0, 100), new LocalDate(2026, 3, 18), FundingAgreement.PersonOrRepresentative);
        Given(Opened, charged).When(Agree.Decide).ThenRefused(AgreeFundingSplit.ChargedWhileFree.Naming(2));
        Given(Opened, charged with { From = new LocalDate(2026, 4, 1) }).When(Agree.Decide).ThenRecorded(Agreed);
    });

    [Test]
    public void Days_that_another_agreement_since_has_made_payable_are_free_no_longer() => Assert.Multiple(() =>
    {
        var again = Agreed with { OccurredAt = March(10, "10:00"), FreeUntil = null };
        var charged = new AgreeFundingSplit(March(20, "10:00"), new(0, 0, 100), new LocalDate(2026, 3, 18), FundingAgreement.PersonOrRepresentative);
        Given(Opened, Agreed, again).When(charged.Decide).ThenRecorded(new FundingSplitAgreed(March(20, "10:00"), new(0, 0, 100), new LocalDate(2026, 3, 18), FundingAgreement.PersonOrRepresentative));
        Given(Opened, Agreed, again with { From = new LocalDate(2026, 3, 20) }).When(charged.Decide).ThenRefused(AgreeFundingSplit.ChargedWhileFree.Naming(2));
    });

    [Test]
    public void No_day_is_free_that_nobody_pays_for() =>
        Given(Opened).When((Agree with { Until = new LocalDate(2026, 3, 10), FreeUntil = new LocalDate(2026, 3, 11) }).Decide).ThenRefused(AgreeFundingSplit.FreeAfterItEnds);

    [TestCase("2026-03-04", 0, 0, 0, 0, 0, Description = "The day of arrival: no night yet")]
    [TestCase("2026-03-05", 1, 14_000, 6_000, 0, 0, Description = "One night")]
    [TestCase("2026-04-01", 28, 392_000, 168_000, 0, 0, Description = "To the limit, all inside the split")]
    [TestCase("2026-04-03", 30, 392_000, 168_000, 0, 40_000, Description = "Two nights for which nobody agreed")]
    public void Each_night_costs_a_seventh_of_the_week_and_is_paid_as_agreed_for_its_date(string until, int nights, long health, long social, long self, long open)
    {
        var discharge = InTheBed(Agreed);
        Assert.That(StayCost.Of(discharge, InterimStay.Of(discharge)[0], On(until)), Is.EqualTo(new StayCost(nights, health + social + self + open, health, social, self, open)));
    }

    [Test]
    public void Of_several_splits_for_one_day_the_last_agreed_counts()
    {
        var discharge = InTheBed(Agreed, new FundingSplitAgreed(March(20, "10:00"), new(0, 0, 100), new LocalDate(2026, 3, 18), FundingAgreement.PersonOrRepresentative));
        Assert.That(StayCost.Of(discharge, InterimStay.Of(discharge)[0], new LocalDate(2026, 4, 1)), Is.EqualTo(new StayCost(28, 560_000, 196_000, 84_000, 280_000, 0)));
    }

    [Test]
    public void Each_night_is_counted_in_the_bed_of_that_night()
    {
        var discharge = InTheBed(ArrivedAt(March(11, "10:00"), InNursingBed with { WeeklyCost = 70_000 }));
        Assert.That(StayCost.Of(discharge, InterimStay.Of(discharge)[0], new LocalDate(2026, 3, 18)), Is.EqualTo(new StayCost(14, 210_000, 0, 0, 0, 210_000)));
    }

    [Test]
    public void The_parts_are_to_the_penny_and_the_total_is_what_they_come_to()
    {
        var discharge = CaseOf(
            Opened,
            AtOnce(new FundingSplitAgreed(March(4, "12:00"), new(33, 33, 34), new LocalDate(2026, 3, 4), FundingAgreement.HealthAndSocialCare)),
            ArrivedAt(March(4, "15:00"), InNursingBed with { WeeklyCost = 99_999 }));
        var cost = StayCost.Of(discharge, InterimStay.Of(discharge)[0], new LocalDate(2026, 3, 7))!;
        Assert.That((cost.Health, cost.SocialCare, cost.SelfFunded, cost.Total), Is.EqualTo((14_143L, 14_143L, 14_571L, 42_857L)));
    }

    [Test]
    public void Where_the_cost_of_a_bed_is_not_known_none_is_shown()
    {
        var discharge = InTheBed(ArrivedAt(March(11, "10:00"), InNursingBed with { WeeklyCost = null }));
        Assert.That(StayCost.Of(discharge, InterimStay.Of(discharge)[0], new LocalDate(2026, 3, 18)), Is.Null);
    }
}
