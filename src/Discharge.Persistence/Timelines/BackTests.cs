using System.Runtime.CompilerServices;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Timelines;

/// <summary>How far a back-test has come, and what it has found so far.</summary>
/// <param name="Done">How many cases have been looked at.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Rules">For each rule, how its clocks stood and would have stood.</param>
/// <param name="Flips">The clocks that would have ended otherwise, the first of them.</param>
/// <param name="FlipsInAll">How many would have ended otherwise.</param>
public sealed record BackTest(int Done, int Of, IReadOnlyList<RuleTested> Rules, IReadOnlyList<Flip> Flips, int FlipsInAll);

/// <summary>How the clocks of a rule stand, and would stand under another length.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Clocks">How many clocks of it started in the period.</param>
/// <param name="Before">How many of them stand how, by the rule as it is.</param>
/// <param name="After">How many of them would stand how.</param>
public sealed record RuleTested(string Rule, int Clocks, IReadOnlyDictionary<string, int> Before, IReadOnlyDictionary<string, int> After);

/// <summary>A clock that would have ended otherwise.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="Rule">The rule.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Before">How it stands.</param>
/// <param name="After">How it would.</param>
public sealed record Flip(Guid CaseId, string Rule, Instant StartedAt, ClockStatus Before, ClockStatus After);

/// <summary>Tries other rules on the cases there were.</summary>
public sealed class BackTests(NpgsqlDataSource database, CaseHistories histories, RuleBook book, TimeProvider time)
{
    /// <summary>How many flips are listed; all are counted.</summary>
    public const int MostFlips = 1_000;

    private const int CasesAtOnce = 200;

    private static readonly string Started =
        $"select distinct case_id from discharge.clocks where rule = any ($1) and started_at >= $2 and started_at < $3 and {Reach.Holds("case_id", first: 4)} order by case_id";

    /// <summary>Looks at every case in which a clock of one of the rules started in a period, and tells how far it has come after each few of them.</summary>
    /// <param name="other">The rules as they would be.</param>
    /// <param name="rules">The rules that are tried.</param>
    /// <param name="from">The beginning of the period.</param>
    /// <param name="until">Its end, which no longer belongs to it.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<BackTest> RunAsync(RuleBook other, string[] rules, Instant from, Instant until, Reach reach, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        var ids = await CasesAsync(rules, from, until, reach, cancellation);
        var tally = new Tally(rules);
        yield return tally.At(0, ids.Count);
        var done = 0;
        foreach (var some in ids.Chunk(CasesAtOnce))
        {
            foreach (var (id, history) in await histories.ReadAsync(some, cancellation))
            {
                var type = StreamTypes.Of(history);
                var would = type.ClocksOf(other, id, history).ToDictionary(clock => (clock.Rule.Id, clock.Start.Version));
                foreach (var clock in type.ClocksOf(book, id, history).Where(clock => rules.Contains(clock.Rule.Id) && clock.Due.StartedAt >= from && clock.Due.StartedAt < until))
                {
                    tally.Count(id, clock, clock.StatusAt(now), would[(clock.Rule.Id, clock.Start.Version)].StatusAt(now));
                }
            }

            yield return tally.At(done += some.Length, ids.Count);
        }
    }

    private async Task<List<Guid>> CasesAsync(string[] rules, Instant from, Instant until, Reach reach, CancellationToken cancellation) => await Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Started);
            select.Parameters.Add(new() { Value = rules });
            select.Parameters.Add(new() { Value = from.ToDateTimeUtc() });
            select.Parameters.Add(new() { Value = until.ToDateTimeUtc() });
            reach.AddTo(select.Parameters);
            var ids = new List<Guid>();
            await using var rows = await select.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                ids.Add(rows.GetGuid(0));
            }

            return ids;
        },
        cancellation);

    private sealed class Tally(string[] rules)
    {
        private readonly Dictionary<(string Rule, bool After, string Status), int> _counts = [];
        private readonly List<Flip> _flips = [];
        private int _flipped;

        public void Count(Guid id, Clock clock, ClockStatus before, ClockStatus after)
        {
            Add(clock.Rule.Id, isAfter: false, before);
            Add(clock.Rule.Id, isAfter: true, after);
            // To have warned earlier is not to end otherwise.
            if (before == after || (IsOpen(before) && IsOpen(after)))
            {
                return;
            }

            _flipped++;
            if (_flips.Count < MostFlips)
            {
                _flips.Add(new(id, clock.Rule.Id, clock.Due.StartedAt, before, after));
            }
        }

        public BackTest At(int done, int of) => new(
            done,
            of,
            [.. rules.Select(rule => new RuleTested(rule, CountsOf(rule, isAfter: false).Values.Sum(), CountsOf(rule, isAfter: false), CountsOf(rule, isAfter: true)))],
            [.. _flips],
            _flipped);

        private static bool IsOpen(ClockStatus status) => status is ClockStatus.Running or ClockStatus.Warned or ClockStatus.Paused;

        private void Add(string rule, bool isAfter, ClockStatus status)
        {
            var key = (rule, isAfter, PublicJson.Spell(status));
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }

        private Dictionary<string, int> CountsOf(string rule, bool isAfter) =>
            _counts.Where(count => count.Key.Rule == rule && count.Key.After == isAfter).OrderBy(count => count.Key.Status, StringComparer.Ordinal).ToDictionary(count => count.Key.Status, count => count.Value);
    }
}
