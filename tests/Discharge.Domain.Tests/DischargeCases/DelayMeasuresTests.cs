using CsCheck;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class DelayMeasuresTests
{
    private static readonly DelayMeasures Ten = DelayMeasures.Of([0, 0, 1, 2, 3, 4, 7, 14, 21, 48]);

    [TestCase("0", 2, 0)]
    [TestCase("1", 1, 1)]
    [TestCase("2-3", 2, 5)]
    [TestCase("4-6", 1, 4)]
    [TestCase("7-13", 1, 7)]
    [TestCase("14-20", 1, 14)]
    [TestCase("21+", 2, 69)]
    public void Each_band_has_its_people_their_share_and_their_bed_days(string name, int count, int bedDays)
    {
        var band = Ten.Bands.Single(band => band.Band.Name == name);
        Assert.That((band.Count, band.Share, band.BedDays), Is.EqualTo((count, (decimal?)count / 10, bedDays)));
    }

    [TestCase(0, "0")]
    [TestCase(1, "1")]
    [TestCase(2, "2-3")]
    [TestCase(3, "2-3")]
    [TestCase(4, "4-6")]
    [TestCase(6, "4-6")]
    [TestCase(7, "7-13")]
    [TestCase(13, "7-13")]
    [TestCase(14, "14-20")]
    [TestCase(20, "14-20")]
    [TestCase(21, "21+")]
    [TestCase(500, "21+")]
    public void A_delay_is_in_one_band(int days, string name) => Assert.That(DelayBand.All.Single(band => band.Holds(days)).Name, Is.EqualTo(name));

    [Test]
    public void The_averages_include_or_leave_out_those_who_left_on_the_day() => Assert.Multiple(() =>
    {
        Assert.That(Ten.BedDays, Is.EqualTo(100));
        Assert.That(Ten.ShareOnTheDay, Is.EqualTo(0.2m));
        Assert.That(Ten.AverageIncludingZeroDays, Is.EqualTo(10m));
        Assert.That(Ten.AverageExcludingZeroDays, Is.EqualTo(12.5m));
    });

    [Test]
    public void Of_nobody_there_is_no_share_and_no_average() => Assert.Multiple(() =>
    {
        Assert.That(DelayMeasures.Of(new List<int>()).ShareOnTheDay, Is.Null);
        Assert.That(DelayMeasures.Of(new List<int>()).AverageIncludingZeroDays, Is.Null);
        Assert.That(DelayMeasures.Of([0, 0]).AverageIncludingZeroDays, Is.Zero);
        Assert.That(DelayMeasures.Of([0, 0]).AverageExcludingZeroDays, Is.Null);
    });

    [Test]
    public void Only_people_who_left_with_a_discharge_ready_date_are_counted() => Assert.That(
        DelayMeasures.Of(
            [CaseOf(Opened, Ready), CaseOf(Opened, Left), CaseOf(Opened, Ready, Left), CaseOf(Opened, ReadyAt(March(2, "10:00")), Left)]) is { Count: 2, BedDays: 2, ShareOnTheDay: 0.5m },
        Is.True);

    [Test]
    public void Whoever_discharged_themselves_within_the_day_unready_does_not_raise_the_share_on_the_day() => Assert.That(
        DelayMeasures.Of(
        [
            CaseOf(Opened with { AdmittedAt = March(4, "07:00"), OccurredAt = March(4, "07:00") }, Left with { SelfDischarge = true }),
            CaseOf(Opened, ReadyAt(March(2, "10:00")), Left),
        ]) is { Count: 1, ShareOnTheDay: 0m },
        Is.True);

    [Test]
    public void The_average_including_those_on_the_day_is_the_average_excluding_them_times_the_share_of_the_others() =>
        Gen.Int[0, 60].Array[1, 200].Sample(days =>
        {
            var measures = DelayMeasures.Of(days);
            var fromTheOthers = (measures.AverageExcludingZeroDays ?? 0) * (1 - measures.ShareOnTheDay!.Value);
            return Math.Abs(measures.AverageIncludingZeroDays!.Value - fromTheOthers) < 1e-20m;
        });

    [Test]
    public void So_it_is_over_random_histories() =>
        AnyCase.Facts.Array[1, 30].Sample(
            histories =>
            {
                var cases = histories.Select(facts => HistoryOfAll(facts).AsDischargeCase()).ToArray();
                var measures = DelayMeasures.Of(cases);
                var fromTheOthers = (measures.AverageExcludingZeroDays ?? 0) * (1 - (measures.ShareOnTheDay ?? 0));
                return Math.Abs((measures.AverageIncludingZeroDays ?? 0) - fromTheOthers) < 1e-20m
                    && measures.Count == cases.Count(discharge => HospitalStay.Of(discharge).DelayDays is not null)
                    && measures.Bands.Sum(band => band.Count) == measures.Count;
            },
            iter: 200);

    [Test]
    public void Bands_leave_nobody_out_and_count_nobody_twice() =>
        Gen.Int[0, 60].Array[1, 200].Sample(days =>
            DelayMeasures.Of(days) is var measures
            && measures.Bands.Sum(band => band.Count) == days.Length
            && measures.BedDays == days.Sum()
            && Math.Abs(measures.Bands.Sum(band => band.Share!.Value) - 1) < 1e-20m);
}
