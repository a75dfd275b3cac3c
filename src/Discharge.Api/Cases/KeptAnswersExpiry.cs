using Discharge.Persistence;
using Discharge.Persistence.Cases;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Api.Cases;

/// <summary>Deletes, once an hour, the answers to commands whose seven days are over.</summary>
public sealed partial class KeptAnswersExpiry(NpgsqlDataSource database, TimeProvider time, ILogger<KeptAnswersExpiry> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new Rhythm(Every, time);
        while (await rhythm.NextAsync(stoppingToken))
        {
            try
            {
                await KeptAnswers.ForgetAsync(database, time.GetUtcNow().ToInstant(), stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The service ends, and its connections with it.
            }
            catch (Exception failed)
            {
                LogFailed(failed);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers whose time is over could not be deleted; the next hour tries again.")]
    private partial void LogFailed(Exception failed);
}
