using Discharge.Benchmarks.Harness;

namespace Discharge.Benchmarks.Clocks;

/// <summary>What a database says of the breaches of the clocks that fell due in a measurement.</summary>
/// <param name="Recorded">How many breaches.</param>
/// <param name="Doubled">Clocks with more than one.</param>
/// <param name="Early">Breaches recorded before their moment.</param>
/// <param name="Lateness">From due to recorded, in milliseconds: the middle, 99 of 100, the most.</param>
/// <param name="Visible">From due to committed, likewise.</param>
/// <param name="FirstCommit">When the first was committed.</param>
/// <param name="LastCommit">When the last was.</param>
internal sealed record Breaches(long Recorded, long Doubled, long Early, double[] Lateness, double[] Visible, DateTime FirstCommit, DateTime LastCommit)
{
    private const string Found =
        """
        with breach as materialized (
            select stream_id, (data ->> 'occurredAt')::timestamptz as at, timestamp as recorded, pg_xact_commit_timestamp(xmin) as committed
              from cases.mt_events
             where type = 'clock.breached.v1' and data ->> 'rule' = 'T01' and seq_id > $1
        )
        select json_build_array(
            count(*), count(*) - count(distinct stream_id), count(*) filter (where recorded < at),
            coalesce(percentile_cont(array[0.5, 0.99, 1]) within group (order by extract(epoch from recorded - at)::float8 * 1000), '{0,0,0}'),
            coalesce(percentile_cont(array[0.5, 0.99, 1]) within group (order by extract(epoch from committed - at)::float8 * 1000), '{0,0,0}'),
            coalesce(min(committed), now()), coalesce(max(committed), now()))::text
          from breach
        """;

    /// <summary>The last entry there is, after which breaches are looked for.</summary>
    public static Task<long> MarkAsync(Database database) => database.AskAsync<long>("select coalesce(max(seq_id), 0) from cases.mt_events");

    /// <summary>Those after a mark.</summary>
    public static async Task<Breaches> SinceAsync(Database database, long mark)
    {
        var found = System.Text.Json.JsonDocument.Parse(await database.AskAsync<string>(Found, mark)).RootElement;
        double[] Three(int place) => [.. found[place].EnumerateArray().Select(figure => figure.GetDouble())];
        return new(found[0].GetInt64(), found[1].GetInt64(), found[2].GetInt64(), Three(3), Three(4), found[5].GetDateTime(), found[6].GetDateTime());
    }

    /// <summary>Waits until nothing is due, and says how far it has come.</summary>
    /// <exception cref="InvalidOperationException">It comes no further.</exception>
    public static async Task SettleAsync(Database database, TimeSpan quiet)
    {
        var (least, since) = (long.MaxValue, DateTime.UtcNow);
        for (var said = DateTime.UtcNow; ;)
        {
            var due = await database.AskAsync<long>("select count(*) from (select from discharge.clocks where next_at <= now() limit 300000) due");
            if (due == 0)
            {
                return;
            }

            (least, since) = due < least ? (due, DateTime.UtcNow) : (least, since);
            if (DateTime.UtcNow - since > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException($"{due} clocks stay due.");
            }

            if (DateTime.UtcNow - said > TimeSpan.FromSeconds(10))
            {
                Console.WriteLine($"   {due:#,0} still due");
                said = DateTime.UtcNow;
            }

            await Task.Delay(quiet);
        }
    }
}
