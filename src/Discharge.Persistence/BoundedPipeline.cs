using Polly;
using Polly.Timeout;

namespace Discharge.Persistence;

/// <summary>
/// A pipeline that nobody waits for any longer than so long, whatever becomes of what it runs. Telling a statement to stop is not enough where the network is silent: the driver then waits for the
/// database to hear of it.
/// </summary>
/// <param name="pipeline">The pipeline, which tells what it runs to stop.</param>
/// <param name="longest">After how long it is left to itself.</param>
public sealed class BoundedPipeline(ResiliencePipeline pipeline, TimeSpan longest)
{
    /// <summary>Runs something.</summary>
    /// <exception cref="TimeoutRejectedException">It took too long, or still does.</exception>
    public ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> act, CancellationToken cancellation = default) => ExecuteAsync(act, longest, cancellation);

    /// <summary>Runs something that brings nothing back.</summary>
    /// <exception cref="TimeoutRejectedException">It took too long, or still does.</exception>
    public async ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> act, CancellationToken cancellation = default) => await ExecuteAsync(
        async stop =>
        {
            await act(stop);
            return true;
        },
        cancellation);

    /// <summary>Runs something, for no longer than a limit of its own, or than whoever is to be answered has patience.</summary>
    /// <exception cref="TimeoutRejectedException">It took too long, or still does.</exception>
    public async ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> act, TimeSpan within, CancellationToken cancellation)
    {
        using var waiting = Patience.Wait();
        var left = Patience.Left(within);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var doing = pipeline.ExecuteAsync(act, stop.Token).AsTask();
        try
        {
            return await doing.WaitAsync(left, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // A node that stood still finds both over at once, and what is done counts.
            if (doing.IsCompleted)
            {
                return await doing;
            }

            // Not waited for either: whoever is told to stop may do on this thread what it waits for.
            _ = stop.CancelAsync();
            throw new TimeoutRejectedException("The database is silent.", left);
        }
        finally
        {
            _ = DisposeAfterAsync(doing, stop);
        }
    }

    // What it stops may go on without it for a while, and fail with nobody to hear of it.
    private static async Task DisposeAfterAsync(Task doing, CancellationTokenSource stop)
    {
        await doing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}
