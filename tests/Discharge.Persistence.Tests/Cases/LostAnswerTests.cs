using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>A commit whose answer did not come is asked about and never sent again.</summary>
public sealed class LostAnswerTests
{
    private Hospital _hospital = null!;
    private DatabaseProxy _proxy = null!;
    private Hospital _behind = null!;
    private Guid _case;

    [OneTimeSetUp]
    public async Task A_hospital_behind_a_connection_that_can_fail()
    {
        _hospital = await Hospital.OpenAsync();
        _proxy = new DatabaseProxy(_hospital.Database.Application);
        _behind = _hospital.ReachedBy(_proxy.ConnectionString);
    }

    [SetUp]
    public async Task A_case() => _case = await _behind.AdmitAsync();

    [OneTimeTearDown]
    public async Task Is_closed()
    {
        await _behind.CloseAsync();
        _proxy.Dispose();
        await _hospital.DisposeAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_commit_whose_answer_was_lost_is_answered_from_what_was_kept(bool withKey)
    {
        var sent = Sending(withKey);
        _proxy.NextCommit = CommitFate.AnswerIsLost;

        var outcome = await LeaveAsync(sent);

        var kept = await _hospital.Database.AskAsOwnerAsync<string>($"select body from discharge.command_answers where version = 2 and body like '%{_case}%'");
        Assert.Multiple(async () =>
        {
            Assert.That(_proxy.NextCommit, Is.EqualTo(CommitFate.Arrives), "the answer was lost");
            Assert.That(outcome, Is.EqualTo(new Outcome.Answered(200, 2, kept)));
            Assert.That(await StoredAsync(), Is.EqualTo(2));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_commit_that_never_arrived_is_said_not_to_have_happened_and_left_nothing(bool withKey)
    {
        _proxy.NextCommit = CommitFate.NeverArrives;

        Assert.That(async () => await LeaveAsync(Sending(withKey)), Throws.TypeOf<CommandNotDoneException>());
        Assert.Multiple(async () =>
        {
            Assert.That(await StoredAsync(), Is.EqualTo(1));
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from discharge.command_answers where body like '%{_case}%'"), Is.EqualTo(1), "the opening's");
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from discharge.clocks where case_id = '{_case}'"), Is.Zero);
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from discharge.notices where case_id = '{_case}'"), Is.Zero);
            Assert.That(await _hospital.Database.AskAsOwnerAsync<string>($"select phase from discharge.discharge_cases where case_id = '{_case}'"), Is.EqualTo("in-hospital"));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_commit_that_is_still_under_way_when_the_connection_breaks_is_waited_for(bool withKey) =>
        await IsWaitedForAsync(withKey, "create constraint trigger takes_long after insert on discharge.command_answers deferrable initially deferred for each row");

    [TestCase(true)]
    [TestCase(false)]
    public async Task Statements_that_are_still_under_way_with_their_commit_when_the_connection_breaks_are_waited_for(bool withKey) =>
        await IsWaitedForAsync(withKey, "create trigger takes_long before insert on cases.mt_events for each statement");

    [Test]
    public async Task The_command_sent_again_after_a_lost_answer_gets_the_same_answer()
    {
        _proxy.NextCommit = CommitFate.AnswerIsLost;
        var first = await LeaveAsync(Sending(withKey: true));

        Assert.Multiple(async () =>
        {
            Assert.That(await LeaveAsync(Sending(withKey: true)), Is.EqualTo(first));
            Assert.That(await StoredAsync(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_commit_that_is_swallowed_is_done_again_once_the_database_has_ended_its_transaction()
    {
        _proxy.NextCommit = CommitFate.IsSwallowed;

        var outcome = await LeaveAsync(Sending(withKey: true));

        Assert.Multiple(async () =>
        {
            Assert.That(outcome, Is.InstanceOf<Outcome.Answered>().With.Property("Version").EqualTo(2));
            Assert.That(await StoredAsync(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_question_that_goes_into_silence_on_an_open_connection_is_given_up()
    {
        await _behind.HistoryAsync(_case);
        _proxy.IsBlackHole = true;
        var failure = await Assert.CatchAsync(() => _behind.HistoryAsync(_case));
        _proxy.IsBlackHole = false;

        Assert.Multiple(async () =>
        {
            Assert.That(Resilience.IsAway(failure!), Is.True);
            Assert.That((await _behind.HistoryAsync(_case)).Version, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_command_that_goes_into_silence_is_given_up_and_is_recorded_once_when_it_is_sent_again()
    {
        _proxy.IsBlackHole = true;
        var failure = await Assert.CatchAsync(() => LeaveAsync(Sending(withKey: true)));
        _proxy.IsBlackHole = false;
        var again = await LeaveAsync(Sending(withKey: true));

        Assert.Multiple(async () =>
        {
            Assert.That(Resilience.IsAway(failure!), Is.True);
            Assert.That(again, Is.InstanceOf<Outcome.Answered>().With.Property("Version").EqualTo(2));
            Assert.That(await StoredAsync(), Is.EqualTo(2));
        });
    }

    private async Task IsWaitedForAsync(bool withKey, string whatTakesLong)
    {
        await _hospital.Database.RunAsOwnerAsync($"""
            create function discharge.take_long() returns trigger language plpgsql as 'begin perform pg_sleep(0.7); return null; end';
            {whatTakesLong} execute function discharge.take_long();
            """);
        _proxy.NextCommit = CommitFate.IsCutOffUnanswered;

        var outcome = await LeaveAsync(Sending(withKey));
        await _hospital.Database.RunAsOwnerAsync("drop function discharge.take_long() cascade");

        Assert.Multiple(async () =>
        {
            Assert.That(outcome, Is.InstanceOf<Outcome.Answered>().With.Property("Version").EqualTo(2));
            Assert.That(await StoredAsync(), Is.EqualTo(2));
        });
    }

    private Sent Sending(bool withKey) => Hospital.Sending(withKey ? Hospital.Key($"leaving {_case}") : null);

    private Task<Outcome> LeaveAsync(Sent sent)
    {
        _behind.Time.Pass(Duration.FromMinutes(1));
        return _behind.DoAsync(_case, new LeaveHospital(Hospital.Morning, Destination.OwnHome), sent);
    }

    private Task<long> StoredAsync() => _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from cases.mt_events where stream_id = '{_case}'");
}
