using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Tests.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.Timelines;

/// <summary>A case that this version of the service cannot deal with holds up nobody else's clocks.</summary>
public sealed class PoisonedCaseTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [SetUp]
    public async Task In_the_morning_with_nothing_due()
    {
        _hospital.Time.Now = Hospital.Morning;
        await _hospital.Database.RunAsOwnerAsync("delete from discharge.clocks; delete from cases.mt_streams");
    }

    [TestCase("something.later.v9", "{}", Description = "An event that is not known")]
    [TestCase("discharge-case.home-visit-booked.v1", """{"occurredAt":"2026-03-04T09:00:00Z"}""", Description = "An event without what it needs")]
    public async Task It_is_set_aside_for_a_minute_and_all_others_are_dealt_with(string name, string data)
    {
        var poisoned = await _hospital.GoneHomeAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _hospital.GoneHomeAsync()));
        await PoisonAsync(poisoned, name, data);
        _hospital.Time.Pass(Duration.FromHours(25));

        await _hospital.Watch.LookAsync(100, CancellationToken.None);
        var dealtWith = await BreachesAsync();
        var again = await _hospital.Watch.LookAsync(100, CancellationToken.None);
        await CureAsync(poisoned);
        _hospital.Time.Pass(Duration.FromMinutes(1) - Duration.FromTicks(1));
        var withinTheMinute = await _hospital.Watch.LookAsync(100, CancellationToken.None);
        _hospital.Time.Pass(Duration.FromTicks(1));
        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(dealtWith, Is.EquivalentTo(others), "in the look that met it, and nothing of the poisoned case by halves");
            Assert.That(again, Is.Zero);
            Assert.That(withinTheMinute, Is.Zero);
            Assert.That(await BreachesAsync(), Is.EquivalentTo(others.Append(poisoned)));
        });
    }

    [Test]
    public async Task One_that_the_database_refuses_is_set_aside_and_all_others_are_dealt_with()
    {
        var poisoned = await _hospital.GoneHomeAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _hospital.GoneHomeAsync()));
        await _hospital.Database.RunAsOwnerAsync($"alter table discharge.notices add constraint refused check (case_id <> '{poisoned}') not valid");
        _hospital.Time.Pass(Duration.FromHours(25));

        await _hospital.Watch.LookAsync(100, CancellationToken.None);
        await _hospital.Database.RunAsOwnerAsync("alter table discharge.notices drop constraint refused");

        Assert.That(await BreachesAsync(), Is.EquivalentTo(others));
    }

    [Test]
    public async Task It_can_be_neither_read_nor_changed_and_says_which_entry_it_is()
    {
        var poisoned = await _hospital.GoneHomeAsync();
        await PoisonAsync(poisoned, "something.later.v9", "{}");

        Assert.That(async () => await _hospital.HistoryAsync(poisoned), Throws.TypeOf<UnreadableEventException>().With.Property("Version").EqualTo(3).And.Property("Stream").EqualTo(poisoned));
    }

    [Test]
    public async Task One_of_which_an_entry_is_gone_is_not_shown_without_it()
    {
        var torn = await _hospital.GoneHomeAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set version = 9 where stream_id = '{torn}' and version = 2");

        Assert.Multiple(() =>
        {
            Assert.That(async () => await _hospital.HistoryAsync(torn), Throws.TypeOf<UnreadableEventException>().With.Property("Version").EqualTo(2).And.Property("IsMissing").True);
            Assert.That(async () => await _hospital.WithdrawAsync(torn, 1), Throws.TypeOf<UnreadableEventException>().With.Property("Version").EqualTo(2));
        });
    }

    [Test]
    public async Task One_of_which_the_end_is_gone_takes_nothing_more()
    {
        var torn = await _hospital.GoneHomeAsync();
        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{torn}' and version = 2");

        Assert.That(async () => await _hospital.WithdrawAsync(torn, 1), Throws.TypeOf<UnreadableEventException>().With.Property("Version").EqualTo(2).And.Property("IsMissing").True);
    }

    [TestCase(2)]
    [TestCase(1, Description = "All of it")]
    public async Task One_of_which_the_end_is_gone_is_not_shown_without_it(int from)
    {
        var torn = await _hospital.GoneHomeAsync();
        await CutOffAsync(torn, from);

        Assert.Multiple(async () =>
        {
            Assert.That(async () => await _hospital.HistoryAsync(torn), IsMissing(from));
            Assert.That(async () => await _hospital.Histories.ReadAllAsync(torn, Reach.Everything, CancellationToken.None), IsMissing(from));
            Assert.That((await _hospital.Histories.ReadAsync([torn], CancellationToken.None)).Keys, Is.Empty, "among several it is left out");
        });
    }

    [TestCase(2)]
    [TestCase(1, Description = "All of it")]
    public async Task A_clock_of_one_of_which_the_end_is_gone_writes_nothing_over_it_and_all_others_are_dealt_with(int from)
    {
        var torn = await _hospital.GoneHomeAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _hospital.GoneHomeAsync()));
        await CutOffAsync(torn, from);
        _hospital.Time.Pass(Duration.FromHours(25));

        await _hospital.LookAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await BreachesAsync(), Is.EquivalentTo(others));
            Assert.That(await EntriesAsync(torn), Is.EqualTo(from - 1));
        });
    }

    [TestCase(2)]
    [TestCase(1, Description = "All of it")]
    public async Task A_place_takes_nobody_of_whose_case_the_end_is_gone(int from)
    {
        var (bed, torn) = (await _hospital.RegisterAsync(), await _hospital.GoneHomeAsync());
        await CutOffAsync(torn, from);

        Assert.That(async () => await _hospital.ReserveAsync(bed, torn), IsMissing(from));
        Assert.That(await EntriesAsync(torn), Is.EqualTo(from - 1));
    }

    [Test]
    public async Task Whoever_may_not_know_of_it_is_told_nothing_of_it()
    {
        var torn = await _hospital.GoneHomeAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set version = 9 where stream_id = '{torn}' and version = 2");

        var outcome = await _hospital.DoAsync(torn, new LeaveHospital(Hospital.Morning, Destination.OwnHome), Hospital.Sending() with { Reach = Reach.OfOrganisations([OdsCode.Parse("ROTH1")]) });

        Assert.That(outcome, Is.InstanceOf<Outcome.NotFound>());
    }

    private static NUnit.Framework.Constraints.TrueConstraint IsMissing(int entry) =>
        Throws.TypeOf<UnreadableEventException>().With.Property("Version").EqualTo(entry).And.Property("IsMissing").True;

    private Task CutOffAsync(Guid id, int from) => _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{id}' and version >= {from}");

    private Task<long> EntriesAsync(Guid id) => _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from cases.mt_events where stream_id = '{id}'");

    // As a newer version of the service would have written it, or somebody by hand.
    private Task PoisonAsync(Guid id, string name, string data) => _hospital.Database.RunAsOwnerAsync($$"""
        insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name, headers)
        values (nextval('cases.mt_events_sequence'), gen_random_uuid(), '{{id}}', 3, '{{data}}', '{{name}}', '2026-03-04T09:00:00Z', 'coordinator-7', '{"role": "nurse", "organisation": "QMJ01"}');
        update cases.mt_streams set version = 3 where id = '{{id}}';
        """);

    private Task CureAsync(Guid id) => _hospital.Database.RunAsOwnerAsync($"""
        delete from cases.mt_events where stream_id = '{id}' and version = 3;
        update cases.mt_streams set version = 2 where id = '{id}';
        """);

    private async Task<Guid[]> BreachesAsync() => await _hospital.Database.AskAsOwnerAsync<Guid[]>(
        "select coalesce(array_agg(stream_id), '{}') from cases.mt_events where type = 'clock.breached.v1' and data ->> 'rule' = 'T01'");
}
