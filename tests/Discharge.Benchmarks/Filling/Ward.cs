using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Persistence.PersonalData;

namespace Discharge.Benchmarks.Filling;

/// <summary>Two cases that the service itself recorded and that all others are copies of: one in hospital, one that has left and waits to be seen.</summary>
/// <param name="Database">The database they lie in, which others are copied from.</param>
/// <param name="InHospital">Somebody in hospital, reviewed once.</param>
/// <param name="Left">Somebody who left and was checked to be safe and well; the clock of the visit runs.</param>
public sealed record Pattern(Database Database, Guid InHospital, Guid Left)
{
    /// <summary>The name of the database they lie in.</summary>
    public const string Name = "pattern";

    /// <summary>The hub that every case is held by.</summary>
    public const string Hub = "QTEST";

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Databases, Task<Pattern>> Made = [];

    /// <summary>Has the service record them, once for all suites of a run.</summary>
    public static Task<Pattern> MakeAsync(Databases databases) => Made.GetValue(databases, RecordAsync);

    private static async Task<Pattern> RecordAsync(Databases databases)
    {
        var database = await databases.MakeAsync(Name);
        await using var service = await Service.ProductAsync(database);
        using var connection = await HttpConnection.OpenAsync(service.Address);
        // The first is the one that left, so that whoever looks for one finds it by its id.
        var left = await OpenAsync(connection, service);
        await TellAsync(connection, service, $"/v1/discharge-cases/{left}/discharge", new { occurredAt = Say(DateTimeOffset.UtcNow.AddMinutes(-10)), to = "own-home" });
        await TellAsync(connection, service, $"/v1/discharge-cases/{left}/welfare-check", new { occurredAt = Say(DateTimeOffset.UtcNow.AddMinutes(-9)), by = "discharge-coordinator", outcome = "safe-and-well" });
        return new(database, await OpenAsync(connection, service), left);
    }

    /// <summary>A moment as the service reads it.</summary>
    public static string Say(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    internal static async Task<Guid> OpenAsync(HttpConnection connection, Service service)
    {
        var admitted = Say(DateTimeOffset.UtcNow.AddDays(-4));
        var opened = await TellAsync(connection, service, "/v1/discharge-cases", new
        {
            occurredAt = admitted,
            admittedAt = admitted,
            person = new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" },
            site = "RTEST",
            ward = "Ward 0",
            hub = Hub,
            residence = "own-home",
        });
        var id = opened.GetProperty("id").GetGuid();
        await TellAsync(connection, service, $"/v1/discharge-cases/{id}/criteria-to-reside-reviews", new { occurredAt = Say(DateTimeOffset.UtcNow.AddDays(-3)), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant" });
        return id;
    }

    internal static async Task<JsonElement> TellAsync(HttpConnection connection, Service service, string path, object body)
    {
        await service.TakeAsync(connection, HttpConnection.Request("POST", path, service.Token, JsonSerializer.Serialize(body), Guid.NewGuid().ToString()));
        return JsonDocument.Parse(connection.LastBody).RootElement;
    }
}

/// <summary>A database that is filled with copies.</summary>
public sealed class Ward(Database database, Pattern pattern)
{
    // A copy per statement of every row of the pattern, with its own ids and moments; ids are in the order of time, as the service's are.
    private static readonly CompositeFormat Copy = CompositeFormat.Parse(
        """
        create temp table copies on commit drop as
        select n, (lpad(to_hex(({1}::bigint << 20) + n), 15, '0') || '78' || substr(md5(n || '{1}'), 1, 15))::uuid as id,
               (lpad(to_hex(({1}::bigint << 20) + n), 15, '0') || '79' || substr(md5(n || '{1}'), 1, 15))::uuid as person,
               timestamptz '{2}' + n * interval '{3} microseconds' as due
          from generate_series(0, {4} - 1) n;

        insert into cases.mt_streams (id, type, version, timestamp, created, tenant_id, compacted_version, is_archived)
        select c.id, s.type, s.version, s.timestamp, s.created, s.tenant_id, s.compacted_version, s.is_archived
          from copies c cross join cases.mt_streams s where s.id = '{0}';

        insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
        select nextval('cases.mt_events_sequence'), gen_random_uuid(), c.id, e.version,
               case when e.version = 1 then replace(e.data::text, d.person_id::text, c.person::text)::jsonb
                    when e.version = 2 then e.data
                    else jsonb_set(e.data, '{{occurredAt}}', to_jsonb(to_char((c.due - interval '24 hours' + (e.version - 3) * interval '1 minute') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))) end,
               e.type, e.timestamp, e.tenant_id, e.mt_dotnet_type, e.correlation_id, e.causation_id, e.headers, e.user_name, e.is_archived
          from copies c cross join discharge.discharge_cases d join cases.mt_events e on e.stream_id = d.case_id
         where d.case_id = '{0}' order by c.n, e.version;

        insert into discharge.people (person_id, details, salt, has_more)
        select c.person, convert_from(decode('{6}', 'base64'), 'UTF8'), decode('{7}', 'base64'), p.has_more from copies c cross join discharge.discharge_cases d join discharge.people p using (person_id) where d.case_id = '{0}';

        insert into discharge.discharge_cases
        select row.* from copies c cross join discharge.discharge_cases d cross join lateral jsonb_populate_record(d, jsonb_build_object(
               'case_id', c.id, 'person_id', c.person, 'ward', 'Ward ' || c.n % {5},
               'body', replace(replace(d.body, d.case_id::text, c.id::text), '"Ward 0"', '"Ward ' || c.n % {5} || '"'),
               'board_row', replace(replace(d.board_row, d.case_id::text, c.id::text), '"Ward 0"', '"Ward ' || c.n % {5} || '"'))) row
         where d.case_id = '{0}';

        insert into discharge.clocks
        select row.* from copies c cross join discharge.clocks k
         cross join lateral (select c.due - interval '24 hours' as started, (c.due - interval '24 hours') at time zone 'Europe/London' as shown) left_at
         cross join lateral (select (date_trunc('day', shown) + interval '1 day') at time zone 'Europe/London' as over, (date_trunc('day', shown) + interval '18 hours') at time zone 'Europe/London' as evening) day
         cross join lateral jsonb_populate_record(k, jsonb_build_object('case_id', c.id, 'started_at', started) || case k.rule
               when 'T01' then jsonb_build_object(
                    'warned_at', c.due - interval '6 hours', 'due_at', c.due, 'breach_at', c.due + interval '1 microsecond', 'next_at', c.due + interval '1 microsecond')
               when 'T25' then jsonb_build_object(
                    'warned_at', greatest(started, evening), 'due_at', over - interval '1 microsecond', 'breach_at', over, 'ended_at', started + interval '1 minute')
               else '{{}}' end) row
         where k.case_id = '{0}';
        """);

    // Clocks of cases nobody asks for: they are in every index the watch and the commands use, and none falls due during a run.
    private static readonly CompositeFormat Ballast = CompositeFormat.Parse(
        """
        insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, warned_at, due_at, breach_at, owner, next_at)
        select gen_random_uuid(), k.rule, k.started_by, k.rule_version, d.due - interval '24 hours', d.due - interval '6 hours', d.due, d.due + interval '1 microsecond', k.owner, d.due + interval '1 microsecond'
          from discharge.clocks k cross join lateral (select now() + interval '6 hours' + n * interval '20 hours' / {1} as due from generate_series(0, {1} - 1) n) d
         where k.case_id = '{0}' and k.rule = 'T01'
        """);

    // As many as the part of an id that says which of its batch it is can hold.
    private const int MostInABatch = 1 << 20;

    private static int _copies;

    private readonly ConcurrentQueue<Guid> _waiting = new();

    /// <summary>The database.</summary>
    public Database Database => database;

    /// <summary>Adds running clocks.</summary>
    public async Task AddClocksAsync(int clocks)
    {
        Console.WriteLine($"   {database.Name}: {clocks:#,0} running clocks");
        await database.DoAsync(string.Format(CultureInfo.InvariantCulture, Ballast, pattern.Left, clocks));
        await database.DoAsync("vacuum analyze discharge.clocks");
    }

    /// <summary>Adds people in hospital, who wait for a command each.</summary>
    public async Task AdmitAsync(int people, int wards = 40)
    {
        foreach (var id in await CopyAsync(pattern.InHospital, people, DateTimeOffset.UtcNow, TimeSpan.Zero, wards))
        {
            _waiting.Enqueue(id);
        }
    }

    /// <summary>Sees to it that so many people wait.</summary>
    public Task HaveAsync(int people) => _waiting.Count < people ? AdmitAsync(Math.Max(people - _waiting.Count, 2_000)) : Task.CompletedTask;

    /// <summary>The next who waits.</summary>
    public Guid Next() => _waiting.TryDequeue(out var id) ? id : throw new InvalidOperationException("More commands came through than people were admitted for: measure for fewer seconds.");

    /// <summary>Adds people who left, whose clocks fall due one after the other.</summary>
    public Task<List<Guid>> LeaveAsync(int people, DateTimeOffset due, TimeSpan apart) => CopyAsync(pattern.Left, people, due, apart, wards: 40);

    private async Task<List<Guid>> CopyAsync(Guid of, int copies, DateTimeOffset due, TimeSpan apart, int wards)
    {
        var ids = new List<Guid>(copies);
        while (ids.Count < copies)
        {
            ids.AddRange(await CopyBatchAsync(of, Math.Min(copies - ids.Count, MostInABatch), due + (apart * ids.Count), apart, wards));
        }

        return ids;
    }

    private async Task<List<Guid>> CopyBatchAsync(Guid of, int copies, DateTimeOffset due, TimeSpan apart, int wards)
    {
        // The second, the batch and the copy: later ones behind earlier ones in every index.
        var batch = (DateTimeOffset.UtcNow.ToUnixTimeSeconds() << 8) + (Interlocked.Increment(ref _copies) & 0xFF);
        var kept = await DetailsAsync(of);
        var sql = string.Format(CultureInfo.InvariantCulture, Copy, of, batch, due.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), (long)apart.TotalMicroseconds, copies, wards, Convert.ToBase64String(kept.Text), Convert.ToBase64String(kept.Salt));
        await database.DoAsync(sql);
        await database.SealAsync();
        return await database.ListAsync<Guid>("select case_id from discharge.discharge_cases where case_id between $1 and $2", IdOf(batch, 0), IdOf(batch, MostInABatch - 1));
    }

    // What is sealed is bound to its row, so it is copied in clear and sealed anew.
    private async Task<Unsealed> DetailsAsync(Guid of)
    {
        const string Joined = "from discharge.discharge_cases c join discharge.people p using (person_id) join discharge.person_keys k using (person_id) where c.case_id = $1";
        var person = await database.AskAsync<Guid>($"select person_id {Joined}", of);
        return DevelopmentSeals.Open(person, await database.AskAsync<byte[]>($"select k.wrapped {Joined}", of), await database.AskAsync<byte[]>($"select p.sealed {Joined}", of));
    }

    private static Guid IdOf(long batch, long number) => Guid.Parse($"{(batch << 20) + number:x15}7{(number == 0 ? '0' : 'f')}{(number == 0 ? new string('0', 15) : new string('f', 15))}");
}
