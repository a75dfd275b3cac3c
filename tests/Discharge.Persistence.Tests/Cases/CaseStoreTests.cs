using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests.Cases;

public sealed class CaseStoreTests
{
    private Hospital _hospital = null!;

    private static ReviewCriteriaToReside Review(Instant at) => new(at, [], MedicallyStable: true, StaffRole.Nurse);

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [SetUp]
    public void In_the_morning() => _hospital.Time.Now = Hospital.Morning;

    [Test]
    public async Task What_is_recorded_carries_when_by_whom_in_which_role_for_whom_and_on_what_occasion()
    {
        var id = await _hospital.AdmitAsync();
        _hospital.Time.Pass(Duration.FromMinutes(7) + Duration.FromTicks(10));
        await _hospital.DoAsync(id, Review(Hospital.Morning));

        var history = await _hospital.HistoryAsync(id);
        Assert.Multiple(async () =>
        {
            Assert.That(history.Entries.Select(entry => entry.RecordedAt), Is.EqualTo(new[] { Hospital.Morning, _hospital.Time.Now }));
            Assert.That(history.Entries.Select(entry => entry.RecordedBy), Is.All.EqualTo(Hospital.Coordinator));
            Assert.That(
                await _hospital.Database.AskAsOwnerAsync<string>($"select distinct correlation_id || ' ' || causation_id from cases.mt_events where stream_id = '{id}'"),
                Is.EqualTo("correlation-1 request-1"));
        });
    }

    [Test]
    public async Task What_the_watch_has_to_add_is_recorded_with_the_command_and_as_the_watchs()
    {
        var id = await _hospital.AdmitAsync();
        _hospital.Time.Pass(Duration.FromHours(30));
        var outcome = await _hospital.DoAsync(id, new LeaveHospital(Hospital.Morning, Destination.OwnHome));

        var history = await _hospital.HistoryAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(history.Entries.Skip(1).Select(entry => (EventNames.Of(entry.Fact), entry.RecordedBy.Id)), Is.EqualTo(new[]
            {
                ("discharge-case.discharged-from-hospital.v1", "coordinator-7"), ("clock.breached.v1", "clock-watch"), ("clock.breached.v1", "clock-watch"),
            }));
            Assert.That(((Outcome.Answered)outcome).Version, Is.EqualTo(history.Version));
        });
    }

    [Test]
    public async Task The_moments_of_recording_never_go_backwards_within_a_case()
    {
        var id = await _hospital.AdmitAsync();
        _hospital.Time.Pass(Duration.FromSeconds(-1));
        await _hospital.DoAsync(id, Review(_hospital.Time.Now));

        Assert.That((await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.RecordedAt), Is.All.EqualTo(Hospital.Morning));
    }

    [Test]
    public async Task A_refused_command_leaves_nothing()
    {
        var id = await _hospital.AdmitAsync();
        var before = await EverythingAsync();

        var outcome = await _hospital.SayAsync(
            id, "nothing is ready", note => new DecidePathway(Hospital.Morning, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.Nurse, note), Hospital.Sending(Hospital.Key("refused")));

        Assert.Multiple(async () =>
        {
            Assert.That(((Outcome.Refused)outcome).Refusal.Code, Is.EqualTo(DecidePathway.NotAssessed.Code));
            Assert.That(await EverythingAsync(), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task A_command_for_a_case_that_is_not_there_leaves_nothing()
    {
        var before = await EverythingAsync();

        Assert.That(await _hospital.DoAsync(Guid.CreateVersion7(), Review(Hospital.Morning), Hospital.Sending(Hospital.Key("nowhere"))), Is.InstanceOf<Outcome.NotFound>());
        Assert.That(await EverythingAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_key_that_comes_again_gets_its_first_answer_and_with_another_body_none()
    {
        var id = await _hospital.AdmitAsync();
        var first = await _hospital.DoAsync(id, Review(Hospital.Morning), Hospital.Sending(Hospital.Key("a review", "one")));
        await _hospital.DoAsync(id, new LeaveHospital(Hospital.Morning, Destination.OwnHome));

        Assert.Multiple(async () =>
        {
            Assert.That(await _hospital.DoAsync(id, Review(Hospital.Morning), Hospital.Sending(Hospital.Key("a review", "one"))), Is.EqualTo(first));
            Assert.That(await _hospital.DoAsync(id, Review(Hospital.Morning), Hospital.Sending(Hospital.Key("a review", "two"))), Is.InstanceOf<Outcome.KeyReused>());
        });
    }

    [Test]
    public async Task Of_eight_with_one_key_at_once_one_is_recorded_and_all_are_answered_alike()
    {
        var id = await _hospital.AdmitAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _hospital.DoAsync(id, Review(Hospital.Morning), Hospital.Sending(Hospital.Key("eight")))));

        Assert.Multiple(async () =>
        {
            Assert.That(outcomes.Distinct().Single(), Is.InstanceOf<Outcome.Answered>());
            Assert.That((await _hospital.HistoryAsync(id)).Version, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Eight_that_race_are_each_decided_on_what_they_met_and_none_is_lost()
    {
        var id = await _hospital.AdmitAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(minute => _hospital.DoAsync(id, Review(Hospital.Morning + Duration.FromMinutes(minute)))));

        Assert.Multiple(async () =>
        {
            Assert.That(outcomes.Cast<Outcome.Answered>().Select(answered => answered.Version), Is.EquivalentTo(Enumerable.Range(2, 8)));
            Assert.That((await _hospital.HistoryAsync(id)).Version, Is.EqualTo(9));
        });
    }

    [TestCase(false, typeof(Outcome.LostEveryRace))]
    [TestCase(true, typeof(Outcome.MayBeUnderWay), Description = "What has the case may be the same command, sent by the same caller")]
    public async Task Whoever_cannot_have_the_case_in_time_is_told_whether_it_may_be_recorded_all_the_same(bool withKey, Type outcome)
    {
        var id = await _hospital.AdmitAsync();
        await using var other = new NpgsqlConnection(_hospital.Database.Owner);
        await other.OpenAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand($"select from cases.mt_streams where id = '{id}' for update", other, holding))
        {
            await hold.ExecuteNonQueryAsync();
        }

        Assert.That(await _hospital.DoAsync(id, Review(Hospital.Morning), Hospital.Sending(withKey ? Hospital.Key($"busy {id}") : null)), Is.TypeOf(outcome));
        Assert.That((await _hospital.HistoryAsync(id)).Version, Is.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Of_a_node_that_is_slow_while_it_decides_nobody_is_told_that_somebody_else_was_first(bool withKey)
    {
        var id = await _hospital.AdmitAsync();
        var tried = 0;

        // It stands in its transaction until the database has ended that.
        async Task<Verdict> DecideAsync(NpgsqlConnection connection, History history, Func<string?, NoteRef?> note, CancellationToken stop)
        {
            tried++;
            await using (var hasty = new NpgsqlCommand("set local idle_in_transaction_session_timeout = 1", connection))
            {
                await hasty.ExecuteNonQueryAsync(stop);
            }

            while (await _hospital.Database.AskAsSuperuserAsync<bool>($"select exists (select from pg_stat_activity where pid = {connection.ProcessID})"))
            {
                await Task.Yield();
            }

            return Verdict.Of(Review(Hospital.Morning).Decide(DischargeCaseType.StateOf(id, history)));
        }

        Assert.That(
            async () => await _hospital.Cases.ChangeAsync(DischargeCaseType.Instance, id, Hospital.Sending(withKey ? Hospital.Key($"slow {id}") : null), [], DecideAsync, CancellationToken.None),
            Throws.TypeOf<CommandNotDoneException>());
        Assert.That(tried, Is.GreaterThan(1), "it is tried again");
        Assert.That((await _hospital.HistoryAsync(id)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task What_the_watch_recorded_does_not_make_a_callers_view_stale_and_what_a_person_recorded_does()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Pass(Duration.FromHours(30));
        await _hospital.LookAsync();
        var afterTheWatch = await _hospital.DoAsync(id, Review(Hospital.Morning), Hospital.Sending(ifVersion: 2));
        var afterAPerson = await _hospital.DoAsync(id, Review(_hospital.Time.Now), Hospital.Sending(ifVersion: 2));

        Assert.Multiple(() =>
        {
            Assert.That(afterTheWatch, Is.InstanceOf<Outcome.Answered>());
            Assert.That(((Outcome.Stale)afterAPerson).Since.Select(entry => entry.Version), Is.EqualTo(new[] { 3L, 4, 5 }));
        });
    }

    [Test]
    public async Task An_answer_is_forgotten_after_seven_days_and_no_sooner()
    {
        await _hospital.AdmitAsync();
        var weekLater = Hospital.Morning + Duration.FromDays(7);

        Assert.Multiple(async () =>
        {
            Assert.That(await KeptAnswers.ForgetAsync(_hospital.Pool, weekLater, CancellationToken.None), Is.Zero);
            Assert.That(await KeptAnswers.ForgetAsync(_hospital.Pool, weekLater + Duration.FromTicks(10), CancellationToken.None), Is.Positive);
        });
    }

    private Task<string> EverythingAsync() => _hospital.Database.AskAsOwnerAsync<string>("""
        select concat_ws(' ', (select count(*) from cases.mt_events), (select count(*) from cases.mt_streams), (select sum(version) from cases.mt_streams),
            (select count(*) from discharge.notes), (select count(*) from discharge.people), (select count(*) from discharge.command_answers),
            (select count(*) from discharge.clocks), (select count(*) from discharge.notices), (select string_agg(body, ',' order by case_id) from discharge.discharge_cases))
        """);
}
