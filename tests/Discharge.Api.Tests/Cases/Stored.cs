using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Discharge.Api.Tests.Cases;

/// <summary>What lies in a service's database, as the service itself may read it.</summary>
internal static class Stored
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static NpgsqlDataSource Database(this RunningService service) => service.Service.Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<T> Ask<T>(this RunningService service, string question, params object[] about)
    {
        await using var ask = service.Database().CreateCommand(question);
        foreach (var value in about)
        {
            ask.Parameters.Add(new() { Value = value });
        }

        return (T)(await ask.ExecuteScalarAsync())!;
    }

    public static Task<long> Events(this RunningService service) => service.Ask<long>("select count(*) from cases.mt_events");

    /// <summary>The versions stored of one case, which have to be 1 to n whatever happened.</summary>
    public static Task<long[]> Versions(this RunningService service, Guid id) =>
        service.Ask<long[]>("select coalesce(array_agg(version order by version), '{}') from cases.mt_events where stream_id = $1", id);

    /// <summary>Waits for the outside world to come to hold what is said of it; fails where it does not.</summary>
    public static async Task Once(Func<Task<bool>> holds, string what, TimeSpan? longest = null)
    {
        var deadline = DateTime.UtcNow + (longest ?? Longest);
        while (!await holds())
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(deadline), $"It did not come about: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }
    }
}
