using System.Text.Json;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;

namespace Discharge.Benchmarks.Commands;

/// <summary>Those who send one service the command that is measured: somebody left the hospital, which appends an entry, starts two clocks, gives a notice, changes the views and keeps the answer.</summary>
/// <param name="service">To whom.</param>
/// <param name="ward">Who leaves.</param>
/// <param name="path">The path, with {0} for the case.</param>
public sealed class Callers(Service service, Ward ward, string path)
{
    /// <summary>The product's path.</summary>
    public const string Product = "/v1/discharge-cases/{0}/discharge";

    private const int AtOnce = 16;

    // What runs often is compiled anew twice, in the background, and for about half a minute that takes a quarter of the processor.
    private const int LongEnough = 15;

    // The service's own, until it is measured, and half as much again as it did last with as many callers.
    private double _perSecond = 3_000;

    private int _lastAtOnce = AtOnce;

    /// <summary>To whom they send.</summary>
    public Service Service => service;

    /// <summary>The most that comes through.</summary>
    public async Task<Peak> PeakAsync(double seconds, int atOnce = AtOnce)
    {
        var moreAtOnce = Math.Max(1, atOnce / (double)_lastAtOnce);
        await ward.HaveAsync((int)(_perSecond * moreAtOnce * seconds * 2) + 500);
        await SettleAsync(ward);
        var peak = await ClosedLoop.RunAsync(service.Address, atOnce, seconds, Next);
        (_perSecond, _lastAtOnce) = (Math.Max(400, peak.PerSecond), atOnce);
        return peak;
    }

    /// <summary>How long answers take at a rate.</summary>
    public async Task<Latencies> AtRateAsync(double perSecond, double seconds, int seed, Action? begun = null)
    {
        await ward.HaveAsync(PeopleFor(perSecond, seconds));
        await SettleAsync(ward);
        return await OpenLoop.RunAsync(service.Address, ArrivalPlan.Poisson(perSecond, TimeSpan.FromSeconds(seconds), seed), Next, begun);
    }

    /// <summary>How many people have to wait so that commands can come at a rate for so long.</summary>
    public static int PeopleFor(double perSecond, double seconds) => (int)(perSecond * seconds * 1.5) + 500;

    /// <summary>Has everything run often enough to be compiled: first one caller, because a cold service on a busy machine holds its first transactions for longer than the database lets it.</summary>
    public async Task WarmUpAsync(Plan plan)
    {
        await OneByOneAsync(200);
        // How many come through is not known yet, so it is found out in steps, and nobody is admitted for more.
        foreach (var seconds in plan.IsQuick ? [0.25, 0.5] : (double[])[0.25, 0.5, 1, 2, 4, LongEnough, LongEnough])
        {
            await PeakAsync(seconds);
        }
    }

    /// <summary>One after the other.</summary>
    public async Task OneByOneAsync(int commands)
    {
        await ward.HaveAsync(commands);
        using var connection = await HttpConnection.OpenAsync(service.Address);
        for (var sent = 0; sent < commands; sent++)
        {
            await service.TakeAsync(connection, Next());
        }
    }

    /// <summary>One command of somebody who wants to know what came of it.</summary>
    /// <returns>The case, and its version since.</returns>
    public async Task<(Guid Id, long Version)> OneAsync(HttpConnection connection)
    {
        var id = ward.Next();
        await service.TakeAsync(connection, Next(id));
        using var answer = JsonDocument.Parse(connection.LastBody);
        return (id, answer.RootElement.GetProperty("version").GetInt64());
    }

    /// <summary>Does what filling leaves the database to do, so that no measurement pays for it: otherwise it would look through the tables that have grown by itself, a fifth of two cores for seconds at a time.</summary>
    public static async Task SettleAsync(Ward ward)
    {
        await ward.Database.DoAsync("vacuum analyze");
        await ward.Database.DoAsync("checkpoint");
    }

    private byte[] Next() => Next(ward.Next());

    private byte[] Next(Guid id) => HttpConnection.Request(
        "POST",
        string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id),
        service.Token,
        JsonSerializer.Serialize(new { occurredAt = Pattern.Say(DateTimeOffset.UtcNow.AddMinutes(-1)), to = "own-home" }),
        Guid.NewGuid().ToString());
}
