using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Discharge.Benchmarks.Rebuilds;

/// <summary>Somebody who is told of notices, and writes down when.</summary>
internal sealed class PostRoom : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, (DateTimeOffset Given, DateTimeOffset Told, int Times)> _told = [];

    private PostRoom(WebApplication app) => _app = app;

    /// <summary>Where messages are posted to.</summary>
    public string Address => _app.Urls.First();

    /// <summary>When each notice was given and told.</summary>
    public IReadOnlyDictionary<long, (DateTimeOffset Given, DateTimeOffset Told, int Times)> Told => _told;

    /// <summary>Opens it.</summary>
    public static async Task<PostRoom> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var room = new PostRoom(app);
        app.MapPost("/", async (HttpContext http) => room.Take(await JsonDocument.ParseAsync(http.Request.Body)));
        await app.StartAsync();
        return room;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Take(JsonDocument message)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var notice in message.RootElement.TryGetProperty("notices", out var notices) ? notices.EnumerateArray() : default)
        {
            _told.AddOrUpdate(notice.GetProperty("id").GetInt64(), (notice.GetProperty("givenAt").GetDateTimeOffset(), now, 1), (_, told) => told with { Times = told.Times + 1 });
        }
    }
}
