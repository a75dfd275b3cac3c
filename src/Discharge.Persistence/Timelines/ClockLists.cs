using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Timelines;

/// <summary>What a list of clocks is narrowed to; what is null narrows nothing.</summary>
public sealed record ClockFilter
{
    /// <summary>Clocks due before this.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>Clocks that stand so; without it, clocks that are open.</summary>
    public ClockStatus? Status { get; init; }

    /// <summary>Clocks of one rule.</summary>
    public string? Rule { get; init; }

    /// <summary>One hospital site.</summary>
    public OdsCode? Site { get; init; }

    /// <summary>One ward.</summary>
    public string? Ward { get; init; }

    /// <summary>One care transfer hub.</summary>
    public OdsCode? Hub { get; init; }

    /// <summary>One pathway.</summary>
    public Pathway? Pathway { get; init; }

    /// <summary>Clocks of the cases of one reablement or rehabilitation team.</summary>
    public OdsCode? Team { get; init; }

    /// <summary>Clocks that wait for one team.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Clocks after this place in the list.</summary>
    public ClockPlace? After { get; init; }

    /// <summary>How many at the most.</summary>
    public required int Limit { get; init; }
}

/// <summary>A clock's place in the list of all clocks, which is by due moment.</summary>
/// <param name="DueAt">When it is due.</param>
/// <param name="Case">Its case.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="StartedBy">The entry that started it.</param>
public sealed record ClockPlace(Instant DueAt, Guid Case, string Rule, long StartedBy)
{
    /// <summary>The place that a text stands for, or null where it stands for none.</summary>
    public static ClockPlace? Parse(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.IsValid(text)
            && Encoding.UTF8.GetString(bytes, 0, Base64Url.DecodeFromChars(text, bytes)).Split('|') is [var due, var id, var rule, var startedBy]
            && InstantPattern.ExtendedIso.Parse(due) is { Success: true, Value: var dueAt } && dueAt.InUtc().Year > 0
            && Guid.TryParse(id, out var @case)
            && long.TryParse(startedBy, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            && !rule.Contains('\0', StringComparison.Ordinal)
                ? new(dueAt, @case, rule, entry)
                : null;
    }

    /// <summary>The place as a text to hand on.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(DueAt)}|{Case}|{Rule}|{StartedBy}")));
}

/// <summary>A clock in a list of clocks of many cases.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="Rule">The rule, such as "T01".</param>
/// <param name="RuleVersion">The version of it that was in force when the clock started.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Kind">Whether it is a safety, statutory or target clock.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="StartedBy">The entry that started it.</param>
/// <param name="DueAt">The last microsecond that meets it; null where it is never due and lasts until it is concluded.</param>
/// <param name="BreachAt">The first that does not; null where it is never due.</param>
/// <param name="PausedSince">Since when it is held up, where it is.</param>
/// <param name="EndedAt">When it was met, or could no longer be.</param>
/// <param name="Owner">Whose it is to meet it.</param>
/// <param name="Site">The hospital site, of a discharge case.</param>
/// <param name="Ward">The ward, of a discharge case.</param>
/// <param name="Hub">The care transfer hub, of a discharge case.</param>
/// <param name="Pathway">The pathway, where one is decided.</param>
/// <param name="Team">The team, of a reablement case or a rehabilitation-bed case.</param>
public sealed record ListedClock(
    Guid CaseId,
    string Rule,
    int RuleVersion,
    string Name,
    RuleKind Kind,
    ClockStatus Status,
    Instant StartedAt,
    long StartedBy,
    Instant? DueAt,
    Instant? BreachAt,
    Instant? PausedSince,
    Instant? EndedAt,
    Owner Owner,
    string? Site,
    string? Ward,
    string? Hub,
    Pathway? Pathway,
    string? Team = null)
{
    // What is never due comes after all that is.
    internal ClockPlace Place => new(DueAt ?? Due.AfterAll, CaseId, Rule, StartedBy);
}

/// <summary>Lists the clocks of all cases, a page at a time, in the order in which they fall due.</summary>
public sealed class ClockLists(NpgsqlDataSource database, RuleBook book, TimeProvider time)
{
    private static readonly string Page =
        $"""
        with shown as (
            select c.*, coalesce(c.ending, case when c.paused_at is not null then 'paused' when c.breach_at <= $1 then 'breached' when c.warned_at <= $1 then 'warned' else 'running' end) as status
              from discharge.clocks c
        )
        select s.case_id, s.rule, s.rule_version, s.status, s.started_at, s.started_by, s.due_at, s.breach_at, s.paused_at, s.ended_at, s.owner, d.site, d.ward, d.hub, d.pathway, coalesce(r.team, h.team)
          from shown s
          left join discharge.discharge_cases d on d.case_id = s.case_id
          left join discharge.reablement_cases r on r.case_id = s.case_id
          left join discharge.rehabilitation_cases h on h.case_id = s.case_id
         where (d.case_id is not null or r.case_id is not null or h.case_id is not null)
           and ($2 is null or s.due_at < $2)
           and case when $3 is null then s.ending is null else s.status = $3 end
           and ($4 is null or s.rule = $4)
           and ($5 is null or d.site = $5)
           and ($6 is null or lower(d.ward) = lower($6))
           and ($7 is null or d.hub = $7)
           and ($8 is null or d.pathway = $8)
           and ($9 is null or s.owner = $9)
           and ($15 is null or coalesce(r.team, h.team) = $15)
           and {Reach.Holds("s.case_id", first: 16)}
           and ($10 is null or (s.due_at, s.case_id, s.rule, s.started_by) > ($10, $11, $12, $13))
         order by s.due_at, s.case_id, s.rule, s.started_by
         limit $14
        """;

    /// <summary>One page, and the place to go on from where there is more.</summary>
    public async Task<(IReadOnlyList<ListedClock> Clocks, ClockPlace? Next)> PageAsync(ClockFilter filter, Reach reach, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(Page);
        (object? Value, NpgsqlDbType Type)[] given =
        [
            (time.GetUtcNow().UtcDateTime, NpgsqlDbType.TimestampTz),
            (filter.DueBefore?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz),
            (filter.Status is { } status ? PublicJson.Spell(status) : null, NpgsqlDbType.Text),
            (filter.Rule, NpgsqlDbType.Text),
            (filter.Site?.Value, NpgsqlDbType.Text),
            (filter.Ward, NpgsqlDbType.Text),
            (filter.Hub?.Value, NpgsqlDbType.Text),
            (filter.Pathway is { } pathway ? PublicJson.Spell(pathway) : null, NpgsqlDbType.Text),
            (filter.Owner is { } owner ? PublicJson.Spell(owner) : null, NpgsqlDbType.Text),
            (filter.After?.DueAt.ToDateTimeUtc(), NpgsqlDbType.TimestampTz),
            (filter.After?.Case, NpgsqlDbType.Uuid),
            (filter.After?.Rule, NpgsqlDbType.Text),
            (filter.After?.StartedBy, NpgsqlDbType.Bigint),
            // One more than asked for says whether there is another page.
            (filter.Limit + 1, NpgsqlDbType.Integer),
            (filter.Team?.Value, NpgsqlDbType.Text),
        ];
        foreach (var (value, type) in given)
        {
            select.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        }

        reach.AddTo(select.Parameters);

        var clocks = await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var read = new List<ListedClock>();
                await using var rows = await select.ExecuteReaderAsync(stop);
                while (await rows.ReadAsync(stop))
                {
                    read.Add(Read(rows));
                }

                return read;
            },
            cancellation);
        return clocks.Count > filter.Limit ? (clocks[..filter.Limit], clocks[filter.Limit - 1].Place) : (clocks, null);
    }

    private ListedClock Read(NpgsqlDataReader row)
    {
        var (id, version) = (row.GetString(1), row.GetInt32(2));
        // A version an authority no longer configures is still the one the clock was started under.
        var rule = book.Version(id, version) ?? book.Eras(id).Last();
        return new(
            row.GetGuid(0), id, version, rule.Name, rule.Kind, PublicJson.Read<ClockStatus>(row.GetString(3)), At(row, 4)!.Value, row.GetInt64(5), rule.Length is OpenEnded ? null : At(row, 6), rule.Length is OpenEnded ? null : At(row, 7),
            At(row, 8), At(row, 9), PublicJson.Read<Owner>(row.GetString(10)), TextIn(row, 11), TextIn(row, 12), TextIn(row, 13),
            row.IsDBNull(14) ? null : PublicJson.Read<Pathway>(row.GetString(14)), TextIn(row, 15));
    }

    private static string? TextIn(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Instant? At(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Instant.FromDateTimeUtc(row.GetDateTime(column));
}
