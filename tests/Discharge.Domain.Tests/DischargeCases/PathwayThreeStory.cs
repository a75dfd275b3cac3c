using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>One person's way on Pathway 3: cannot go home, and is in a nursing bed from 4 March 2026 at 15:00, whose 28 days end with 1 April. What tests change, they name.</summary>
internal static class PathwayThreeStory
{
    public static readonly OdsCode Rosewood = OdsCode.Parse("VM4K2");
    public static readonly OdsCode Larchfield = OdsCode.Parse("VN7R1");
    public static readonly Guid BedOne = Guid.Parse("0a6f1c1e-0000-4000-8000-0000000000b1");
    public static readonly Guid BedTwo = Guid.Parse("0a6f1c1e-0000-4000-8000-0000000000b2");

    public static readonly InterimPlace InNursingBed = new(InterimBedKind.Nursing, Rosewood, WeeklyCost: 140_000);
    public static readonly InterimPlace InResidentialHome = new(InterimBedKind.Residential, Larchfield, WeeklyCost: 70_000);

    public static FunctionalAssessmentMade NeedsCareDayAndNight => Assessed with { Needs = [FunctionalNeed.TwentyFourHourCare] };

    public static HomeFoundNotPossible HomeNotPossible => new(March(4, "10:15"), [ReasonHomeNotPossible.NotSafeBetweenVisits], StaffRole.SocialWorker);

    public static PartyInvolved Involved => new(March(4, "10:30"), Party.Person, StaffRole.SocialWorker);

    public static InterimStayDecided StayDecided => new(March(4, "11:15"), InterimBedKind.Nursing, new LocalDate(2026, 4, 1), StaffRole.SocialWorker);

    public static DischargedFromHospital LeftForCareHome => LeftAt(March(4, "14:00"), Destination.CareHome);

    public static InterimBedOccupied Arrived => ArrivedAt(March(4, "15:00"));

    public static ContingencyPlaceAgreed PlaceAgreed => new(March(4, "12:00"), InterimBedKind.Nursing, Rosewood, March(4, "10:00"), Note, Note, StaffRole.DischargeCoordinator);

    public static RecoveryJudged Recovered => new(March(20, "10:00"), RecoveryFinding.MaximumIndependenceReached, RecoveryGround.ScoresNoLongerRise, StaffRole.Physiotherapist);

    public static InterimStayExtended Extended => new(March(31, "10:00"), new LocalDate(2026, 4, 20), ExtensionReason.AwaitingCareAtHome, SeniorRole.ServiceManager, Note);

    public static CapacityAssessed LacksCapacity => new(March(4, "09:30"), DecisionInQuestion.WhereToLive, Capacity.Lacks, StaffRole.Doctor);

    public static CapacityAssessed HasCapacity => LacksCapacity with { OccurredAt = March(4, "09:45"), Found = Capacity.Has };

    public static BestInterestsDecided DecidedForThem => new(March(4, "10:40"), DecisionInQuestion.WhereToLive, StaffRole.SocialWorker);

    public static AdvocateInstructed AdvocateThere => new(March(4, "10:45"), AdvocateKind.IndependentMentalCapacityAdvocate, StaffRole.SocialWorker);

    /// <summary>Everything up to the arrival in the nursing bed.</summary>
    public static Fact[] ToTheNursingBed =>
        [Ready, NeedsCareDayAndNight, HomeNotPossible, Involved, OnPathway(Pathway.Pathway3), StayDecided, DecidedToDischarge, LeftForCareHome, Arrived];

    public static InterimBedOccupied ArrivedAt(Instant at, InterimPlace? place = null) => new(at, place ?? InNursingBed);

    public static InterimBedVacated VacatedAt(Instant at, LeavingInterimBedFor reason = LeavingInterimBedFor.Home) => new(at, reason);

    public static LongTermAssessmentCompleted Completed(LongTermOutcome outcome) => new(March(25, "10:00"), outcome, StaffRole.SocialWorker);

    /// <summary>The case of somebody in the nursing bed, with what happened since.</summary>
    public static DischargeCase InTheBed(params Fact[] since) => CaseAfterOpening([.. ToTheNursingBed, .. since]);

    /// <summary>The interim clocks of a case at a moment: rule, last day and how each stands.</summary>
    public static IEnumerable<(string Rule, LocalDate? DueOn, ClockStatus Status)> Limits(this DischargeCase discharge, Instant at) =>
        discharge.Clocks().Where(clock => clock.Rule.Id is "T07" or "T08").Select(clock => (clock.Rule.Id, clock.Due.DueOn, clock.StatusAt(at)));

    /// <summary>What is next at a moment.</summary>
    public static IEnumerable<string> NextAt(this DischargeCase discharge, Instant at) => NextSteps.Of(discharge, [.. discharge.Clocks()], at).Select(step => step.What);

    /// <summary>What the interim stay warns of at a moment.</summary>
    public static IEnumerable<Departure> WarningsAt(this DischargeCase discharge, Instant at) => InterimStayWarnings.At(discharge, discharge.Clocks(), at);
}
