namespace Discharge.Faults;

/// <summary>Nodes whose wall clocks are wrong judge by the database's time and their own monotonic one, so nothing is early and nothing late.</summary>
internal static class SteppedClocks
{
    public static async Task<Findings> RunAsync(Plan plan)
    {
        var findings = new Findings();
        foreach (var off in plan.IsQuick ? (string[])["-1d"] : ["+10m", "-10m", "+1d", "-1d"])
        {
            Console.WriteLine($"   one node's wall clock is off by {off}");
            await using var database = await FaultyDatabase.NewAsync();
            await using var right = await Node.StartAsync(database);
            await using var wrong = await StartedAsync(database, off);
            Node[] nodes = [right, wrong];
            var ids = await Ward.AdmitAsync(number => nodes[number % 2], plan.Cases);
            var first = DateTimeOffset.UtcNow.AddSeconds(10);
            await Ward.LeaveAsync(number => nodes[number % 2], ids, number => first.AddSeconds(number % 10));

            // The right node is killed before the first falls due, so that it is the wrong one that judges.
            await right.KillAsync();
            await Task.Delay(first.AddSeconds(12) - DateTimeOffset.UtcNow);
            await Breaches.SettleAsync(database);
            findings.Note($"wall clock off by {off}", "below");
            await Breaches.CheckAsync(database, findings, latest: 5);
        }

        return findings;
    }

    // libfaketime now and then breaks a read of the process it is loaded into, before the service has said anything; a node that is up is not disturbed.
    private static async Task<Node> StartedAsync(FaultyDatabase database, string off)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Node.StartAsync(database, off);
            }
            catch (InvalidOperationException ended) when (tries < 5)
            {
                Console.WriteLine($"   it did not come up and is started again: {ended.Message}");
            }
        }
    }
}
