using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Storage;

/// <summary>i: the room an event takes on the disk with all its indexes, as the record grows.</summary>
internal static class StorageSuite
{
    // What an event cannot be without: its place, its stream and version, its name, when and by whom it was recorded, and what it says.
    private const string Plain =
        """
        create schema if not exists floor;
        create table floor.events (
            seq_id     bigint primary key,
            stream_id  uuid not null,
            version    bigint not null,
            type       text not null,
            at         timestamptz not null,
            by         text not null,
            data       jsonb not null,
            unique (stream_id, version));
        """;

    private const string Same = "insert into floor.events select seq_id, stream_id, version, type, timestamp, user_name, data from cases.mt_events where seq_id > $1 order by seq_id";

    private static readonly string[] Record = ["cases.mt_events", "cases.mt_streams"];

    private static readonly string[] Beside = ["discharge.discharge_cases", "discharge.clocks"];

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var database = await databases.MakeAsync("i", pattern.Database);
        List<Guid> journeys;
        await using (var service = await Service.ProductAsync(database))
        {
            journeys = await Journeys.RecordAsync(service);
        }

        await database.DoAsync(Plain);
        var marks = new List<(double Events, double Ours, double Least)> { await MeasureAsync() };
        var taken = await InTurn.TakeAllAsync(["bytes an event"], plan, GrownAsync, () => Task.FromResult(new Measured((marks[^1].Least - marks[^2].Least) / (marks[^1].Events - marks[^2].Events))));
        report.Add(new("i", "bytes an event adds, with indexes and its share of its stream", "bytes", "a plain table of events", Goal.RatioAtMost(1.3), taken[0]));
        var json = await database.AskAsync<double>("select avg(pg_column_size(data))::float8 from cases.mt_events");
        await Service.RunAsync(["Discharge.Api.dll", "rebuild"], database, _ => { });
        await database.DoAsync("vacuum full discharge.discharge_cases");
        await database.DoAsync("vacuum full discharge.clocks");
        report.Note($"i: each of the {plan.Pairs} figures is what {plan.Cases / plan.Pairs:#,0} more cases added to the one before, so that a slope would show. An event's JSON is {json:0} bytes of it. What screens, lists and clocks need beside the record is another {await SizeAsync(Beside) / marks[^1].Events:0} bytes an event.");

        async Task<Measured> GrownAsync()
        {
            await Journeys.CopyAsync(database, journeys, plan.Cases / plan.Pairs);
            marks.Add(await MeasureAsync());
            return new((marks[^1].Ours - marks[^2].Ours) / (marks[^1].Events - marks[^2].Events));
        }

        async Task<(double Events, double Ours, double Least)> MeasureAsync()
        {
            await database.DoAsync(Same, await database.AskAsync<long>("select coalesce(max(seq_id), 0) from floor.events"));
            await database.DoAsync("vacuum analyze cases.mt_events");
            await database.DoAsync("vacuum analyze floor.events");
            return (await database.AskAsync<long>("select count(*) from cases.mt_events"), await SizeAsync(Record), await SizeAsync(["floor.events"]));
        }

        Task<double> SizeAsync(string[] tables) => database.AskAsync<double>("select sum(pg_total_relation_size(name::regclass))::float8 from unnest($1) name", [tables]);
    }
}
