using Discharge.Persistence;
using Discharge.Persistence.Cases;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Api.Cases;

/// <summary>Deletes, once an hour, the answers to commands whose seven days are over.</summary>
public sealed class KeptAnswersExpiry(NpgsqlDataSource database, TimeProvider time, ILogger<KeptAnswersExpiry> log) : Rounds("answers whose time is over", Every, Every, time, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        await KeptAnswers.ForgetAsync(database, _time.GetUtcNow().ToInstant(), stopping);
        return null;
    }
}
