using System.Collections.Concurrent;
using System.Text.Json;
using Discharge.Persistence.Telling;
using Microsoft.Extensions.Logging;

namespace Discharge.Benchmarks.Rebuilds;

/// <summary>Somebody who is told of notices, and writes down when.</summary>
internal sealed class PostRoom : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, Telling> _told = [];

    private PostRoom(WebApplication app) => _app = app;

    /// <summary>Where messages are posted to.</summary>
    public string Address => _app.Urls.First();

    /// <summary>When each notice was told.</summary>
    public IReadOnlyDictionary<long, Telling> Told => _told;

    /// <summary>The last message that came, as it came.</summary>
    public string Last { get; private set; } = string.Empty;

    /// <summary>Opens it.</summary>
    public static async Task<PostRoom> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var room = new PostRoom(app);
        app.MapPost("/", async (HttpContext http) => room.Take(await new StreamReader(http.Request.Body).ReadToEndAsync()));
        app.MapPost("/unread", async (HttpContext http) => _ = await new StreamReader(http.Request.Body).ReadToEndAsync());
        await app.StartAsync();
        return room;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Take(string sent)
    {
        var now = DateTimeOffset.UtcNow;
        using var message = JsonDocument.Parse(sent);
        if (!message.RootElement.TryGetProperty("notices", out var notices))
        {
            return;
        }

        Last = sent;
        List<DateTimeOffset> given = [.. notices.EnumerateArray().Select(notice => notice.GetProperty("givenAt").GetDateTimeOffset()).Order()];
        DateTimeOffset[] due = [given[^1] + Outbox.Quiet.ToTimeSpan(), given[0] + Outbox.LongestGathering.ToTimeSpan(), .. given.Skip(Outbox.Enough - 1).Take(1)];
        var late = now - due.Min();
        foreach (var notice in notices.EnumerateArray())
        {
            _told.AddOrUpdate(notice.GetProperty("id").GetInt64(), new Telling(now, late, 1), (_, told) => told with { Times = told.Times + 1 });
        }
    }
}

/// <summary>A notice was told.</summary>
/// <param name="Told">When.</param>
/// <param name="Late">How long after the message it came in was due.</param>
/// <param name="Times">How often.</param>
internal sealed record Telling(DateTimeOffset Told, TimeSpan Late, int Times);
