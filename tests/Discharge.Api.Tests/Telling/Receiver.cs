using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Telling;

/// <summary>Somebody else's service that is posted to: a real one, on this machine.</summary>
public sealed class Receiver : IAsyncDisposable
{
    public static readonly byte[] Secret = SHA256.HashData("a secret"u8);

    private readonly ConcurrentQueue<Received> _all = new();

    private WebApplication? _running;

    private Receiver()
    {
    }

    public int Port { get; private set; }

    public string Url => $"http://127.0.0.1:{Port}/notices";

    public IReadOnlyList<Received> All => [.. _all];

    public IReadOnlyList<Received> Taken => [.. _all.Where(received => received.Answered == StatusCodes.Status204NoContent)];

    /// <summary>What it answers; it notes what it was sent all the same.</summary>
    public Func<Received, Task<int>> Answers { get; set; } = _ => Task.FromResult(StatusCodes.Status204NoContent);

    /// <summary>What it says of where to go.</summary>
    public string? Location { get; set; }

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver.ComeUpAsync();
        return receiver;
    }

    /// <summary>Comes up where it was.</summary>
    public async Task ComeUpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        _running = builder.Build();
        _running.MapPost("/notices", TakeAsync);
        await _running.StartAsync();
        Port = new Uri(_running.Urls.Single()).Port;
    }

    /// <summary>Is not there any more: whoever calls is refused the connection.</summary>
    public async Task GoDownAsync()
    {
        await _running!.DisposeAsync();
        _running = null;
    }

    public ValueTask DisposeAsync() => _running?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var received = new Received(body.ToArray(), http.Request.Headers["Discharge-Signature"].ToString(), http.Request.Headers["Discharge-Message-Id"].ToString());
        received = received with { Answered = await Answers(received) };
        _all.Enqueue(received);
        http.Response.StatusCode = received.Answered;
        if (Location is not null)
        {
            http.Response.Headers.Location = Location;
        }
    }
}

/// <summary>What was posted.</summary>
public sealed record Received(byte[] Body, string Signature, string Id)
{
    public int Answered { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public JsonArray Notices => Json["notices"]!.AsArray();

    /// <summary>Whether whoever sent this has the secret, and when they say they did; as the README shows it.</summary>
    public DateTimeOffset? SignedAt(byte[] secret)
    {
        var parts = Signature.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var expected = HMACSHA256.HashData(secret, new ReadOnlySpan<byte>([.. Encoding.ASCII.GetBytes($"{parts["t"]}."), .. Body]));
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(parts["v1"])) ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts["t"])) : null;
    }
}
