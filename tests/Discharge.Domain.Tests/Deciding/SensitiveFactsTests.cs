using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.Deciding;

public sealed class SensitiveFactsTests
{
    private static readonly NoteRef Safely = new(Guid.Parse("0195a1b2-0000-7000-8000-000000000001"), "ab12");

    private static readonly DomesticAbuseDisclosed Disclosed = new(March(3, "10:00"), DisclosedBy.Person, AbuserAtDestination.Yes, Safely);

    private static readonly RecordDomesticAbuse Disclosing = new(March(3, "10:00"), DisclosedBy.Person, AbuserAtDestination.Yes, Safely);

    private static readonly MentalHealthActStatusRecorded UnderSection3 = new(March(3, "11:00"), MentalHealthActProvision.Section3);

    private static readonly RecordMentalHealthActStatus OfSection3 = new(March(3, "11:00"), MentalHealthActProvision.Section3);

    [Test]
    public void Domestic_abuse_is_recorded_as_it_was_said() => Assert.That(Facts(Disclosing.Decide(Histories.HistoryOf(Opened))), Is.EqualTo([Disclosed]));

    [Test]
    public void Domestic_abuse_that_is_on_record_is_not_recorded_again() => Assert.That(Facts(Disclosing.Decide(Histories.HistoryOf(Opened, Disclosed))), Is.Empty);

    [Test]
    public void Domestic_abuse_that_was_withdrawn_is_recorded_anew() =>
        Assert.That(Facts(Disclosing.Decide(Histories.HistoryOf(Opened, Disclosed, Withdrawn(2, March(4, "10:00"))))), Is.EqualTo([Disclosed]));

    [Test]
    public void A_provision_of_the_mental_health_act_is_recorded() => Assert.That(Facts(OfSection3.Decide(Histories.HistoryOf(Opened))), Is.EqualTo([UnderSection3]));

    [Test]
    public void A_provision_that_is_on_record_is_not_recorded_again_and_another_is() => Assert.Multiple(() =>
    {
        Assert.That(Facts(OfSection3.Decide(Histories.HistoryOf(Opened, UnderSection3))), Is.Empty);
        Assert.That(Facts((OfSection3 with { Provision = MentalHealthActProvision.Section117Aftercare }).Decide(Histories.HistoryOf(Opened, UnderSection3))), Has.Length.EqualTo(1));
    });

    [Test]
    public void Each_has_its_class_and_so_has_whatever_withdraws_it_and_whatever_withdraws_that()
    {
        var history = Histories.HistoryOf(
            Opened, Disclosed, UnderSection3, new SafeguardingConcernRaised(March(3, "12:00"), StaffRole.Nurse), Withdrawn(2, March(4, "10:00")), Withdrawn(5, March(4, "10:05")), Withdrawn(3, March(4, "10:10")), Withdrawn(1, March(4, "10:15")));

        Assert.That(
            history.Entries.Select(entry => SensitiveFacts.ClassOf(entry, history)),
            Is.EqualTo(new SensitiveClass?[]
            {
                null, SensitiveClass.DomesticAbuse, SensitiveClass.MentalHealthAct, SensitiveClass.Safeguarding, SensitiveClass.DomesticAbuse, SensitiveClass.DomesticAbuse, SensitiveClass.MentalHealthAct, null,
            }));
    }

    [TestCase(AdvocateKind.IndependentMentalHealthAdvocate, SensitiveClass.MentalHealthAct)]
    [TestCase(AdvocateKind.IndependentMentalCapacityAdvocate, null)]
    [TestCase(AdvocateKind.CareActAdvocate, null)]
    [TestCase(AdvocateKind.Other, null)]
    public void An_advocate_has_the_class_of_what_they_are_there_for(AdvocateKind kind, SensitiveClass? expected)
    {
        var history = Histories.HistoryOf(Opened, new AdvocateInstructed(March(3, "12:00"), kind, StaffRole.Nurse), Withdrawn(2, March(4, "10:00")));

        Assert.That(history.Entries.Select(entry => SensitiveFacts.ClassOf(entry, history)), Is.EqualTo(new[] { null, expected, expected }));
    }

    [Test]
    public void What_somebody_may_not_see_is_not_there_for_them()
    {
        var history = Histories.HistoryOf(Opened, Disclosed, UnderSection3, Withdrawn(2, March(4, "10:00")));

        Assert.Multiple(() =>
        {
            Assert.That(VersionsFor(SensitiveClass.DomesticAbuse), Is.EqualTo([1L, 2L, 4L]));
            Assert.That(VersionsFor(SensitiveClass.MentalHealthAct), Is.EqualTo([1L, 3L]));
            Assert.That(VersionsFor(), Is.EqualTo([1L]));
        });

        IEnumerable<long> VersionsFor(params SensitiveClass[] seen) => SensitiveFacts.SeenBy(new HashSet<SensitiveClass>(seen), history).Entries.Select(entry => entry.Version);
    }

    [Test]
    public void Every_class_has_a_kind_of_fact() => Assert.That(SensitiveFacts.Classes.Values.Distinct(), Is.EquivalentTo(Enum.GetValues<SensitiveClass>()));

    private static TFact[] Facts<TFact>(Decision<TFact> decision)
        where TFact : Fact => [.. ((Decision<TFact>.Accepted)decision).Facts];
}
