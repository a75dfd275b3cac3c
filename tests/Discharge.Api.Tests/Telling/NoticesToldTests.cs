using System.Text.Json.Nodes;
using Discharge.Api.Telling;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Telling;
using Discharge.Persistence.Tests.RehabilitationBeds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Npgsql;

namespace Discharge.Api.Tests.Telling;

/// <summary>What the notice log says, as receivers get it over HTTP.</summary>
public sealed class NoticesToldTests
{
    private PostRoom _room = null!;

    private Receiver _receiver = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _room = await PostRoom.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _room.DisposeAsync();

    [SetUp]
    public async Task With_nothing_to_tell_and_a_receiver()
    {
        _room.Clocks.IsCatchingUp = false;
        await _room.ClearAsync();
        _receiver = await Receiver.StartAsync();
    }

    [TearDown]
    public async Task Which_ends() => await _receiver.DisposeAsync();

    [Test]
    public async Task A_notice_is_told_once_to_whom_the_ladder_names()
    {
        var id = await _room.Hospital.GoneHomeAsync();
        var node = Node("L1");

        await _room.TellAsync(node);
        await _room.TellAsync(node);

        var received = _receiver.All.Single();
        Assert.Multiple(() =>
        {
            Assert.That(received.Id, Is.EqualTo((string)received.Json["id"]!));
            Assert.That(Without(received.Json, "id", "madeAt"), Is.EqualTo("""{"recipient":"hub","kind":"notice","level":"L1"}"""));
            Assert.That(Without(received.Notices.Single()!, "id"), Is.EqualTo(
                $$"""{"case":"{{id}}","rule":"T01","what":"at the start","level":"L1","who":"named worker and case manager","moment":"2026-03-04T09:00:00+00:00","givenAt":"2026-03-04T09:00:00+00:00","due":"2026-03-05T09:00:00+00:00","link":"/v1/discharge-cases/{{id}}"}"""));
        });
    }

    [Test]
    public async Task A_moment_already_past_when_the_clock_starts_is_given_and_told_at_once()
    {
        var id = await _room.Hospital.AdmitAsync();
        _room.Hospital.Time.Pass(Duration.FromHours(20));
        await _room.Hospital.DoAsync(id, new LeaveHospital(_room.Hospital.Time.Now - Duration.FromHours(19), Destination.OwnHome));

        await _room.TellAsync(Node("holder"));

        Assert.That(
            _receiver.All.Single().Notices.Select(notice => $"{notice!["rule"]} {notice["what"]}, due to be said {notice["moment"]}, given {notice["givenAt"]}"),
            Is.SupersetOf(new[] { "T01 18 hours after the start, due to be said 2026-03-05T04:00:00+00:00, given 2026-03-05T05:00:00+00:00" }));
    }

    [Test]
    public async Task Of_a_clock_that_is_never_due_no_due_moment_is_told()
    {
        await _room.Hospital.OutAsync(await _room.Hospital.RehabilitationBedAsync());
        _room.Hospital.Time.Now = Instant.FromUtc(2026, 3, 4, 20, 0);
        await _room.Hospital.LookAsync();

        await _room.TellAsync(Node("L1"));

        var told = _receiver.All.SelectMany(received => received.Notices).Single(notice => (string?)notice!["rule"] == "T09")!;
        Assert.That(((string?)told["moment"], told["due"]), Is.EqualTo(("2026-03-04T20:00:00+00:00", (JsonNode?)null)));
    }

    [Test]
    public async Task A_backlog_of_thousands_is_one_digest_for_each_recipient()
    {
        await using var other = await Receiver.StartAsync();
        await _room.GiveAsync(4_000);
        await _room.GiveAsync(1, "L4");

        await _room.TellAsync(_room.NewNode(PostRoom.Configured(("hub", "L3", _receiver.Url), ("director", "L3 L4", other.Url))));

        Assert.Multiple(() =>
        {
            Assert.That(_receiver.All.Select(received => $"{received.Json["kind"]} {received.Json["level"]} {received.Notices.Count}"), Is.EqualTo(new[] { "digest L3 4000" }));
            Assert.That(other.All.Select(received => $"{received.Json["kind"]} {received.Json["level"]} {received.Notices.Count}"), Is.EqualTo(new[] { "digest L4 4001" }));
        });
    }

    [Test]
    public async Task A_digest_holds_ten_thousand_at_the_most_and_what_is_left_follows_in_the_next()
    {
        for (var time = 0; time < 4; time++)
        {
            await _room.GiveAsync(6_000);
        }

        var node = Node("L3");
        for (var time = 0; time < 4; time++)
        {
            await _room.TellAsync(node);
        }

        var told = _receiver.All.SelectMany(received => received.Notices.Select(notice => (long)notice!["id"]!)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(_receiver.All.Select(received => received.Notices.Count), Is.All.LessThanOrEqualTo(Outbox.MostInADigest));
            Assert.That(told, Is.Unique.And.Length.EqualTo(24_000));
        });
    }

    [Test]
    public async Task What_was_meant_for_a_recipient_that_is_gone_comes_to_one_for_whom_the_same_waits()
    {
        await using var gone = await Receiver.StartAsync();
        await _room.GiveAsync(3);
        await _room.NewNode(PostRoom.Configured(("hub", "L3", _receiver.Url), ("gone", "L3 L4", gone.Url))).LookAsync(CancellationToken.None);
        await _room.GiveAsync(2, "L4");
        await _room.NewNode(PostRoom.Configured(("hub", "L3", _receiver.Url), ("gone", "L3 L4", gone.Url))).LookAsync(CancellationToken.None);

        var node = _room.NewNode(PostRoom.Configured(("hub", "L3 L4", _receiver.Url)));
        await node.BeginAsync(CancellationToken.None);
        await _room.TellAsync(node);

        Assert.That(_receiver.All.Single().Notices.Select(notice => (string)notice!["level"]!).Order(), Is.EqualTo(new[] { "L3", "L3", "L3", "L4", "L4" }));
    }

    [Test]
    public async Task What_was_given_is_to_be_told_a_second_later_however_soon_it_was_seen()
    {
        var node = Node("L3");
        var nothing = await node.LookAsync(CancellationToken.None);
        await _room.GiveAsync(1);
        _room.Hospital.Time.Pass(Duration.FromMilliseconds(300));
        var first = await node.LookAsync(CancellationToken.None);

        _room.Hospital.Time.Pass(first!.Value);
        var then = await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();

        Assert.Multiple(() =>
        {
            Assert.That(nothing, Is.Null);
            Assert.That((first, then), Is.EqualTo(((Duration?)Duration.FromMilliseconds(700), (Duration?)null)));
            Assert.That(_receiver.All, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task What_goes_on_coming_is_gathered_for_ten_seconds_at_the_most()
    {
        var node = Node("L3");
        for (var second = 0; second < 10; second++)
        {
            await _room.GiveAsync(1);
            await node.LookAsync(CancellationToken.None);
            _room.Hospital.Time.Pass(Duration.FromMilliseconds(999));
            Assert.That(_receiver.All, Is.Empty);
        }

        await _room.GiveAsync(1);
        _room.Hospital.Time.Pass(Duration.FromMilliseconds(10));
        await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();

        Assert.That(_receiver.All.Single().Notices, Has.Count.EqualTo(11));
    }

    [Test]
    public async Task The_ten_seconds_count_from_the_first_of_what_is_laid_out_at_once()
    {
        var node = Node("L3");
        await _room.GiveAsync(1);
        for (var step = 0; step < 11; step++)
        {
            _room.Hospital.Time.Pass(Duration.FromMilliseconds(900));
            await _room.GiveAsync(1);
            await node.LookAsync(CancellationToken.None);
            await node.DoneAsync();
            Assert.That(_receiver.All, Is.Empty);
        }

        _room.Hospital.Time.Pass(Duration.FromMilliseconds(100));
        await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();

        Assert.That(_receiver.All.Single().Notices, Has.Count.EqualTo(12));
    }

    [TestCase(999, 0)]
    [TestCase(1_000, 1)]
    public async Task A_thousand_wait_for_no_others(int notices, int told)
    {
        var node = Node("L3");
        await _room.GiveAsync(300);
        await node.LookAsync(CancellationToken.None);
        await _room.GiveAsync(notices - 300);
        await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();

        Assert.That(_receiver.All.Select(received => received.Notices.Count), Is.EqualTo(Enumerable.Repeat(notices, told)));
    }

    [Test]
    public async Task Where_a_thousand_come_within_a_second_it_is_looked_again_when_they_will_have()
    {
        var node = Node("L3");
        await _room.GiveAsync(1);
        _room.Hospital.Time.Pass(Duration.FromMilliseconds(600));
        await _room.GiveAsync(599);
        var first = await node.LookAsync(CancellationToken.None);

        _room.Hospital.Time.Pass(first!.Value);
        await _room.GiveAsync(400);
        var then = await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();

        Assert.That((first, then), Is.EqualTo(((Duration?)Duration.FromMilliseconds(400), (Duration?)Duration.FromSeconds(1))));
        Assert.That(_receiver.All.Single().Notices, Has.Count.EqualTo(1_000));
    }

    [Test]
    public async Task Many_that_come_at_one_instant_are_not_looked_for_without_a_pause()
    {
        var node = Node("L3");
        await _room.GiveAsync(999);

        Assert.That(await node.LookAsync(CancellationToken.None), Is.EqualTo(Outbox.Soonest));
    }

    [Test]
    public async Task While_a_backlog_is_recorded_nobody_is_told_for_ten_seconds_at_the_most_and_then_of_all_of_it_at_once()
    {
        var node = Node("L3");
        await node.LookAsync(CancellationToken.None);
        _room.Clocks.IsCatchingUp = true;
        await _room.GiveAsync(3);
        _room.Hospital.Time.Pass(Duration.FromMilliseconds(9_999));
        await node.LookAsync(CancellationToken.None);
        await _room.GiveAsync(4);
        await node.LookAsync(CancellationToken.None);
        var meanwhile = _receiver.All.Count;

        _room.Hospital.Time.Pass(Duration.FromMilliseconds(1));
        await node.LookAsync(CancellationToken.None);
        _room.Clocks.IsCatchingUp = false;
        await _room.TellAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That(meanwhile, Is.Zero);
            Assert.That(_receiver.All.Single().Notices, Has.Count.EqualTo(7));
        });
    }

    [Test]
    public async Task What_gathers_while_a_receiver_is_away_is_told_in_one_digest_when_it_is_back_and_what_was_tried_in_the_same_words()
    {
        await _room.GiveAsync(1);
        await _receiver.GoDownAsync();
        var node = Node("L3");
        await _room.TellAsync(node);
        for (var minute = 0; minute < 5; minute++)
        {
            await _room.GiveAsync(100);
            await _room.TellAsync(node);
            _room.Hospital.Time.Pass(Duration.FromMinutes(1));
        }

        await _receiver.ComeUpAsync();
        await _room.TellAsync(node);
        await _room.TellAsync(node);

        Assert.That(_receiver.All.Select(received => $"{received.Json["kind"]} {received.Notices.Count}"), Is.EqualTo(new[] { "notice 1", "digest 500" }));
    }

    [Test]
    public async Task A_receiver_that_never_answers_keeps_nobody_else_waiting()
    {
        var silence = new TaskCompletionSource<int>();
        await using var silent = await Receiver.StartAsync();
        silent.Answers = _ => silence.Task;
        var node = _room.NewNode(PostRoom.Configured(("silent", "L3", silent.Url), ("hub", "L3", _receiver.Url)));

        await _room.GiveAsync(1);
        await node.LookAsync(CancellationToken.None);
        _room.Hospital.Time.Pass(Duration.FromSeconds(2));
        await node.LookAsync(CancellationToken.None);
        await UntilAsync(() => _receiver.All.Count == 1);
        await _room.Hospital.GoneHomeAsync();
        await _room.GiveAsync(1);
        await node.LookAsync(CancellationToken.None);
        _room.Hospital.Time.Pass(Duration.FromSeconds(2));
        await node.LookAsync(CancellationToken.None);
        await UntilAsync(() => _receiver.All.Count == 2);

        silence.SetResult(StatusCodes.Status204NoContent);
        await node.DoneAsync();
    }

    [Test]
    public async Task Two_nodes_tell_everybody_of_everything_once()
    {
        var webhooks = PostRoom.Configured(("hub", "L3", _receiver.Url));
        Messenger[] nodes = [_room.NewNode(webhooks), _room.NewNode(webhooks)];
        for (var round = 0; round < 15; round++)
        {
            await _room.GiveAsync(40);
            await Task.WhenAll(nodes.Select(node => node.LookAsync(CancellationToken.None)));
            _room.Hospital.Time.Pass(Duration.FromSeconds(2));
            await Task.WhenAll(nodes.Select(node => node.LookAsync(CancellationToken.None)));
            await Task.WhenAll(nodes.Select(node => node.DoneAsync()));
        }

        var told = _receiver.All.SelectMany(received => received.Notices.Select(notice => (long)notice!["id"]!)).ToArray();
        Assert.That(told, Is.Unique.And.Length.EqualTo(600));
        Assert.That(_room.Logged, Is.Empty);
    }

    [Test]
    public async Task A_node_that_dies_between_sending_and_noting_it_leaves_a_repeat_with_the_same_id_and_words()
    {
        var node = Node("L3");
        await _room.GiveAsync(3);
        await node.LookAsync(CancellationToken.None);
        _room.Hospital.Time.Pass(Duration.FromSeconds(2));
        await _room.Messages.MakeAsync("hub", CancellationToken.None);
        var claimed = await _room.Messages.ClaimAsync("hub", CancellationToken.None);
        await _room.NewPost().SendAsync(PostRoom.Configured(("hub", "L3", _receiver.Url)).Of("hub")!, claimed!, CancellationToken.None);

        await _room.TellAsync(node);
        Assert.That(_receiver.All, Has.Count.EqualTo(1), "The claim holds for as long as the node may be alive.");
        _room.Hospital.Time.Pass(MessageStore.Lease);
        await _room.TellAsync(node);
        await _room.TellAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That(_receiver.All, Has.Count.EqualTo(2));
            Assert.That(_receiver.All.Select(received => received.Text).Distinct(), Has.Exactly(1).Items);
            Assert.That(_receiver.All.Select(received => received.Id).Distinct(), Has.Exactly(1).Items);
        });
    }

    [Test]
    public async Task A_frozen_node_that_comes_back_undoes_nothing()
    {
        await _room.GiveAsync(1);
        await Node("L3").LookAsync(CancellationToken.None);
        _room.Hospital.Time.Pass(Duration.FromSeconds(2));
        await _room.Messages.MakeAsync("hub", CancellationToken.None);
        var frozen = await _room.Messages.ClaimAsync("hub", CancellationToken.None);
        _room.Hospital.Time.Pass(MessageStore.Lease);
        await _room.TellAsync(Node("L3"));

        await _room.Messages.NoteAsync("hub", frozen!, Receipt.Refused, CancellationToken.None);
        _room.Hospital.Time.Pass(Duration.FromHours(2));
        await _room.TellAsync(Node("L3"));

        Assert.That(_receiver.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_node_that_dies_with_a_message_claimed_and_not_sent_leaves_it_to_the_next()
    {
        await _room.GiveAsync(1);
        await Node("L3").LookAsync(CancellationToken.None);
        _room.Hospital.Time.Pass(Duration.FromSeconds(2));
        await _room.Messages.MakeAsync("hub", CancellationToken.None);
        await _room.Messages.ClaimAsync("hub", CancellationToken.None);

        _room.Hospital.Time.Pass(MessageStore.Lease);
        await _room.TellAsync(Node("L3"));

        Assert.That(_receiver.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_sent_is_signed_with_when_and_one_byte_changed_is_not()
    {
        await _room.GiveAsync(1);
        await _room.TellAsync(Node("L3"));

        var received = _receiver.All.Single();
        byte[] changed = [.. received.Body];
        changed[^2] ^= 1;
        Assert.Multiple(() =>
        {
            Assert.That(received.SignedAt(Receiver.Secret), Is.EqualTo(_room.Hospital.Time.GetUtcNow()));
            Assert.That((received with { Body = changed }).SignedAt(Receiver.Secret), Is.Null);
            Assert.That((received with { Signature = received.Signature.Replace("t=1", "t=2", StringComparison.Ordinal) }).SignedAt(Receiver.Secret), Is.Null);
            Assert.That(received.SignedAt(new byte[32]), Is.Null);
        });
    }

    [Test]
    public async Task It_does_not_go_where_an_answer_points_to()
    {
        await using var elsewhere = await Receiver.StartAsync();
        _receiver.Location = elsewhere.Url;
        _receiver.Answers = _ => Task.FromResult(StatusCodes.Status307TemporaryRedirect);
        await _room.GiveAsync(1);

        await _room.TellAsync(Node("L3"));

        Assert.That((_receiver.All.Count, elsewhere.All.Count, await UndeliveredAsync()), Is.EqualTo((1, 0, 1L)));
    }

    [Test]
    public async Task What_fails_for_a_moment_is_tried_again_at_once()
    {
        _receiver.Answers = _ => Task.FromResult(_receiver.All.Count == 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status204NoContent);
        await _room.GiveAsync(1);

        await _room.TellAsync(Node("L3"));

        Assert.That(_receiver.All.Select(received => received.Answered), Is.EqualTo(new[] { 503, 204 }));
    }

    [Test]
    public async Task A_message_a_receiver_would_not_have_is_said_once_and_does_not_hold_up_the_next()
    {
        _receiver.Answers = received => Task.FromResult(received.Notices.Count == 2 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status204NoContent);
        var node = Node("L3");
        await _room.GiveAsync(2);
        await _room.TellAsync(node);
        await _room.GiveAsync(1);
        await _room.TellAsync(node);
        for (var hour = 0; hour < 3; hour++)
        {
            _room.Hospital.Time.Pass(Duration.FromHours(1));
            await _room.TellAsync(node);
        }

        Assert.Multiple(() =>
        {
            Assert.That(_receiver.All.Select(received => received.Answered), Is.EqualTo(new[] { 422, 204, 422, 422, 422 }));
            Assert.That(_room.Logged.Where(line => line.StartsWith("Error", StringComparison.Ordinal)), Has.Exactly(1).Contains("hub refused message"));
        });
    }

    [Test]
    public async Task A_receiver_that_stays_away_is_said_once_and_shown_and_so_is_that_it_is_back()
    {
        await _receiver.GoDownAsync();
        await _room.GiveAsync(1);
        var node = Node("L3");
        for (var minute = 0; minute < 14; minute++)
        {
            await _room.TellAsync(node);
            _room.Hospital.Time.Pass(Duration.FromMinutes(1));
        }

        var (before, lines) = (await HealthAsync(node), _room.Logged.Count);
        for (var minute = 0; minute < 5; minute++)
        {
            await _room.TellAsync(node);
            _room.Hospital.Time.Pass(Duration.FromMinutes(1));
        }

        var (away, said) = (await HealthAsync(node), _room.Logged);
        await _receiver.ComeUpAsync();
        _room.Hospital.Time.Pass(MessageStore.LongestPause);
        await _room.TellAsync(node);
        await _room.TellAsync(node);

        Assert.Multiple(async () =>
        {
            Assert.That((before, lines), Is.EqualTo((HealthStatus.Healthy, 0)));
            Assert.That(away, Is.EqualTo(HealthStatus.Degraded));
            Assert.That(said, Is.EqualTo(new[] { "Error Recipient hub has not been reached for 0:00:15:00 or longer; what it is to be told gathers, and it goes on being tried." }));
            Assert.That(_room.Logged, Has.Count.EqualTo(2).And.Some.EqualTo("Warning Recipient hub takes messages again."));
            Assert.That(await HealthAsync(node), Is.EqualTo(HealthStatus.Healthy));
            Assert.That(_receiver.All, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Without_a_recipient_the_log_has_a_line_for_each_message()
    {
        var id = await _room.Hospital.GoneHomeAsync();
        await _room.Hospital.Database.RunAsOwnerAsync("truncate discharge.notices_given; insert into discharge.notices_given select notice_id from discharge.notices where level = 'L1'");
        var node = _room.NewNode(PostRoom.Configured());
        await _room.TellAsync(node);
        await _room.GiveAsync(300);
        await _room.TellAsync(node);
        await _room.TellAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That(_room.Logged, Has.Count.EqualTo(2));
            Assert.That(_room.Logged[0], Does.StartWith($"Information Told L1: T01 at the start, case {id} (notice "));
            Assert.That(_room.Logged[1], Does.StartWith("Information Told L3: T01 at the breach: 300 (digest "));
        });
    }

    [Test]
    public async Task Nothing_personal_is_sent_or_logged()
    {
        var ada = await _room.Hospital.GoneHomeAsync();
        await _room.Hospital.SayAsync(ada, "Worried about her cat.", note => new ReportFailedVisit(_room.Hospital.Time.Now, StaffRole.Nurse, FailedVisitReason.NoAnswer, note));
        _room.Hospital.Time.Pass(Duration.FromHours(30));
        await _room.Hospital.LookAsync();

        await _room.TellAsync(_room.NewNode(PostRoom.Configured(("all", "holder L1 L2 L3 L4", _receiver.Url))));
        await _room.Hospital.GoneHomeAsync();
        await _room.TellAsync(_room.NewNode(PostRoom.Configured()));

        var said = _receiver.All.Select(received => received.Text).Concat(_room.Logged).ToArray();
        Assert.That(said, Has.Length.GreaterThanOrEqualTo(2));
        Assert.That(said, Has.None.Contains("Ada").And.None.Contains("Marlowe").And.None.Contains("9990079196").And.None.Contains("H204417").And.None.Contains("Alder").And.None.Contains("cat."));
    }

    [Test]
    public async Task A_recipient_may_be_narrowed_to_a_hub_a_ward_or_an_owner_and_the_log_hears_what_nobody_else_does()
    {
        var (gone, elsewhere) = (await _room.Hospital.GoneHomeAsync(), await _room.Hospital.AdmitAsync("Southgate"));
        await _room.Hospital.DoAsync(elsewhere, new LeaveHospital(_room.Hospital.Time.Now, Destination.OwnHome));
        async Task<string[]> ToldAsync(string field, string value)
        {
            await _room.Hospital.Database.RunAsOwnerAsync("insert into discharge.notices_given select notice_id from discharge.notices where level = 'L1'");
            var before = _receiver.All.Count;
            await _room.TellAsync(_room.NewNode(Webhooks.From(PostRoom.Settings([.. PostRoom.Lines(0, $"{field} {value}", "L1", _receiver.Url, (field, value))]), plain: false)));
            return [.. _receiver.All.Skip(before).SelectMany(received => received.Notices).Select(notice => (string)notice!["case"]!).Order()];
        }

        await _room.Hospital.Database.RunAsOwnerAsync("truncate discharge.notices_given");
        Assert.Multiple(async () =>
        {
            Assert.That(await ToldAsync("Ward", "Southgate"), Is.EqualTo(new[] { $"{elsewhere}" }));
            Assert.That(_room.Logged.Where(line => line.Contains($"{gone}", StringComparison.Ordinal)), Has.Exactly(1).Items);
            Assert.That(await ToldAsync("Ward", "southgate"), Is.EqualTo(new[] { $"{elsewhere}" }), "A ward is the same however its name is written.");
            Assert.That(await ToldAsync("Hub", "QMJ01"), Has.Length.EqualTo(2));
            Assert.That(await ToldAsync("Hub", "QXX99"), Is.Empty);
            Assert.That(await ToldAsync("Site", "RYJ01"), Has.Length.EqualTo(2));
            Assert.That(await ToldAsync("Owner", "reablement-team"), Has.Length.EqualTo(2));
            Assert.That(await ToldAsync("Owner", "ward"), Is.Empty);
        });
    }

    [Test]
    public async Task What_waits_for_a_recipient_that_is_no_longer_configured_is_told_to_those_that_are()
    {
        await _room.GiveAsync(1);
        await _receiver.GoDownAsync();
        var before = _room.NewNode(PostRoom.Configured(("old", "L3", _receiver.Url)));
        await _room.TellAsync(before);
        await _room.GiveAsync(2);
        await _room.TellAsync(before);

        await _receiver.ComeUpAsync();
        var after = _room.NewNode(PostRoom.Configured(("new", "L3", _receiver.Url)));
        await after.BeginAsync(CancellationToken.None);
        await _room.TellAsync(after);

        Assert.That(_receiver.All.Select(received => $"{received.Json["recipient"]} {received.Notices.Count}"), Is.EqualTo(new[] { "new 3" }));
    }

    [TestCase("delete from discharge.messages")]
    [TestCase("truncate discharge.messages")]
    [TestCase("delete from discharge.measures_told")]
    public void What_was_said_cannot_be_removed(string removal) => Assert.That(
        async () => await _room.Hospital.Database.RunAsApplicationAsync(removal),
        Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege));

    private static async Task<HealthStatus> HealthAsync(Messenger node)
    {
        await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();
        return (await new RecipientsReached(node).CheckHealthAsync(new HealthCheckContext())).Status;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string Without(JsonNode json, params string[] fields)
    {
        var copy = json.DeepClone().AsObject();
        foreach (var field in (string[])[.. fields, "notices"])
        {
            copy.Remove(field);
        }

        return copy.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private Messenger Node(string levels) => _room.NewNode(PostRoom.Configured(("hub", levels, _receiver.Url)));

    private Task<long> UndeliveredAsync() => _room.Hospital.Database.AskAsOwnerAsync<long>("select count(*) from discharge.messages where delivered_at is null");
}
