using System.Globalization;
using System.Text;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;

namespace Discharge.Benchmarks.Filling;

/// <summary>Whole journeys of ten to two hundred entries that the service itself recorded, most of them short, and copies of them by the thousand.</summary>
internal static class Journeys
{
    // How many reviews, and how many of a hundred copies are of this one.
    private static readonly (int Reviews, int Share)[] Lengths = [(4, 55), (14, 30), (40, 12), (190, 3)];

    private static readonly CompositeFormat Copy = CompositeFormat.Parse(
        """
        create temp table copies on commit drop as
        select '{0}'::uuid as source, (lpad(to_hex(({1}::bigint << 24) + n), 15, '0') || '78' || substr(md5(n || '{1}'), 1, 15))::uuid as id
          from generate_series(1, {2}) n;
        insert into cases.mt_streams (id, type, version, timestamp, created, tenant_id, compacted_version, is_archived)
        select c.id, s.type, s.version, s.timestamp, s.created, s.tenant_id, s.compacted_version, s.is_archived from copies c join cases.mt_streams s on s.id = c.source;
        insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
        select nextval('cases.mt_events_sequence'), gen_random_uuid(), c.id, e.version, e.data, e.type, e.timestamp, e.tenant_id, e.mt_dotnet_type, e.correlation_id, e.causation_id, e.headers, e.user_name, e.is_archived
          from copies c join cases.mt_events e on e.stream_id = c.source order by e.version, c.id;
        """);

    private static readonly CompositeFormat CopyWithRow = CompositeFormat.Parse(
        $"""
        {Copy.Format}
        insert into discharge.discharge_cases
        select row.* from copies c join discharge.discharge_cases d on d.case_id = c.source cross join lateral jsonb_populate_record(d, jsonb_build_object('case_id', c.id)) row;
        """);

    private static int _batch;

    /// <summary>Records one journey of each length.</summary>
    /// <returns>The cases, the longest last.</returns>
    public static async Task<List<Guid>> RecordAsync(Service service)
    {
        using var connection = await HttpConnection.OpenAsync(service.Address);
        var ids = new List<Guid>();
        foreach (var (reviews, _) in Lengths)
        {
            ids.Add(await Pattern.OpenAsync(connection, service));
            await GoHomeAsync(connection, service, ids[^1], reviews);
        }

        return ids;
    }

    /// <summary>Adds copies of their streams, as they would lie after years in which all of them went on at once. What stands beside the streams is not copied.</summary>
    public static async Task CopyAsync(Database database, List<Guid> journeys, int cases)
    {
        Console.WriteLine($"   {database.Name}: {cases:#,0} journeys");
        foreach (var (id, (_, share)) in journeys.Zip(Lengths))
        {
            await database.DoAsync(string.Format(CultureInfo.InvariantCulture, Copy, id, Batch(), cases * share / 100));
        }
    }

    /// <summary>Adds copies of one, each with the row by which it is known whose it is.</summary>
    /// <returns>The copies.</returns>
    public static async Task<List<Guid>> CopyAsync(Database database, Guid journey, int copies)
    {
        Console.WriteLine($"   {database.Name}: {copies:#,0} copies of a journey");
        await database.DoAsync(string.Format(CultureInfo.InvariantCulture, CopyWithRow, journey, Batch(), copies));
        return await database.ListAsync<Guid>("select c.case_id from discharge.discharge_cases c join discharge.discharge_cases d using (person_id) where d.case_id = $1 and c.case_id <> $1", journey);
    }

    private static long Batch() => (DateTimeOffset.UtcNow.ToUnixTimeSeconds() << 4) + (Interlocked.Increment(ref _batch) & 0xF);

    private static async Task GoHomeAsync(HttpConnection connection, Service service, Guid id, int reviews)
    {
        // Over the last three days but one, each at its moment.
        var (from, step) = (DateTimeOffset.UtcNow.AddDays(-2), TimeSpan.FromHours(24) / reviews);
        for (var review = 0; review < reviews; review++)
        {
            var isReady = review == reviews - 1;
            await SayAsync("criteria-to-reside-reviews", new { occurredAt = At(review), criteriaMet = isReady ? Array.Empty<string>() : ["intravenous-fluids"], medicallyStable = isReady, by = "doctor" });
        }

        await SayAsync("plan", new { occurredAt = At(0), by = "nurse" });
        await SayAsync("functional-assessment", new { occurredAt = At(reviews), by = "occupational-therapist", needs = (string[])["reablement", "personal-care"] });
        await SayAsync("pathway-decision", new { occurredAt = At(reviews), pathway = "pathway-1", reason = "home-first", by = "discharge-coordinator" });
        await SayAsync("discharge-decision", new { occurredAt = At(reviews), by = "consultant" });
        await SayAsync("discharge", new { occurredAt = At(reviews), to = "own-home" });
        await SayAsync("welfare-check", new { occurredAt = At(reviews), by = "discharge-coordinator", outcome = "safe-and-well" });
        await SayAsync("home-visit", new { occurredAt = At(reviews), by = "occupational-therapist" });

        string At(int review) => Pattern.Say(from + (step * review));

        Task SayAsync(string what, object body) => Pattern.TellAsync(connection, service, $"/v1/discharge-cases/{id}/{what}", body);
    }
}
