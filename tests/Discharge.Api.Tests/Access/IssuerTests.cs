using System.Net;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Access;

/// <summary>A service that accepts the tokens of an issuer, as outside of Development: when it asks the issuer, and what it says of tokens it refuses.</summary>
public sealed class IssuerTests
{
    [Test]
    public async Task Whatever_is_forged_gets_the_same_answer_and_makes_nobody_call_the_issuer_and_is_logged_without_the_token()
    {
        await using var issuer = await TrustedIssuer.StartAsync();
        using var attacker = new Listening();
        using var log = new Book();
        await using var service = await StartAsync(issuer, new Waits(), log);
        var forged = new Forged(issuer.Key, issuer.Address);
        Assert.That((await service.Get("/v1/correlation", forged.Nothing())).StatusCode, Is.EqualTo(HttpStatusCode.OK), "With nothing forged in it the door opens.");
        var (fetches, answers, sent) = (issuer.Fetches, new List<string>(), forged.All(attacker.Address).ToArray());
        foreach (var (_, token) in sent)
        {
            using var response = await service.Get("/v1/correlation", token);
            var problem = await Task.FromResult(response).Problem(401, "access.no-valid-token");
            problem.AsObject().Remove("traceId");
            answers.Add($"{response.Headers.WwwAuthenticate} {problem.ToJsonString()}");
        }

        Assert.That(answers.Distinct(), Has.Exactly(1).Items);
        Assert.That((fetches, issuer.Fetches, attacker.Calls), Is.EqualTo((2, 2, 0)), "What the issuer says of itself, and its keys, once each.");
        Assert.That(log.Lines.Where(line => line.Contains("A token was refused", StringComparison.Ordinal)), Has.Exactly(sent.Length).Items.And.All.Contains("from 127.0.0.1 in request "));
        var parts = sent.SelectMany(token => token.Value.Split('.')).Where(part => part.Length > 10).Distinct().ToArray();
        foreach (var line in log.Lines)
        {
            Assert.That(parts.Where(part => line.Contains(part, StringComparison.Ordinal)), Is.Empty, line);
            Assert.That(line, Does.Not.Contain("somebody").And.Not.Contain("elsewhere.example").And.Not.Contain(attacker.Address).And.Not.Contain("superuser"));
        }
    }

    [TestCase("SecurityTokenInvalidSignatureException", Description = "The kind of what the library found")]
    [TestCase("SecurityTokenSignatureKeyNotFoundException", Description = "A key nobody knows")]
    [TestCase("It does not say plainly who", Description = "What this service found itself")]
    [TestCase("Its subject is revoked", Description = "Somebody whose tokens are refused at once")]
    public async Task What_kind_of_fault_a_token_has_is_logged(string kind)
    {
        await using var issuer = await TrustedIssuer.StartAsync();
        using var log = new Book();
        await using var service = await StartAsync(issuer, new Waits(), log, ("Access:Revoked:0", "somebody-gone"));
        var forged = new Forged(issuer.Key, issuer.Address);
        string[] tokens =
        [
            issuer.Sign(TrustedIssuer.NewKey(issuer.Key.KeyId)), issuer.Sign(TrustedIssuer.NewKey("unknown")), forged.All("").Single(token => token.Key == "a role twice").Value, forged.Saying("\"sub\":\"somebody-gone\""),
        ];
        foreach (var token in tokens)
        {
            await service.Get("/v1/correlation", token).Problem(401, "access.no-valid-token");
        }

        Assert.That(log.Lines, Has.Exactly(1).Contains($"A token was refused ({kind}"));
    }

    [Test]
    public async Task No_more_is_logged_than_the_limits_let_through()
    {
        await using var issuer = await TrustedIssuer.StartAsync();
        using var log = new Book();
        await using var service = await StartAsync(issuer, new Waits(), log, ("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "3"));
        var statuses = new List<HttpStatusCode>();
        for (var asked = 0; asked < 20; asked++)
        {
            using var answer = await service.Get("/v1/correlation", $"guess-{asked}");
            statuses.Add(answer.StatusCode);
        }

        Assert.That(statuses, Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(log.Lines.Count(line => line.Contains("A token was refused", StringComparison.Ordinal)), Is.EqualTo(statuses.Count(status => status is HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Until_the_issuer_was_reached_tokens_are_put_off_and_half_a_minute_later_it_is_tried_again()
    {
        await using var issuer = await TrustedIssuer.StartAsync(isDown: true);
        using var log = new Book();
        var time = new Waits();
        await using var service = await StartAsync(issuer, time, log);
        var token = issuer.Sign();
        using var answer = await service.Get("/v1/correlation", token);
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
        await Task.FromResult(answer).Problem(503, "access.issuer-away");
        await service.Get("/v1/correlation", "forged").Problem(503, "access.issuer-away");
        await service.Get("/v1/correlation", token: null).Problem(401, "access.no-valid-token");
        Assert.That((await service.Get("/docs", token)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "What is for anybody is there.");
        Assert.That(await HealthAsync(service), Is.EqualTo(HealthStatus.Unhealthy));

        issuer.IsDown = false;
        Assert.That(await time.PassAsync(), Is.EqualTo(TimeSpan.FromSeconds(30)));
        await time.IsWaitedForAsync();

        Assert.That((await service.Get("/v1/correlation", token)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await HealthAsync(service), Is.EqualTo(HealthStatus.Healthy));
        Assert.That(log.Lines, Has.Exactly(1).Contains("The keys of the issuer cannot be fetched").And.Exactly(1).Contains("can be fetched again"));
        Assert.That(log.Lines, Has.None.Contains(token.Split('.')[2]));
    }

    [Test]
    public async Task A_new_key_counts_after_the_next_ten_minutes_and_the_old_ones_while_the_issuer_is_away()
    {
        await using var issuer = await TrustedIssuer.StartAsync();
        using var log = new Book();
        var time = new Waits();
        await using var service = await StartAsync(issuer, time, log);
        var next = TrustedIssuer.NewKey("second");
        issuer.Published = [next];
        await service.Get("/v1/correlation", issuer.Sign(next)).Problem(401, "access.no-valid-token");

        issuer.IsDown = true;
        Assert.That(await time.PassAsync(), Is.EqualTo(TimeSpan.FromMinutes(10)));
        await time.IsWaitedForAsync();
        Assert.That((await service.Get("/v1/correlation", issuer.Sign())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await HealthAsync(service), Is.EqualTo(HealthStatus.Degraded));

        issuer.IsDown = false;
        Assert.That(await time.PassAsync(), Is.EqualTo(TimeSpan.FromSeconds(30)));
        await time.IsWaitedForAsync();
        Assert.That((await service.Get("/v1/correlation", issuer.Sign(next))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await service.Get("/v1/correlation", issuer.Sign()).Problem(401, "access.no-valid-token");
    }

    private static Task<SmallService> StartAsync(TrustedIssuer issuer, TimeProvider time, Book log, params (string, string)[] more) => SmallService.Start(
        "Production",
        builder =>
        {
            issuer.Trust(builder);
            builder.Services.AddSingleton(time);
            builder.Logging.AddProvider(log);
        },
        [.. issuer.Settings, .. more]);

    private static async Task<HealthStatus> HealthAsync(SmallService service) => (await service.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["issuer's keys known"].Status;

    /// <summary>A time in which nothing that is waited for comes before the test says so.</summary>
    private sealed class Waits : TimeProvider
    {
        private Waiting? _waiting;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var waiting = new Waiting(() => callback(state), dueTime);
            Volatile.Write(ref _waiting, waiting);
            return waiting;
        }

        /// <summary>Lets what is waited for come, and says how long that was to be.</summary>
        public async Task<TimeSpan> PassAsync()
        {
            await IsWaitedForAsync();
            var waiting = Interlocked.Exchange(ref _waiting, null)!;
            waiting.Come();
            return waiting.Due;
        }

        /// <summary>Once somebody waits.</summary>
        public async Task IsWaitedForAsync()
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (Volatile.Read(ref _waiting) is null)
            {
                deadline.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    private sealed record Waiting(Action Come, TimeSpan Due) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
