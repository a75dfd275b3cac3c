using Discharge.Domain.Reablement;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class VisitTests : ReablementDecisions
{
    private static VisitPlanned Planned => new(March(3, "09:00"), March(4, "10:00"), Petra, ReablementRole.Physiotherapist);

    private static ContactMade Visited => new(March(4, "10:05"), Petra, ReablementRole.Physiotherapist, ContactBy.Visit, Visit: 5);

    private static Deciding.Recorded[] Started => [Referred, Accepted, AllocatedToOlu, FirstContact];

    [Test]
    public void A_visit_is_planned() => Given(Started).When(new PlanVisit(March(3, "09:00"), March(4, "10:00"), Petra, ReablementRole.Physiotherapist).Decide).ThenRecorded(Planned);

    [Test]
    public void A_planned_visit_is_made_and_records_who_came() =>
        Given([.. Started, Planned]).When(new RecordContact(March(4, "10:05"), Petra, ReablementRole.Physiotherapist, ContactBy.Visit, Visit: 5, With: [Olu]).Decide).ThenRecorded(Visited with { With = [Olu] });

    [Test]
    public void A_planned_visit_is_missed_and_why() =>
        Given([.. Started, Planned]).When(new ReportMissedVisit(March(4, "10:30"), 5, MissedVisitReason.NoStaff).Decide).ThenRecorded(new VisitMissed(March(4, "10:30"), 5, MissedVisitReason.NoStaff));

    [Test]
    public void What_was_not_planned_is_neither_missed_nor_made() => Assert.Multiple(() =>
    {
        Given(Started).When(new ReportMissedVisit(March(4, "10:30"), 4, MissedVisitReason.NoStaff).Decide).ThenRefused(ReportMissedVisit.NoSuchVisit);
        Given(Started).When(new RecordContact(March(4, "10:05"), Petra, ReablementRole.Physiotherapist, ContactBy.Visit, Visit: 4).Decide).ThenRefused(ReportMissedVisit.NoSuchVisit);
    });

    [Test]
    public void Made_and_missed_is_recorded_and_says_so() =>
        Given([.. Started, Planned, Visited]).When(new ReportMissedVisit(March(4, "10:30"), 5, MissedVisitReason.NoStaff).Decide).ThenDeparting(ReportMissedVisit.WasMade);

    [Test]
    public void Missed_and_made_is_recorded_and_says_so_too() => Given([.. Started, Planned, new VisitMissed(March(4, "10:30"), 5, MissedVisitReason.NoStaff)])
        .When(new RecordContact(March(4, "10:05"), Petra, ReablementRole.Physiotherapist, ContactBy.Visit, Visit: 5).Decide).ThenDeparting(ReportMissedVisit.WasMade);

    [TestCase(ContactBy.Telephone)]
    [TestCase(ContactBy.Video)]
    public void A_call_does_not_make_a_planned_visit(ContactBy how) => Assert.Multiple(() =>
    {
        var call = new RecordContact(March(4, "10:05"), Petra, ReablementRole.Physiotherapist, how, Visit: 5);
        Given([.. Started, Planned]).When(call.Decide).ThenRefused(RecordContact.CallIsNoVisit);
        Given([.. Started, Planned]).When((call with { Visit = null }).Decide).ThenRecorded(Visited with { How = how, Visit = null });
    });

    [Test]
    public void A_planned_visit_made_twice_is_recorded_and_says_so() => Given([.. Started, Planned, Visited])
        .When(new RecordContact(March(4, "11:05"), Olu, ReablementRole.OccupationalTherapist, ContactBy.Visit, Visit: 5).Decide).ThenDeparting(RecordContact.MadeTwice);

    [Test]
    public void People_minded_how_many_different_carers_came_so_distinct_staff_and_the_share_of_visits_by_the_named_worker_are_counted() => Assert.Multiple(() =>
    {
        Assert.That(Continuity.Of(CaseOf(Started)) is { Visits: 1, ByNamedWorker: 1, Share: 100m, Staff.Count: 1 });
        var three = Continuity.Of(CaseOf([.. Started, Planned, Visited with { With = [Olu] }, Visited with { OccurredAt = March(5, "10:00"), By = Sam, Visit = null }]));
        Assert.That((three.Visits, three.ByNamedWorker, three.Share), Is.EqualTo((3, 2, (decimal?)66.67m)), "Two of three: alone, and with somebody.");
        Assert.That(three.Staff, Is.EquivalentTo([Olu, Petra, Sam]));
    });

    [Test]
    public void The_named_worker_is_whoever_was_it_at_the_time_of_the_visit() => Assert.That(
        Continuity.Of(CaseOf([.. Started, new WorkerHandedOver(March(4, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload), Visited with { Visit = null }])).Share, Is.EqualTo(100m));

    [Test]
    public void A_call_is_no_visit() => Assert.That(Continuity.Of(CaseOf(Referred, Accepted, AllocatedToOlu, FirstContact with { How = ContactBy.Telephone })), Is.EqualTo(new Continuity(0, [], 0)).Using<Continuity>((one, other) => one.Visits == other.Visits && one.Share == other.Share));

    [TestCase(9, 3, Description = "Three in the first week")]
    [TestCase(23, 1, Description = "Three in three weeks")]
    public void How_often_there_was_contact_is_counted_by_the_week(int day, decimal perWeek) =>
        Assert.That(ContactFrequency.PerWeek(CaseOf([.. Started, Visited with { Visit = null }, FirstContact with { OccurredAt = March(5, "09:00"), How = ContactBy.Telephone }]), March(day, "14:00")), Is.EqualTo(perWeek));

    [Test]
    public void Nobody_was_in_contact_before_the_first_one() => Assert.That(ContactFrequency.PerWeek(CaseOf(Referred, Accepted), March(9, "09:00")), Is.Null);

    [Test]
    public void Continuity_over_the_service_weighs_visits_and_counts_staff_for_each_person() => Assert.That(
        Continuity.Over([new(4, [Olu, Petra], 3), new(1, [Sam], 0), new(0, [], 0)]), Is.EqualTo((5, 3, (decimal?)60m, (decimal?)1.5m)));
}
