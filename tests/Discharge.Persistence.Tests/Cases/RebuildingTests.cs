using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests.Cases;

public sealed class RebuildingTests
{
    private static readonly string[] Shown = ["discharge_cases", "clocks", "person_links", "asked"];

    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital_with_cases_at_every_stage()
    {
        _hospital = await Hospital.OpenAsync();
        await _hospital.AdmitAsync("Northgate");
        var gone = await _hospital.GoneHomeAsync();
        await _hospital.DoAsync(gone, new SendReferral(_hospital.Time.Now, Referral, ReferredService.Handyperson, Domain.People.OdsCode.Parse("QHELP"), StaffRole.Nurse));
        await _hospital.DoAsync(gone, new TakeReferralStep(_hospital.Time.Now, Referral, ReferralStep.Received));
        await _hospital.DoAsync(gone, new CheckWelfare(_hospital.Time.Now, StaffRole.Volunteer, WelfareOutcome.SafeAndWell));
        _hospital.Time.Pass(Duration.FromHours(20));
        var seen = await _hospital.GoneHomeAsync();
        await _hospital.DoAsync(seen, new SeeAtHome(_hospital.Time.Now, StaffRole.Nurse));
        await _hospital.WithdrawAsync(seen, 3);
        var linked = await _hospital.AdmitAsync("Southgate");
        await _hospital.DoAsync(linked, new LinkPerson(_hospital.Time.Now, Other, LinkGround.SameHospitalNumber));
        // Past the breach of the first who left.
        _hospital.Time.Pass(Duration.FromHours(5));
        await _hospital.LookAsync();
        await _hospital.ShowAnewAsync();
    }

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    private static Guid Referral { get; } = Guid.Parse("0195d1a2-0000-7000-8000-000000000002");

    private static Domain.People.PersonRef Other { get; } = new(Guid.Parse("0195d1a2-0000-7000-8000-000000000001"));

    [Test]
    public async Task Written_anew_everything_is_to_the_letter_what_it_was()
    {
        var before = await ShownAsync();

        var rebuilt = await RebuildAsync();

        Assert.That(await ShownAsync(), Is.EqualTo(before));
        Assert.That((rebuilt.Cases, rebuilt.Of, rebuilt.Entries), Is.EqualTo((4, 4, await EntriesAsync())));
    }

    [Test]
    public async Task From_nothing_everything_is_what_it_was_once_the_watch_has_looked_and_nobody_is_told_twice()
    {
        var (before, recorded, said) = (await ShownAsync(), await EntriesAsync(), await NoticesAsync());
        await ForgetAsync();

        await RebuildAsync();
        await _hospital.LookAsync();
        await _hospital.ShowAnewAsync();

        Assert.That(await ShownAsync(), Is.EqualTo(before));
        Assert.That((await EntriesAsync(), await NoticesAsync()), Is.EqualTo((recorded, said)));
    }

    [Test]
    public async Task From_nothing_what_fell_due_while_nothing_was_there_is_recorded_and_told()
    {
        var id = await _hospital.GoneHomeAsync();
        await ForgetAsync();
        _hospital.Time.Pass(Duration.FromHours(25));

        await RebuildAsync();
        await _hospital.LookAsync();

        Assert.That((await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact), Has.Some.InstanceOf<ClockBreached>());
        Assert.That((await _hospital.NoticesAsync(id)).Select(notice => notice.Moment), Has.Some.EqualTo(_hospital.Time.Now - Duration.FromHours(1) + Duration.FromTicks(10)));
    }

    [Test]
    public async Task What_the_watch_has_not_come_to_stays_due()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Pass(Duration.FromHours(25));

        await RebuildAsync();
        var before = (await _hospital.HistoryAsync(id)).Version;
        await _hospital.LookAsync();

        Assert.That(before, Is.EqualTo(2), "To write anew what is shown records nothing.");
        Assert.That((await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact), Has.Some.InstanceOf<ClockBreached>());
    }

    [Test]
    public async Task What_the_watch_has_not_come_to_is_not_shown_as_if_it_had_once_it_has()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Pass(Duration.FromHours(25));

        await RebuildAsync();
        await _hospital.LookAsync();

        Assert.That((await _hospital.Screens.CaseAsync(id, CancellationToken.None))!.Version, Is.EqualTo((await _hospital.HistoryAsync(id)).Version));
    }

    [Test]
    public async Task What_stands_there_by_mistake_is_put_right()
    {
        var before = await ShownAsync();
        await _hospital.Database.RunAsOwnerAsync(
            "update discharge.discharge_cases set ward = 'Elsewhere', person_id = gen_random_uuid(), opened_by = 'nobody', body = '{}'; update discharge.clocks set due_at = now(), owner = 'nobody'");

        await RebuildAsync();

        Assert.That(await ShownAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_case_that_cannot_be_read_is_named_and_shown_as_it_was_and_the_others_are_written()
    {
        var id = await _hospital.GoneHomeAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set data = data - 'occurredAt' where stream_id = '{id}'");
        await _hospital.Database.RunAsOwnerAsync("update discharge.discharge_cases set body = '{}'");

        var rebuilt = await RebuildAsync();

        Assert.That(rebuilt.Left.Select(left => left.Id), Is.EqualTo([id]));
        Assert.That(rebuilt.Left[0].Why.Message, Does.Contain("Entry 1"));
        Assert.That(await _hospital.AskAsync("select string_agg(case_id::text, ' ') from discharge.discharge_cases where body = '{}'"), Is.EqualTo(id.ToString()));
    }

    [Test]
    public async Task A_connection_lost_on_the_way_is_another_try()
    {
        var before = await ShownAsync();
        await using var holding = new NpgsqlConnection(_hospital.Database.Superuser);
        await holding.OpenAsync();
        await using var held = await holding.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select id from cases.mt_streams for update", holding))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var rebuilding = RebuildAsync();
        while (!await _hospital.Database.AskAsSuperuserAsync<bool>(
            "select coalesce(bool_or(pg_terminate_backend(pid)), false) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
        {
            // It has not come to the held cases yet.
        }

        await held.RollbackAsync();
        var rebuilt = await rebuilding;

        Assert.That((rebuilt.Cases, rebuilt.Left), Is.EqualTo((4, Array.Empty<LeftAsItWas>())));
        Assert.That(await ShownAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Commands_go_on_meanwhile_and_what_they_did_is_shown()
    {
        var ids = new List<Guid>();
        for (var admitted = 0; admitted < 20; admitted++)
        {
            ids.Add(await _hospital.AdmitAsync());
        }

        var again = Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                await RebuildAsync();
            }
        });
        await Task.WhenAll(ids.Select(id => _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.OwnHome))));
        await again;

        Assert.That(
            await _hospital.AskAsync("select count(*)::text from discharge.discharge_cases d join cases.mt_streams s on s.id = d.case_id where d.version = s.version"),
            Is.EqualTo("24"));
        var after = await ShownAsync();
        await RebuildAsync();
        Assert.That(await ShownAsync(), Is.EqualTo(after));
    }

    [Test]
    public async Task Beside_work_it_rests_after_each_part_three_times_as_long_as_that_took()
    {
        for (var admitted = 4; admitted < 12; admitted++)
        {
            await _hospital.AdmitAsync();
        }

        var (before, rests, parts) = (await ShownAsync(), new Rests(_hospital.Time.Now), new List<int>());
        await _hospital.Database.RunAsOwnerAsync("update discharge.discharge_cases set body = '{}'");

        await new Rebuilding(_hospital.Pool, _hospital.Store, RuleBook.Standard, rests).RunAsync(RebuildPace.BesideWork, so => parts.Add(so.Cases), CancellationToken.None);

        Assert.That(await ShownAsync(), Is.EqualTo(before));
        Assert.That(parts, Is.EqualTo(new[] { 1, 10, 12 }));
        Assert.That(rests.Taken, Is.EqualTo(Enumerable.Repeat(3 * Rests.BetweenLooks, 3)));
    }

    [Test]
    public async Task On_all_cores_it_does_not_rest()
    {
        var rests = new Rests(_hospital.Time.Now);

        await new Rebuilding(_hospital.Pool, _hospital.Store, RuleBook.Standard, rests).RunAsync(RebuildPace.AllCores, _ => { }, CancellationToken.None);

        Assert.That(rests.Taken, Is.Empty);
    }

    private Task<Rebuilt> RebuildAsync() => new Rebuilding(_hospital.Pool, _hospital.Store, RuleBook.Standard, _hospital.Time).RunAsync(RebuildPace.AllCores, _ => { }, CancellationToken.None);

    private Task ForgetAsync() => _hospital.Database.RunAsOwnerAsync($"truncate {string.Join(", ", Shown.Select(table => $"discharge.{table}"))}");

    // Every column of every row.
    private async Task<string> ShownAsync() => string.Join(
        "\n\n", await Task.WhenAll(Shown.Select(table => _hospital.AskAsync($"select coalesce(string_agg(t::text, e'\\n' order by t::text), '') from discharge.{table} t"))));

    private async Task<long> EntriesAsync() => long.Parse(await _hospital.AskAsync("select count(*)::text from cases.mt_events"), System.Globalization.CultureInfo.InvariantCulture);

    private Task<string> NoticesAsync() => _hospital.AskAsync("select string_agg(n::text, e'\\n' order by notice_id) from discharge.notices n");

    /// <summary>A time whose waits are over at once, and told.</summary>
    // By its clock as long goes by between two looks at it, whatever the machine is at.
    private sealed class Rests(Instant now) : TimeProvider
    {
        public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

        private long _looks;

        public List<TimeSpan> Taken { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

        public override long GetTimestamp() => Interlocked.Increment(ref _looks) * BetweenLooks.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (Taken)
            {
                Taken.Add(dueTime);
            }

            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
