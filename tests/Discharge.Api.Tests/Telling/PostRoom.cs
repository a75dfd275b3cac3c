using System.Collections.Concurrent;
using Discharge.Api.Clocks;
using Discharge.Api.Telling;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Telling;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Discharge.Api.Tests.Telling;

/// <summary>A hospital whose notices are told to receivers, at a time the test sets.</summary>
public sealed class PostRoom(Hospital hospital) : IAsyncDisposable
{
    private readonly LoggerFactory _logs = new();

    private readonly List<Post> _posts = [];

    private readonly Book _book = new();

    public Hospital Hospital => hospital;

    public IReadOnlyList<string> Logged => [.. _book.All];

    public static async Task<PostRoom> OpenAsync()
    {
        var room = new PostRoom(await Hospital.OpenAsync());
        room._logs.AddProvider(room._book);
        return room;
    }

    public static Webhooks Configured(params (string Name, string Levels, string Url)[] recipients) => Webhooks.From(
        Settings([.. recipients.SelectMany((recipient, place) => Lines(place, recipient.Name, recipient.Levels, recipient.Url))]), plain: false);

    public static IEnumerable<(string Key, string? Value)> Lines(int place, string name, string levels, string url, params (string Field, string Value)[] more) =>
    [
        ($"{place}:Name", name),
        ($"{place}:Url", url),
        ($"{place}:Secret", Convert.ToBase64String(Receiver.Secret)),
        .. levels.Split(' ').Select((level, rung) => ($"{place}:Levels:{rung}", (string?)level)),
        .. more.Select(field => ($"{place}:{field.Field}", (string?)field.Value)),
    ];

    public static IConfiguration Settings((string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{Webhooks.Section}:{setting.Key}", setting.Value))).Build();

    public MessageStore Messages => new(hospital.Pool, hospital.Time);

    public Post NewPost()
    {
        var post = new Post(hospital.Time);
        _posts.Add(post);
        return post;
    }

    /// <summary>The watch of every node.</summary>
    public LastLook Clocks { get; } = new(hospital.Time);

    /// <summary>One node's messenger.</summary>
    public Messenger NewNode(Webhooks webhooks) => new(
        new DailyMeasures(hospital.Pool, RuleBook.Standard, hospital.Time),
        new Outbox(hospital.Pool, hospital.Time),
        Messages,
        webhooks,
        NewPost(),
        new LogSink(_logs.CreateLogger<LogSink>()),
        Clocks,
        hospital.Time,
        _logs.CreateLogger<Messenger>());

    /// <summary>Looks, lets what came gather, looks again, and waits until all that is to be sent now is.</summary>
    public async Task TellAsync(Messenger node)
    {
        await node.LookAsync(CancellationToken.None);
        hospital.Time.Pass(Duration.FromSeconds(2));
        await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();
    }

    /// <summary>Notices of a backlog, as the watch gives them.</summary>
    public Task GiveAsync(int count, string level = "L3") => hospital.Database.RunAsApplicationAsync(Giving(count, level, hospital.Time.GetUtcNow()));

    public static string Giving(int count, string level, DateTimeOffset? at = null) =>
        $"""
        with given as (
            insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at)
            select gen_random_uuid(), 'T01', 2, 'at the breach', '{level}', 'hub lead or service manager', '2026-03-04T09:00Z', '{at ?? Hospital.Morning.ToDateTimeOffset():O}' from generate_series(1, {count})
            returning notice_id),
        together as (
            select array_agg(notice_id order by notice_id) as notice_ids from given)
        insert into discharge.notices_given (notice_id, others) select notice_ids[1], notice_ids[2:] from together
        """;

    /// <summary>The next morning: nobody waits for anything.</summary>
    public async Task ClearAsync()
    {
        hospital.Time.Now = Hospital.Morning;
        _book.All.Clear();
        await hospital.Database.RunAsOwnerAsync(
            """
            truncate discharge.notices, discharge.notices_given, discharge.notices_to_tell, discharge.messages, discharge.measures_told, discharge.discharge_cases, discharge.clocks;
            insert into discharge.measures_told select rule, day, day, day from generate_series(date '2026-03-04', date '2026-03-08', '1 day') day, unnest(array['T23', 'T24']) rule
            """);
    }

    public async ValueTask DisposeAsync()
    {
        _posts.ForEach(post => post.Dispose());
        _logs.Dispose();
        _book.Dispose();
        await hospital.DisposeAsync();
    }

    private sealed class Book : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}".TrimEnd());

        public void Dispose()
        {
        }
    }
}
