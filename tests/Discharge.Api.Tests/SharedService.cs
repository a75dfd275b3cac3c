using Discharge.Api.Tests;
using Discharge.EmbeddedPostgres;
using Discharge.Persistence.Tests;

#pragma warning disable CA1050 // Outside every namespace, because that is how a set-up fixture is known to concern the whole assembly.

/// <summary>One running service on one database for all tests that do not take it down; each test has people and wards of its own.</summary>
[SetUpFixture]
public sealed class SharedService
{
    private static readonly SemaphoreSlim Starting = new(1, 1);

    private static PrivatePostgres? _server;

    private static TestDatabase? _database;

    private static RunningService? _service;

    public static async Task<RunningService> RunningAsync()
    {
        await Starting.WaitAsync();
        try
        {
            // A use of the server of its own: which set-up fixture is torn down first is not said.
            _server ??= await PrivatePostgres.StartAsync(PrivateCluster.ForTests(PrivatePostgres.FindCloneRoot()));
            _database ??= await TestDatabase.MigratedAsync();
            return _service ??= await RunningService.StartAsync(_database, "Development");
        }
        finally
        {
            Starting.Release();
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
