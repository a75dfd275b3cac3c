using Discharge.EmbeddedPostgres;
using Discharge.Persistence.Tests;

#pragma warning disable CA1050 // Outside every namespace, because that is how a set-up fixture is known to concern the whole assembly.

/// <summary>The private PostgreSQL that all tests of the clone share; started by the first that needs it, left by this assembly at its end.</summary>
[SetUpFixture]
public sealed class TestServer
{
    private static readonly SemaphoreSlim Starting = new(1, 1);

    private static PrivatePostgres? _server;

    public static async Task<PrivatePostgres> RunningAsync()
    {
        await Starting.WaitAsync();
        try
        {
            return _server ??= await PrivatePostgres.StartAsync(PrivateCluster.ForTests(PrivatePostgres.FindCloneRoot()));
        }
        finally
        {
            Starting.Release();
        }
    }

    [OneTimeTearDown]
    public async Task Leave()
    {
        if (_server is not null)
        {
            await TestDatabase.DropMigratedAsync();
            await _server.DisposeAsync();
        }
    }
}
