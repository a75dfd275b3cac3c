using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Discharge.Persistence;

namespace Discharge.Benchmarks.Floors;

/// <summary>The least that writing everything anew could be: every entry read in order of its stream and parsed with System.Text.Json, on as many connections as there are cores, and nothing worked out or written.</summary>
internal static class ScanByHand
{
    private const string Part = "select data from cases.mt_events where stream_id > $1 and stream_id <= $2 order by stream_id, version";

    public static async Task<int> RunAsync()
    {
        await using var pool = Connections.Open(Environment.GetEnvironmentVariable(Connections.ApplicationSetting)!);
        // A connection, and the code, as ready as they are in a program that has started.
        await ReadAsync(Guid.Empty, Guid.Empty);
        var watch = Stopwatch.StartNew();
        var ends = new List<Guid> { Guid.Empty };
        await using (var ask = pool.CreateCommand("select id from (select id, row_number() over (order by id) as place, count(*) over () as cases from cases.mt_streams) s where place % 1000 = 0 or place = cases order by place"))
        await using (var rows = await ask.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                ends.Add(rows.GetGuid(0));
            }
        }

        var entries = 0L;
        await Parallel.ForEachAsync(
            Enumerable.Range(1, ends.Count - 1),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (part, _) => Interlocked.Add(ref entries, await ReadAsync(ends[part - 1], ends[part])));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries:N0} entries in {watch.Elapsed.TotalSeconds:F1} s, {entries / watch.Elapsed.TotalSeconds:N0} entries a second"));
        return 0;

        async Task<long> ReadAsync(Guid after, Guid upTo)
        {
            await using var select = pool.CreateCommand(Part);
            select.Parameters.Add(new() { Value = after });
            select.Parameters.Add(new() { Value = upTo });
            await using var rows = await select.ExecuteReaderAsync();
            var read = 0L;
            while (await rows.ReadAsync())
            {
                using var fact = JsonDocument.Parse(rows.GetFieldValue<byte[]>(0));
                read++;
            }

            return read;
        }
    }
}
