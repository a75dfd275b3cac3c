using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Tests.DischargeCases;
using Discharge.Persistence.Timelines;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests.Timelines;

public sealed class ClockWatchTests
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private static readonly Instant Breach = Hospital.Morning + Duration.FromHours(24) + Microsecond;

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    private const string Waiting = "insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, due_at, breach_at, owner, next_at)";

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [SetUp]
    public async Task In_the_morning_with_nothing_due()
    {
        _hospital.Time.Now = Hospital.Morning;
        await _hospital.Database.RunAsOwnerAsync("delete from discharge.clocks");
    }

    [Test]
    public async Task Nothing_is_recorded_before_its_moment_and_it_is_at_it()
    {
        var id = await _hospital.GoneHomeAsync();

        _hospital.Time.Now = Breach - Microsecond;
        await _hospital.LookAsync();
        var before = await BreachesAsync(id);
        _hospital.Time.Now = Breach;
        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(before, Is.Empty);
            Assert.That(await BreachesAsync(id), Is.EqualTo(new[] { new ClockBreached(Breach, "T01", 2, Breach - Microsecond, Breach) }));
        });
    }

    [Test]
    public async Task A_visit_dated_a_little_ahead_and_too_late_leaves_the_breach_and_its_notice_to_come()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Now = Breach - Duration.FromSeconds(20);
        await _hospital.LookAsync();

        await _hospital.DoAsync(id, new SeeAtHome(Breach + Duration.FromSeconds(20), StaffRole.Nurse));
        var before = await BreachesAsync(id);
        _hospital.Time.Now = Breach;
        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(before, Is.Empty);
            Assert.That((await BreachesAsync(id)).Select(breach => breach.OccurredAt), Is.EqualTo(new[] { Breach }));
            Assert.That((await _hospital.NoticesAsync(id)).Where(notice => notice.Rule == "T01").Select(notice => notice.Moment), Has.Some.EqualTo(Breach));
        });
    }

    [Test]
    public async Task A_second_late_visit_recorded_before_the_watch_has_looked_leaves_the_notice_of_the_breach_to_come()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Now = Breach - Duration.FromSeconds(20);
        await _hospital.LookAsync();
        await _hospital.DoAsync(id, new SeeAtHome(Breach + Duration.FromSeconds(20), StaffRole.Nurse));

        _hospital.Time.Now = Breach + Duration.FromSeconds(30);
        await _hospital.DoAsync(id, new SeeAtHome(Breach + Duration.FromSeconds(10), StaffRole.Nurse));
        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((await BreachesAsync(id)).Select(breach => breach.OccurredAt), Is.EqualTo(new[] { Breach }));
            Assert.That((await _hospital.NoticesAsync(id)).Where(notice => notice.Rule == "T01").Select(notice => notice.Moment), Has.Some.EqualTo(Breach));
        });
    }

    [Test]
    public async Task A_breach_noticed_late_is_recorded_once_with_due_and_detection_apart()
    {
        var id = await _hospital.GoneHomeAsync();

        _hospital.Time.Now = Breach + Duration.FromHours(3) + Microsecond;
        await _hospital.LookAsync();
        await _hospital.LookAsync();

        Assert.That(await BreachesAsync(id), Is.EqualTo(new[] { new ClockBreached(Breach, "T01", 2, Breach - Microsecond, _hospital.Time.Now) }));
    }

    [Test]
    public async Task A_notice_given_late_says_when_it_was_due_and_when_it_was_given()
    {
        var id = await _hospital.GoneHomeAsync();
        var eighteenHours = Hospital.Morning + Duration.FromHours(18);

        _hospital.Time.Now = eighteenHours - Microsecond;
        await _hospital.LookAsync();
        var before = await NoticesAsync(id, "18 hours after the start");
        _hospital.Time.Now = eighteenHours + Duration.FromMinutes(2);
        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(before, Is.Empty);
            Assert.That(await NoticesAsync(id, "18 hours after the start"), Is.Not.Empty.And.All.Matches<Notice>(notice => notice!.Moment == eighteenHours && notice.GivenAt == _hospital.Time.Now));
        });
    }

    [Test]
    public async Task A_visit_recorded_late_gives_the_notices_the_watch_had_not_come_to_and_leaves_it_nothing_to_do()
    {
        var id = await _hospital.GoneHomeAsync();
        await _hospital.DoAsync(id, new CheckWelfare(Hospital.Morning, StaffRole.Volunteer, WelfareOutcome.SafeAndWell));
        _hospital.Time.Now = Breach + Duration.FromHours(2);
        await _hospital.DoAsync(id, new SeeAtHome(_hospital.Time.Now - Duration.FromHours(1), StaffRole.Nurse));

        Assert.Multiple(async () =>
        {
            Assert.That(await NoticesAsync(id, "18 hours after the start"), Is.Not.Empty);
            Assert.That(await NoticesAsync(id, "at the breach"), Is.Not.Empty);
            Assert.That(await Rows.ClocksAsync(_hospital, id), Does.Match("T01 .* met-late .* -\nT25 .* met .* -$"));
            Assert.That(await _hospital.Watch.LookAsync(100, CancellationToken.None), Is.Zero);
        });
    }

    [Test]
    public async Task A_clock_that_runs_again_gives_the_notices_that_came_while_it_stood()
    {
        var id = await _hospital.GoneHomeAsync();
        await _hospital.DoAsync(id, new SeeAtHome(_hospital.Time.Now, StaffRole.Nurse));
        _hospital.Time.Now = Hospital.Morning + Duration.FromHours(20);
        await _hospital.LookAsync();
        await _hospital.WithdrawAsync(id, entry: 3);

        Assert.That(await NoticesAsync(id, "18 hours after the start"), Is.Not.Empty);
    }

    [Test]
    public async Task A_moment_for_which_nobody_waits_any_more_is_put_right_by_one_look()
    {
        var id = await _hospital.GoneHomeAsync();
        await _hospital.Database.RunAsOwnerAsync($"{Waiting} values ('{id}', 'T99', 1, 1, now(), now(), now(), 'ward', '2026-01-01')");

        await _hospital.LookAsync();

        Assert.That(await Rows.ClocksAsync(_hospital, id), Is.EqualTo(Rows.ClocksOf(await Rows.FoldedAsync(_hospital, id, _hospital.Time.Now))));
    }

    [Test]
    public async Task What_one_look_writes_of_many_cases_is_what_each_of_them_makes_of_itself()
    {
        var cases = new List<Guid>();
        foreach (var count in Enumerable.Range(0, 4))
        {
            cases.Add(await _hospital.GoneHomeAsync());
            await _hospital.DoAsync(cases[^1], count % 2 == 0
                ? new CheckWelfare(_hospital.Time.Now, StaffRole.Volunteer, WelfareOutcome.SafeAndWell)
                : new ReportFailedVisit(_hospital.Time.Now, StaffRole.Nurse, FailedVisitReason.NoAnswer));
        }

        _hospital.Time.Now = Breach + Duration.FromMinutes(1);
        var dealtWith = await _hospital.Watch.LookAsync(100, CancellationToken.None);

        Assert.That(dealtWith, Is.GreaterThanOrEqualTo(cases.Count));
        await _hospital.ShowAnewAsync();
        foreach (var id in cases)
        {
            var now = await Rows.FoldedAsync(_hospital, id, _hospital.Time.Now);
            var shown = await Rows.OfAsync(_hospital, id);
            Assert.That(now.History.Entries.Count(entry => entry.Fact is ClockBreached { Rule: "T01" }), Is.EqualTo(1));
            Assert.That(await Rows.ClocksAsync(_hospital, id), Is.EqualTo(Rows.ClocksOf(now)));
            Assert.That(await Rows.GivenAsync(_hospital, id), Is.SupersetOf(Rows.ToGive(now)).And.Unique);
            await Rows.RebuildAsync(_hospital, id, _hospital.Time.Now);
            Assert.That(shown, Is.EqualTo(await Rows.OfAsync(_hospital, id)));
        }
    }

    [Test]
    public async Task Two_watches_at_once_over_two_hundred_cases_record_each_breach_once()
    {
        var cases = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _hospital.GoneHomeAsync()));
        _hospital.Time.Now = Breach + Duration.FromMinutes(1);

        await Task.WhenAll(LookUntilNothingIsDue(_hospital.Watch), LookUntilNothingIsDue(_hospital.NewWatch()));

        Assert.Multiple(async () =>
        {
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>(CountOf(cases, "clock.breached.v1", "T01")), Is.EqualTo(200));
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>(CountOf(cases, "clock.breached.v1", "T25")), Is.EqualTo(200));
        });
    }

    [Test]
    public async Task A_backlog_is_gone_through_from_where_the_last_look_came_to_also_where_all_of_it_is_due_at_one_instant()
    {
        var cases = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => _hospital.GoneHomeAsync()));
        _hospital.Time.Now = Breach + Duration.FromMinutes(1);

        var places = new List<DuePlace> { DuePlace.First };
        while (await _hospital.Watch.LookAsync(3, places[^1], CancellationToken.None) is (not 0, var reached))
        {
            places.Add(reached);
        }

        Assert.Multiple(async () =>
        {
            Assert.That(places, Has.Count.GreaterThan(3).And.Unique);
            Assert.That(places.Select(place => place.Moment), Is.Ordered);
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>(CountOf(cases, "clock.breached.v1", "T01")), Is.EqualTo(7));
            Assert.That(await _hospital.Watch.LookAsync(100, CancellationToken.None), Is.Zero);
        });
    }

    [Test]
    public async Task What_another_held_meanwhile_is_not_seen_after_the_place_and_is_from_the_first()
    {
        var held = await _hospital.GoneHomeAsync();
        _hospital.Time.Now = Hospital.Morning + Duration.FromMinutes(1);
        var later = await _hospital.GoneHomeAsync();
        _hospital.Time.Now = Breach + Duration.FromMinutes(2);
        DuePlace reached;
        await using (var other = new NpgsqlConnection(_hospital.Database.Owner + ";Pooling=false"))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand($"select from cases.mt_streams where id = '{held}' for update", other);
            await hold.ExecuteNonQueryAsync();
            (_, reached) = await _hospital.Watch.LookAsync(100, DuePlace.First, CancellationToken.None);
            Assert.That(await BreachesAsync(later), Is.Not.Empty);
        }

        var after = await _hospital.Watch.LookAsync(100, reached, CancellationToken.None);
        Assert.That(after.DealtWith, Is.Zero);
        Assert.That(await BreachesAsync(held), Is.Empty);

        await _hospital.LookAsync();
        Assert.That(await BreachesAsync(held), Is.Not.Empty);
    }

    [Test]
    public async Task Commands_and_watches_at_the_same_cases_at_once_are_all_done()
    {
        var cases = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _hospital.GoneHomeAsync()));
        _hospital.Time.Now = Breach + Duration.FromMinutes(1);
        var watching = Task.WhenAll(LookUntilNothingIsDue(_hospital.Watch), LookUntilNothingIsDue(_hospital.NewWatch()));

        var outcomes = await Task.WhenAll(
            from minute in Enumerable.Range(1, 5)
            from id in cases
            select _hospital.DoAsync(id, new ReportFailedVisit(Hospital.Morning + Duration.FromMinutes(minute), StaffRole.Nurse, FailedVisitReason.NoAnswer)));
        await watching;
        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(outcomes, Is.All.InstanceOf<Outcome.Answered>());
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>(CountOf(cases, "clock.breached.v1", "T01")), Is.EqualTo(20));
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from cases.mt_events where type = 'discharge-case.home-visit-failed.v1' and stream_id in ({In(cases)})"), Is.EqualTo(100));
        });
    }

    [TestCase("update discharge.notices set words = 'none'")]
    [TestCase("delete from discharge.notices")]
    [TestCase("truncate discharge.notices")]
    public void A_notice_given_cannot_be_altered(string alteration) => Assert.That(
        async () => await _hospital.Database.RunAsApplicationAsync(alteration),
        Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege));

    [Test]
    public async Task A_notice_given_twice_is_given_once()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Now = Breach;
        await _hospital.LookAsync();
        var once = await Rows.GivenAsync(_hospital, id);
        await _hospital.Database.RunAsOwnerAsync($"update discharge.clocks set next_at = '2026-03-04T09:00Z' where case_id = '{id}' and rule = 'T01'");
        await _hospital.LookAsync();

        Assert.That(await Rows.GivenAsync(_hospital, id), Is.EqualTo(once).And.Unique);
    }

    private static async Task LookUntilNothingIsDue(ClockWatch watch)
    {
        await Task.Yield();
        while (await watch.LookAsync(20, CancellationToken.None) > 0)
        {
            // There may be more.
        }
    }

    private static string CountOf(Guid[] cases, string name, string rule) =>
        $"select count(*) from cases.mt_events where type = '{name}' and data ->> 'rule' = '{rule}' and stream_id in ({In(cases)})";

    private static string In(Guid[] cases) => string.Join(", ", cases.Select(id => $"'{id}'"));

    private async Task<ClockBreached[]> BreachesAsync(Guid id) =>
        [.. (await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact).OfType<ClockBreached>().Where(breach => breach.Rule == "T01")];

    private async Task<Notice[]> NoticesAsync(Guid id, string words) => [.. (await _hospital.NoticesAsync(id)).Where(notice => notice.Rule == "T01" && notice.Words == words)];
}
