namespace Discharge.Persistence;

/// <summary>The beat of work that goes on for as long as the service runs.</summary>
public sealed class Rhythm(TimeSpan every, TimeProvider time) : IDisposable
{
    private readonly PeriodicTimer _beats = new(every, time);

    /// <summary>Waits for the next beat.</summary>
    /// <returns>Whether there is one; there is none when the service stops, which is no failure.</returns>
    public async Task<bool> NextAsync(CancellationToken stopping)
    {
        try
        {
            return await _beats.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _beats.Dispose();
}
