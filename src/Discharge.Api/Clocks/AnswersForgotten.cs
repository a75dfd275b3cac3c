using Discharge.Persistence.Cases;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Api.Clocks;

/// <summary>Deletes, once an hour, the answers to commands whose seven days are over.</summary>
public sealed partial class AnswersForgotten(NpgsqlDataSource database, TimeProvider time, ILogger<AnswersForgotten> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, time);
        while (await pause.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await KeptAnswers.ForgetAsync(database, time.GetUtcNow().ToInstant(), stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failed);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers whose time is over could not be deleted; the next hour tries again.")]
    private partial void LogFailed(Exception failed);
}
