using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>An arrival in an interim bed that is told of after what came later: no bed is left with somebody who is elsewhere.</summary>
public sealed class ArrivalToldLateTests : DischargeCaseDecisions
{
    private static readonly Guid BedThree = Guid.Parse("0a6f1c1e-0000-4000-8000-0000000000b3");

    private static readonly OccupyInterimBed Between = new(March(6, "12:00"), InNursingBed with { Bed = BedThree });

    private static InterimBedOccupied First => ArrivedAt(March(4, "15:00"), InNursingBed with { Bed = BedOne });

    private static InterimBedOccupied Second => ArrivedAt(March(9, "11:00"), InNursingBed with { Bed = BedTwo });

    private static InterimBedOccupied ToldLate => ArrivedAt(March(6, "12:00"), InNursingBed with { Bed = BedThree });

    private static Fact[] InTwoBeds => [StayDecided, LeftForCareHome, First, Second, GivenUp("09", "11:00", BedOne)];

    private static InterimBedVacated GivenUp(string day, string time, Guid bed) =>
        new(March(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), time), LeavingInterimBedFor.AnotherInterimBed, bed, Follows: true);

    private static Recorded[] Opening(params Fact[] facts) => [Opened, .. facts.Select(AtOnce)];

    [Test]
    public void Between_two_beds_it_is_given_up_when_they_came_into_the_second() =>
        Given(Opening(InTwoBeds)).When(Between.Decide).ThenRecorded(ToldLate, GivenUp("06", "12:00", BedOne), GivenUp("09", "11:00", BedThree));

    [Test]
    public void They_are_in_the_second_and_their_stay_is_one() => Assert.Multiple(() =>
    {
        var stay = InterimStay.Of(CaseOf(Opening([.. InTwoBeds, ToldLate, GivenUp("06", "12:00", BedOne), GivenUp("09", "11:00", BedThree)]))).Single();
        Assert.That((stay.Bed, stay.From, stay.Until), Is.EqualTo(((Guid?)BedTwo, March(4, "15:00"), (NodaTime.Instant?)null)));
        Assert.That(stay.Places.Select(place => place.Place.Bed), Is.EqualTo(new Guid?[] { BedOne, BedThree, BedTwo }));
    });

    [Test]
    public void Before_they_went_home_it_is_given_up_as_they_went_and_the_stay_ends_with_that()
    {
        var home = VacatedAt(March(20, "10:00")) with { Bed = BedOne };
        Given(Opening(StayDecided, LeftForCareHome, First, home)).When(Between.Decide).ThenRecorded(ToldLate, GivenUp("06", "12:00", BedOne), GivenUp("20", "10:00", BedThree));

        var discharge = CaseOf(Opening(StayDecided, LeftForCareHome, First, home, ToldLate, GivenUp("06", "12:00", BedOne), GivenUp("20", "10:00", BedThree)));
        Assert.That((InterimStay.Of(discharge).Single().End?.Fact, InterimStay.HomeFromIn(discharge)?.Fact), Is.EqualTo(((Fact)home, (Fact)home)));
    }

    [Test]
    public void Before_a_bed_was_held_that_they_had_left_by_then_it_is_refused() =>
        Given(Opening(StayDecided, LeftForCareHome, First, new InterimBedHeld(March(8, "10:00"), StaffRole.Nurse, BedOne))).When(Between.Decide).ThenRefused(OccupyInterimBed.HeldSince.Naming(5));
}
