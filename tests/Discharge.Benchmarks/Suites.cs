using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Discharge.Benchmarks.Clocks;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Peers;
using Discharge.Benchmarks.Reads;
using Discharge.Benchmarks.Rebuilds;
using Discharge.Benchmarks.Reporting;
using Discharge.Benchmarks.Starts;
using Discharge.Benchmarks.Storage;
using Discharge.EmbeddedPostgres;

namespace Discharge.Benchmarks;

/// <summary>What can be measured, by name.</summary>
public static class Suites
{
    private static readonly SortedDictionary<string, (string What, string[] Parts, Func<Databases, Plan, Report, Task> Run)> All = new(StringComparer.Ordinal)
    {
        ["c"] = ("Commands over HTTP, beside the same statements by hand and beside one function", ["c1", "c2", "c3", "c5"], CommandSuite.RunAsync),
        ["d"] = ("Commands over HTTP, beside other event stores that can be had as packages", [], PeerSuite.RunAsync),
        ["e"] = ("Reading cases, boards and histories, beside the same rows by hand", ["e1", "e2", "e3", "e4"], ReadSuite.RunAsync),
        ["f"] = ("Writing everything that is shown anew, and how long people wait to be told", ["f", "f2"], RebuildSuite.RunAsync),
        ["g"] = ("Clocks: what they cost, and how late a breach is recorded, beside plain SQL", ["g1", "g2", "g3", "g4", "g5"], ClockSuite.RunAsync),
        ["h"] = ("Starting, and the memory held, beside a minimal API", [], StartSuite.RunAsync),
        ["i"] = ("Bytes on the disk for an event, beside a plain table of events", [], StorageSuite.RunAsync),
        ["self"] = ("Whether the open-loop caller tells the truth", [], FreezeTest.RunAsync),
    };

    /// <summary>Runs the suites that are named, or says what is wrong with what is asked for.</summary>
    /// <returns>0 where they ran; 1 where a figure means nothing or, of a quick run, something did not work, or a report could not be written; 2 where nothing was run; 3 where all figures mean something and a ratio has fallen behind what is on record.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var named = new Argument<string[]>("suite")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = string.Join('\n', All.Select(suite => $"{suite.Key}: {suite.Value.What}").Append("all: all of them")),
        };
        var command = new RootCommand("Measures the service beside its floors.") { named };
        foreach (var option in Plan.Options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(asked =>
        {
            string[] names = asked.GetValue(named) ?? [];
            foreach (var unknown in names.Where(name => name is not "all" && !All.ContainsKey(name)))
            {
                asked.AddError($"There is no suite '{unknown}'; there are {string.Join(", ", All.Keys.Append("all"))}.");
            }

            var parts = Named(names).SelectMany(suite => suite.Value.Parts).ToList();
            foreach (var missing in Plan.PartsAskedFor(asked).Except(parts))
            {
                asked.AddError($"--only: there is no part '{missing}' of what is asked for; {(parts is [] ? "it has none" : $"there are {string.Join(", ", parts)}")}.");
            }
        });
        command.SetAction((asked, _) => RunAsync(asked.GetValue(named)!, Plan.Of(asked)));
        return command.RunAsync(args);
    }

    private static IEnumerable<KeyValuePair<string, (string What, string[] Parts, Func<Databases, Plan, Report, Task> Run)>> Named(string[] names) =>
        All.Where(suite => names.Contains("all") || names.Contains(suite.Key));

    private static async Task<int> RunAsync(string[] names, Plan plan)
    {
        using var alone = Clone.Alone(Clone.Own("Discharge.Benchmarks"));
        if (alone is null)
        {
            await Console.Error.WriteLineAsync("Another run of the benchmarks is under way in this clone, and each would be in the other's figures. Wait for its end.");
            return 2;
        }

        var onRecord = Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", "Discharge.Benchmarks", "reports");
        var folder = Path.Combine(onRecord, plan.Folder);
        Directory.CreateDirectory(folder);
        var (holds, behind, all) = (true, false, Stopwatch.StartNew());
        await using var databases = await Databases.StartAsync();
        foreach (var (name, suite) in Named(names).Where(suite => plan.AsksAnyOf(suite.Value.Parts)))
        {
            Console.WriteLine($"\n== {name}: {suite.What}");
            var (report, took, whole) = (new Report(name, suite.What, plan.IsQuick ? null : await Report.RecordedAsync(onRecord, name)), Stopwatch.StartNew(), true);
            await DescribeAsync(report, plan, databases, folder);
            try
            {
                await suite.Run(databases, plan, report);
            }
            catch (Exception failed)
            {
                await CommandLine.UnlessEndingAsync();
                // The other suites are none the worse for it, and neither is what is on record.
                whole = false;
                Console.Error.WriteLine(failed);
                report.Note($"IT DID NOT COME TO ITS END: {failed.Message.Split('\n')[0]}");
                report.Holds = false;
            }

            if (OwnWork.Say() is { } own)
            {
                report.Note(own);
            }

            report.Note($"The suite took {Say(took.Elapsed)}.");
            holds &= await CommandLine.KeptAsync(() => report.WriteAsync(Path.Combine(onRecord, report.FolderOf(plan, whole))));
            await databases.ForgetAsync(database => database.Name is Pattern.Name);
            holds &= report.Holds;
            behind |= report.HasFallenBehind;
        }

        Console.WriteLine($"\nAll that was asked for took {Say(all.Elapsed)}.");
        return (holds, behind) switch
        {
            (false, _) => 1,
            (_, true) => 3,
            _ => 0,
        };
    }

    private static string Say(TimeSpan took) => $"{(int)took.TotalMinutes} min {took.Seconds} s";

    private static async Task DescribeAsync(Report report, Plan plan, Databases databases, string folder)
    {
        foreach (var (name, value) in Machine.Facts(folder))
        {
            report.Fact(name, value);
        }

        report.Fact("commit", await Clone.CommitAsync());
        report.Fact("taken", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        report.Fact("busy before the run, over 2 s", (await Machine.BusyAsync(TimeSpan.FromSeconds(2))).ToString("0 %", CultureInfo.InvariantCulture));
        foreach (var (name, value) in databases.Settings)
        {
            report.Fact($"PostgreSQL {name}", value);
        }

        foreach (var package in (Type[])[typeof(Marten.IDocumentStore), typeof(Wolverine.IMessageBus), typeof(Npgsql.NpgsqlConnection)])
        {
            report.Fact(package.Assembly.GetName().Name!, package.Assembly.GetName().Version!.ToString(3));
        }

        report.Fact("plan", $"{plan.Pairs} pairs of {plan.Seconds} s, in turn");
        report.Note("Caller, service and database share these cores, so the caller's own work is in every figure and draws ratios towards 1.");
        report.Note("Product and floor run as processes of their own in the environment Development, where tokens can be had; both check the same tokens with the same code and use the same connection settings.");
        report.Note($"The load comes as {Service.Callers}: so the product asks of each case whether it is within their reach, as it does in use. No floor asks.");
    }
}
