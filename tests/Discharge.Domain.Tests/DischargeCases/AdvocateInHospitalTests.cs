using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Somebody who lacks capacity and has nobody, and is in hospital for more than 28 days or likely to be: an advocate is owed (T32). They were admitted on 1 March 2026, so the 29th day after it is 30 March.</summary>
public sealed class AdvocateInHospitalTests
{
    private static IEnumerable<TestCaseData> Stays =>
    [
        Stay("Expected to leave after 29 days", true, March(5, "09:00"), March(5, "08:00"), LacksCapacity, Expected(30)),
        Stay("Expected to leave after 28 days: that is not more than 28", false, March(5, "09:00"), March(30, "00:00"), LacksCapacity, Expected(29)),
        Stay("Expected after 29 days once and sooner since", false, March(7, "09:00"), March(5, "08:00"), LacksCapacity, Expected(30), Expected(20) with { OccurredAt = March(6, "09:00") }),
        Stay("Expected later only since", true, March(7, "09:00"), March(6, "09:00"), LacksCapacity, Expected(20), Expected(30) with { OccurredAt = March(6, "09:00") }),
        Stay("Nothing expected, on the 28th day", false, March(29, "23:59"), March(30, "00:00"), LacksCapacity),
        Stay("Nothing expected, on the 29th day", true, March(30, "00:00"), March(30, "00:00"), LacksCapacity),
        Stay("Capacity is found to be lacking only later", true, April(3, "12:00"), April(2, "12:00"), LacksCapacity with { OccurredAt = April(2, "12:00") }),
        Stay("They have capacity", false, April(3, "12:00"), null, HasCapacity),
        Stay("They have a carer", false, April(3, "12:00"), null, LacksCapacity, new CarerNamed(March(4, "09:00"), CarerRelationship.Child, LivesWithPerson: false)),
        Stay("One is instructed", false, April(3, "12:00"), null, LacksCapacity, AdvocateThere),
        Stay("One of another kind is", true, April(3, "12:00"), March(30, "00:00"), LacksCapacity, AdvocateThere with { Kind = AdvocateKind.CareActAdvocate }),
        Stay("They left before", false, April(3, "12:00"), null, LacksCapacity, LeftAt(March(29, "12:00"))),
        Stay("They died before", false, April(3, "12:00"), null, LacksCapacity, new PersonDied(March(29, "12:00"), PlaceOfDeath.Hospital)),
    ];

    [TestCaseSource(nameof(Stays))]
    public void An_unbefriended_person_in_hospital_for_more_than_28_days_or_likely_to_be_is_owed_an_advocate(bool isOwed, Instant at, Instant? toldAt, Fact[] facts)
    {
        var discharge = CaseAfterOpening(facts);
        Assert.Multiple(() =>
        {
            Assert.That(Unbefriended.WarningsInHospital(discharge, at), Is.EqualTo(isOwed ? (Departure[])[Unbefriended.WithoutAdvocateInHospital] : []));
            Assert.That(NextSteps.Of(discharge, [.. discharge.Clocks()], at).Any(step => step.What == "instruct-mental-capacity-advocate"), Is.EqualTo(isOwed));
            Assert.That(
                ToldToTheHub.Of(discharge).Where(told => told.Rule == Unbefriended.WithoutAdvocateInHospital.Code).Select(told => (told.Level, told.Moment)),
                Is.EqualTo(toldAt is { } moment ? [(LadderLevel.L2, moment)] : ((LadderLevel, Instant)[])[]));
        });
    }

    [Test]
    public void The_day_on_which_it_comes_to_be_so_is_a_turn_of_the_case() =>
        Assert.That(NextSteps.TurnsIn(CaseAfterOpening([LacksCapacity]), March(5, "09:00")), Does.Contain(March(30, "00:00")));

    private static DischargeExpected Expected(int day) => new(March(5, "08:00"), new LocalDate(2026, 3, day), StaffRole.Doctor);

    private static TestCaseData Stay(string description, bool isOwed, Instant at, Instant? toldAt, params Fact[] facts) => new TestCaseData(isOwed, at, toldAt, facts).SetArgDisplayNames(description);
}
