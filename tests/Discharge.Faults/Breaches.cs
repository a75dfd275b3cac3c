namespace Discharge.Faults;

/// <summary>What the record says of the breaches of T01, and what it has to say; reckoned in SQL from what was recorded, without a clock of the service.</summary>
internal static class Breaches
{
    private const string Told =
        """
        with left_ as (
            select stream_id, (data ->> 'occurredAt')::timestamptz as at from cases.mt_events where type = 'discharge-case.discharged-from-hospital.v1'
        ), seen as (
            select e.stream_id from cases.mt_events e join left_ l using (stream_id)
             where e.type = 'discharge-case.home-visit-made.v1' and (e.data ->> 'occurredAt')::timestamptz between l.at and l.at + interval '24 hours'
             group by 1
        ), breach as (
            select stream_id, version, (data ->> 'occurredAt')::timestamptz as at, timestamp as recorded_at from cases.mt_events where type = 'clock.breached.v1' and data ->> 'rule' = 'T01'
        ), taken as (
            select stream_id, (data ->> 'breach')::bigint as version from cases.mt_events where type = 'clock.breach-withdrawn.v1' and data ->> 'rule' = 'T01'
        ), standing as (
            select stream_id, count(*) as so_many from breach b where not exists (select from taken t where t.stream_id = b.stream_id and t.version = b.version) group by 1
        )
        """;

    /// <summary>Counts what was missed, doubled or early, and how late the latest was.</summary>
    public static async Task<Findings> CheckAsync(FaultyDatabase database, Findings findings, double latest) => findings
        .None("breaches missed", await database.AskAsync<long>($"{Told} select count(*) from left_ l where at + interval '24 hours' < now() and stream_id not in (select stream_id from seen) and stream_id not in (select stream_id from standing)"))
        .None("breaches standing where somebody was seen in time", await database.AskAsync<long>($"{Told} select count(*) from standing where stream_id in (select stream_id from seen)"))
        .None("breaches doubled", await database.AskAsync<long>($"{Told} select count(*) from standing where so_many > 1"))
        .None("breaches early", await database.AskAsync<long>($"{Told} select count(*) from breach where recorded_at < at"))
        .Note("breaches recorded", (await database.AskAsync<long>($"{Told} select count(*) from breach")).ToString(System.Globalization.CultureInfo.InvariantCulture))
        .AtMost("worst lateness", await database.AskAsync<double>($"{Told} select coalesce(max(extract(epoch from recorded_at - at)), 0)::float8 from breach"), latest, "s")
        .None("gaps in the versions of a case", await database.AskAsync<long>("select count(*) from (select stream_id from cases.mt_events group by 1 having max(version) <> count(*)) gaps"))
        .None("cases shown otherwise than recorded", await database.AskAsync<long>("select count(*) from cases.mt_streams s left join discharge.discharge_cases c on c.case_id = s.id where s.version > 0 and c.version is distinct from s.version"))
        .None("deadlocks", await database.AskAsync<long>("select deadlocks from pg_stat_database where datname = current_database()"));

    /// <summary>Waits until nothing is due any more.</summary>
    public static async Task SettleAsync(FaultyDatabase database)
    {
        for (var until = DateTime.UtcNow.AddMinutes(3); await database.AskAsync<long>("select count(*) from discharge.clocks where next_at <= now()") > 0;)
        {
            if (DateTime.UtcNow > until)
            {
                return;
            }

            await Task.Delay(250);
        }
    }
}
