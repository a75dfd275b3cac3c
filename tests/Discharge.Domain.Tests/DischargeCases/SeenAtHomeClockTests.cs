using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class SeenAtHomeClockTests
{
    private static readonly Duration Microsecond = LocalCalendar.Microsecond;

    [TestCase("2026-03-04T14:00Z", null, "2026-03-04T14:00Z", ClockStatus.Running, Description = "Just left")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-05T07:59Z", ClockStatus.Running, Description = "A minute short of 18 hours")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-05T08:00Z", ClockStatus.Warned, Description = "18 hours")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-05T14:00Z", ClockStatus.Warned, Description = "24 hours are not past yet")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-05T14:01Z", ClockStatus.Breached, Description = "24 hours are past")]
    [TestCase("2026-03-04T14:00Z", "2026-03-04T14:00Z", "2026-03-06T09:00Z", ClockStatus.Met, Description = "Seen on the doorstep of the hospital")]
    [TestCase("2026-03-04T14:00Z", "2026-03-05T14:00Z", "2026-03-06T09:00Z", ClockStatus.Met, Description = "Seen after exactly 24 hours: within")]
    [TestCase("2026-03-04T14:00Z", "2026-03-05T14:01Z", "2026-03-06T09:00Z", ClockStatus.MetLate, Description = "Seen a minute late")]
    [TestCase("2026-03-28T20:00Z", null, "2026-03-29T13:59Z", ClockStatus.Running, Description = "Spring: 17 hours 59 lived, 14:59 on the wall")]
    [TestCase("2026-03-28T20:00Z", null, "2026-03-29T14:00Z", ClockStatus.Warned, Description = "Spring: 18 hours lived, 15:00 on the wall")]
    [TestCase("2026-03-28T20:00Z", "2026-03-29T20:00Z", "2026-03-30T09:00Z", ClockStatus.Met, Description = "Spring: 21:00 on the wall is still within 24 hours")]
    [TestCase("2026-03-28T20:00Z", "2026-03-29T20:01Z", "2026-03-30T09:00Z", ClockStatus.MetLate, Description = "Spring: 21:01 on the wall is not")]
    [TestCase("2026-10-24T19:00Z", null, "2026-10-25T13:00Z", ClockStatus.Warned, Description = "Autumn: 18 hours lived, 13:00 on the wall")]
    [TestCase("2026-10-24T19:00Z", "2026-10-25T19:00Z", "2026-10-26T09:00Z", ClockStatus.Met, Description = "Autumn: left at 20:00, seen at 19:00 on the wall, within 24 hours")]
    [TestCase("2026-10-24T19:00Z", "2026-10-25T20:00Z", "2026-10-26T09:00Z", ClockStatus.MetLate, Description = "Autumn: left at 20:00, seen at 20:00 on the wall, 25 hours later")]
    public void The_24_hours_are_lived_hours_from_leaving(string left, string? seen, string now, ClockStatus status)
    {
        var leaving = At(left);
        Fact[] visit = seen is null ? [] : [SeenAt(At(seen))];
        var booked = new HomeVisitBooked(leaving - Duration.FromHours(2), leaving + Duration.FromHours(20), StaffRole.OccupationalTherapist);
        var assessed = Assessed with { OccurredAt = leaving - Duration.FromHours(4) };
        var pathway = OnPathway1 with { OccurredAt = leaving - Duration.FromHours(3) };
        var clock = CaseAfterOpening([assessed, pathway, booked, LeftAt(leaving), .. visit]).ClockOf("T01")!;
        Assert.That(clock.StatusAt(At(now)), Is.EqualTo(status));
    }

    [Test]
    public void The_last_microsecond_of_24_hours_still_counts_and_the_next_does_not()
    {
        var clock = CaseOf(Opened, OnPathway1, Left).ClockOf("T01")!;
        Assert.Multiple(() =>
        {
            Assert.That((clock.Due.DueAt, clock.Due.BreachAt), Is.EqualTo((March(5, "14:00"), March(5, "14:00") + Microsecond)));
            Assert.That((clock.WasBreachedBy(March(5, "14:00")), clock.WasBreachedBy(March(5, "14:00") + Microsecond)), Is.EqualTo((false, true)));
            Assert.That(clock.StatusAt(March(5, "14:00") + Microsecond), Is.EqualTo(ClockStatus.Breached));
            Assert.That(CaseOf(Opened, OnPathway1, Left, SeenAt(March(5, "14:00") + Microsecond)).ClockOf("T01")!.StatusAt(March(6, "09:00")), Is.EqualTo(ClockStatus.MetLate));
        });
    }

    private static IEnumerable<TestCaseData> Bookings =>
    [
        Booked("No visit is booked", ClockStatus.Warned),
        Booked("A visit by an assessor inside 24 hours", ClockStatus.Running, VisitBooked),
        Booked("At the last moment of the 24 hours", ClockStatus.Running, VisitBooked with { VisitAt = March(5, "14:00") }),
        Booked("A minute past them", ClockStatus.Warned, VisitBooked with { VisitAt = March(5, "14:01") }),
        Booked("For a moment before leaving", ClockStatus.Warned, VisitBooked with { VisitAt = March(4, "13:00") }),
        Booked("For somebody who does not assess", ClockStatus.Warned, VisitBooked with { By = StaffRole.DeliveryDriver }),
        Booked("Booked anew for later", ClockStatus.Warned, VisitBooked, VisitBooked with { OccurredAt = March(4, "13:00"), VisitAt = March(6, "10:00") }),
        Booked("Booked anew for sooner", ClockStatus.Running, VisitBooked with { VisitAt = March(6, "10:00") }, VisitBooked with { OccurredAt = March(4, "13:00") }),
        Booked("Booked only after leaving", ClockStatus.Warned, VisitBooked with { OccurredAt = March(4, "14:01") }),
        Booked("Booked in time and withdrawn", ClockStatus.Warned, VisitBooked, Withdrawn(4, March(4, "15:00"))),
    ];

    [TestCaseSource(nameof(Bookings))]
    public void It_warns_at_leaving_where_no_assessing_visit_is_booked_inside_the_24_hours(ClockStatus status, Fact[] facts)
    {
        var clock = CaseAfterOpening([OnPathway1, Left, .. facts]).ClockOf("T01")!;
        Assert.That(clock.StatusAt(March(4, "14:00")), Is.EqualTo(status));
    }

    [Test]
    public void The_next_moment_is_a_warning_then_the_breach_then_none()
    {
        var clock = CaseOf(Opened, OnPathway1, VisitBooked, Left).ClockOf("T01")!;
        Assert.Multiple(() =>
        {
            Assert.That(clock.NextMomentAfter(March(4, "14:00")), Is.EqualTo(March(5, "08:00")));
            Assert.That(clock.NextMomentAfter(March(5, "08:00")), Is.EqualTo(March(5, "14:00") + Microsecond));
            Assert.That(clock.NextMomentAfter(March(5, "14:00") + Microsecond), Is.Null);
        });
    }

    [Test]
    public void Once_it_is_met_it_has_no_moment_and_until_then_it_has()
    {
        var (inTime, late) = (ClockSeenAt(March(5, "10:00")), ClockSeenAt(March(5, "15:00")));
        Assert.Multiple(() =>
        {
            Assert.That(inTime.NextMomentAfter(March(5, "10:00")), Is.Null);
            Assert.That(inTime.NextMomentAfter(March(5, "09:59")), Is.Null, "the breach lies after it was met");
            Assert.That(inTime.NextMomentAfter(March(4, "14:00")), Is.EqualTo(March(5, "08:00")));
            Assert.That(late.NextMomentAfter(March(5, "13:59")), Is.EqualTo(March(5, "14:00") + Microsecond), "a visit dated ahead, and too late, is no reason to be silent about the breach");
            Assert.That(late.NextMomentAfter(March(5, "14:00") + Microsecond), Is.Null);
        });

        static Clock ClockSeenAt(Instant at) => CaseOf(Opened, OnPathway1, VisitBooked, Left, SeenAt(at)).ClockOf("T01")!;
    }

    private static IEnumerable<TestCaseData> Leavings =>
    [
        Runs("On Pathway 1", true, OnPathway1, Left),
        Runs("On Pathway 1 to a care home", true, OnPathway1, LeftAt(March(4, "14:00"), Destination.CareHome)),
        Runs("On Pathway 1 to the street", true, OnPathway1, LeftAt(March(4, "14:00"), Destination.NoFixedAbode)),
        Runs("By self-discharge on Pathway 1", true, OnPathway1, Left with { SelfDischarge = true }),
        Runs("By self-discharge, unassessed", true, Left with { SelfDischarge = true }),
        Runs("Unassessed and on no pathway", true, Left),
        Runs("On no pathway to family", true, LeftAt(March(4, "14:00"), Destination.FamilyOrFriends)),
        Runs("On no pathway to extra care housing", true, LeftAt(March(4, "14:00"), Destination.ExtraCareHousing)),
        Runs("On no pathway to temporary accommodation", true, LeftAt(March(4, "14:00"), Destination.TemporaryAccommodation)),
        Runs("On no pathway to the street", true, LeftAt(March(4, "14:00"), Destination.NoFixedAbode)),
        Runs("Nobody knows where to", true, LeftAt(March(4, "14:00"), Destination.NotKnown)),
        Runs("Home although a bed was the pathway", true, OnPathway(Pathway.Pathway2), Left),
        Runs("To the bed that was the pathway", false, OnPathway(Pathway.Pathway2), LeftAt(March(4, "14:00"), Destination.CommunityBed)),
        Runs("To the care home that was the pathway", false, OnPathway(Pathway.Pathway3), LeftAt(March(4, "14:00"), Destination.CareHome)),
        Runs("To a hospice", false, LeftAt(March(4, "14:00"), Destination.Hospice)),
        Runs("On no pathway to the care home they live in", true, LeftAt(March(4, "14:00"), Destination.OwnCareHome)),
        Runs("On no pathway to a community bed", true, LeftAt(March(4, "14:00"), Destination.CommunityBed)),
        Runs("To the care home they live in, on the pathway that was", false, OnPathway(Pathway.Pathway3), LeftAt(March(4, "14:00"), Destination.OwnCareHome)),
        Runs("On Pathway 0", false, OnPathway(Pathway.Pathway0), Left),
        Runs("On Pathway 0 by self-discharge", false, OnPathway(Pathway.Pathway0), Left with { SelfDischarge = true }),
        Runs("To another hospital", false, OnPathway1, LeftAt(March(4, "14:00"), Destination.AnotherHospital)),
        Runs("Pathway 0 was decided last", false, OnPathway1, OnPathway(Pathway.Pathway0) with { OccurredAt = March(4, "13:00") }, Left),
        Runs("Pathway 0 was decided only after leaving", true, OnPathway1, Left, OnPathway(Pathway.Pathway0) with { OccurredAt = March(4, "15:00") }),
        Runs("Pathway 1, decided before leaving, is recorded after it", true, Left, OnPathway1),
        Runs("Still in hospital", false, Ready, Assessed, OnPathway1, DecidedToDischarge),
        Runs("Leaving was withdrawn", false, OnPathway1, Left, Withdrawn(3, March(4, "15:00"))),
    ];

    [TestCaseSource(nameof(Leavings))]
    public void It_runs_for_whoever_went_where_they_have_to_be_seen_and_so_does_the_welfare_check(bool runs, Fact[] facts)
    {
        var discharge = CaseAfterOpening(facts);
        Assert.Multiple(() =>
        {
            Assert.That(discharge.Clocks().Select(clock => clock.Rule.Id), Is.EqualTo(runs ? Lines("T01", "T25") : []));
            Assert.That(discharge.MustBeSeenAtHome, Is.EqualTo(runs));
        });
    }

    private static IEnumerable<TestCaseData> Visits =>
    [
        Stops("Seen by somebody who assesses", true, Seen),
        Stops("Seen by a nurse", true, SeenAt(March(5, "10:00"), StaffRole.Nurse)),
        Stops("Seen by an independent living assessor", true, SeenAt(March(5, "10:00"), StaffRole.IndependentLivingAssessor)),
        Stops("The driver who brought the equipment", false, SeenAt(March(5, "10:00"), StaffRole.DeliveryDriver)),
        Stops("A care worker", false, SeenAt(March(5, "10:00"), StaffRole.CareWorker)),
        Stops("A volunteer", false, SeenAt(March(5, "10:00"), StaffRole.Volunteer)),
        Stops("Nobody answered", false, NobodyAnsweredAt(March(5, "10:00"))),
        Stops("Nobody answered and then somebody did", true, NobodyAnsweredAt(March(5, "10:00")), SeenAt(March(5, "12:00"))),
        Stops("A visit dated before leaving", false, SeenAt(March(4, "13:59"))),
        Stops("A welfare check by telephone", false, FoundWell),
        Stops("A visit booked", false, VisitBooked),
        Stops("A visit withdrawn as entered in error", false, Seen, Withdrawn(4, March(5, "11:00"))),
    ];

    [TestCaseSource(nameof(Visits))]
    public void Only_being_seen_by_somebody_who_assesses_stops_it(bool stops, Fact[] facts)
    {
        var clock = CaseAfterOpening([OnPathway1, Left, .. facts]).ClockOf("T01")!;
        Assert.That(clock.IsOpen, Is.EqualTo(!stops));
    }

    [Test]
    public void It_is_met_by_the_first_visit_whichever_was_recorded_first()
    {
        var clock = CaseOf(Opened, OnPathway1, Left, SeenAt(March(6, "10:00")), Seen).ClockOf("T01")!;
        Assert.That((clock.StoppedAt, clock.StatusAt(March(7, "09:00"))), Is.EqualTo(((Instant?)March(5, "10:00"), ClockStatus.Met)));
    }

    [TestCase("T01")]
    [TestCase("T25")]
    public void A_case_opened_in_error_voids_it(string rule)
    {
        var clock = CaseOf(Opened, OnPathway1, Left, Withdrawn(1, March(4, "16:00"))).ClockOf(rule)!;
        Assert.Multiple(() =>
        {
            Assert.That(clock.StatusAt(March(9, "09:00")), Is.EqualTo(ClockStatus.Voided));
            Assert.That((clock.IsOpen, clock.WasBreachedBy(March(9, "09:00")), clock.NextMomentAfter(March(4, "16:00"))), Is.EqualTo((false, false, (Instant?)null)));
        });
    }

    [TestCase("T01", Description = "Seen at home")]
    [TestCase("T25", Description = "Welfare check")]
    public void Nothing_pauses_it_because_it_keeps_a_person_safe(string rule) =>
        Assert.That(CaseOf(Opened, OnPathway1, Left).ClockOf(rule)!.Rule.PausableBy, Is.InstanceOf<NotPausable>());

    private static TestCaseData Booked(string description, ClockStatus status, params Fact[] facts) => new TestCaseData(status, facts).SetArgDisplayNames(description);

    private static TestCaseData Runs(string description, bool runs, params Fact[] facts) => new TestCaseData(runs, facts).SetArgDisplayNames(description);

    private static TestCaseData Stops(string description, bool stops, params Fact[] facts) => new TestCaseData(stops, facts).SetArgDisplayNames(description);
}
