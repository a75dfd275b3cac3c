using System.Reflection;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;
using Npgsql;

namespace Discharge.Benchmarks.Peers;

/// <summary>d: other event stores that can be had as packages, asked to record that somebody left.</summary>
internal static class PeerSuite
{
    private const string MessageDb = "@eventide/message-db@1.3.1";

    private static readonly string[] Emmett = ["@event-driven-io/emmett@0.42.0", "@event-driven-io/emmett-postgresql@0.42.0"];

    // Built beside this program, with packages of its own.
    private static readonly string Folder =
        AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}Discharge.Benchmarks{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}Discharge.Benchmarks.Peers{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static readonly string Program = Path.Combine(Folder, "Discharge.Benchmarks.Peers.dll");

    private static readonly Peer[] All =
    [
        new("Akka.Persistence.Sql", "akka", async (database, _) => await Service.OtherAsync([Program, "akka"], database), "stores one row for one event and answers; it batches what many actors persist into one transaction, and its 1,000 cases lie in memory, read once"),
        new("Marten as its documentation shows it", "marten", async (database, _) => await Service.OtherAsync([Program, "marten"], database), "fetches the stream for writing, appends one event and keeps a snapshot, in one transaction"),
        new("message-db", "message-db", MessageDbAsync, "is a function in the database that inserts one row"),
        new("Emmett", "emmett", EmmettAsync, "runs in Node on one core, reads the stream, appends one event"),
    ];

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var ours = new Ward(await databases.MakeAsync("d_product", pattern.Database), pattern);
        await using var product = await Service.ProductAsync(ours.Database);
        var commands = new Callers(product, ours, Callers.Product);
        report.Fact("Akka.Persistence.Sql", AssemblyName.GetAssemblyName(Path.Combine(Folder, "Akka.Persistence.Sql.dll")).Version!.ToString(3));
        report.Fact("message-db", MessageDb.Split('@')[^1]);
        report.Fact("Emmett", Emmett[0].Split('@')[^1]);
        Console.WriteLine("   warming up");
        await commands.WarmUpAsync(plan);
        var packages = Directory.CreateDirectory(Clone.Own("Discharge.Benchmarks", "peers")).FullName;
        foreach (var peer in All)
        {
            await BesideAsync(peer);
        }

        report.Note("d: none of them checks a token, keeps a key and an answer, seals the entry, starts a clock, gives a notice or writes what screens read. So all are asked for far less than the product; what they show is what each way of storing an event is worth.");

        async Task BesideAsync(Peer peer)
        {
            var theirs = new Ward(await databases.MakeAsync($"d_{peer.Path.Replace('-', '_')}", pattern.Database), pattern);
            await using var service = await peer.StartAsync(theirs.Database, packages);
            if (service is null)
            {
                report.Note($"d: {peer.Name} could not be installed here and is not measured.");
                return;
            }

            var beside = new Callers(service, theirs, $"/{peer.Path}/{{0}}");
            await beside.WarmUpAsync(plan);
            foreach (var atOnce in (int[])[16, 64])
            {
                var taken = await InTurn.TakeAllAsync([$"{peer.Name}: commands/s at {atOnce}", $"p99 ms at {atOnce}"], plan, () => PeakAsync(commands, atOnce), () => PeakAsync(beside, atOnce));
                report.Add(new("d", $"commands at {atOnce} callers", "/s", peer.Name, Goal.None, taken[0]));
                report.Add(new("d", $"p99 at {atOnce} callers", "ms", peer.Name, Goal.None, taken[1]));
            }

            report.Note($"d: {peer.Name} {peer.How}.");
        }

        async Task<Measured> PeakAsync(Callers callers, int atOnce)
        {
            var peak = await callers.PeakAsync(plan.Seconds, atOnce);
            return peak.Measure(peak.PerSecond, peak.P99);
        }
    }

    private static async Task<Service?> MessageDbAsync(Database database, string folder)
    {
        if (!await NpmPackages.InstallAsync(folder, MessageDb))
        {
            return null;
        }

        var at = new NpgsqlConnectionStringBuilder(database.Owner);
        var isIn = await NpmPackages.RunAsync(
            "bash",
            [Path.Combine(folder, "node_modules", "@eventide", "message-db", "database", "install.sh")],
            ("PGHOST", at.Host!), ("PGPORT", $"{at.Port}"), ("PGUSER", at.Username!), ("PGPASSWORD", at.Password ?? string.Empty), ("DATABASE_NAME", at.Database!), ("CREATE_DATABASE", "off"));
        return isIn ? await Service.OtherAsync([Program, "message-db"], database) : null;
    }

    private static async Task<Service?> EmmettAsync(Database database, string folder)
    {
        if (!await NpmPackages.InstallAsync(folder, Emmett))
        {
            return null;
        }

        // Where it stands, its packages are found.
        var script = Path.Combine(folder, "emmett.mjs");
        File.Copy(Path.Combine(Folder, "emmett.mjs"), script, overwrite: true);
        return await Service.NodeAsync(script, database);
    }

    // How it is started, or null where it cannot be had; and what it does.
    private sealed record Peer(string Name, string Path, Func<Database, string, Task<Service?>> StartAsync, string How);
}
