using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Discharge.Persistence;

/// <summary>
/// Throws the pool's connections away once something was given up in silence. Where one is half open most are, since the same firewall or server forgot them all, and each would be found out only
/// by somebody who waits for it in vain.
/// </summary>
public sealed class SilentConnections(NpgsqlDataSource pool) : IHostedService
{
    private readonly Lock _gate = new();

    private long _cleared = long.MinValue;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Resilience.Reads.WentSilent += Clear;
        Resilience.Writes.WentSilent += Clear;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Resilience.Reads.WentSilent -= Clear;
        Resilience.Writes.WentSilent -= Clear;
        return Task.CompletedTask;
    }

    // What began before the last time had a connection that is gone since; whatever is there now is newer.
    private void Clear(long began)
    {
        lock (_gate)
        {
            if (began <= _cleared)
            {
                return;
            }

            _cleared = Stopwatch.GetTimestamp();
        }

        pool.Clear();
    }
}
