using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Timelines;

/// <summary>What the clocks will say if nobody does anything: it is worked out by the same clocks from the same facts as what is then recorded.</summary>
/// <param name="From">After this moment.</param>
/// <param name="Until">Up to this one: the one asked for, or where not all cases could be looked at the last before anything is said of one that was not.</param>
/// <param name="Complete">Whether it goes as far as was asked for.</param>
/// <param name="Ahead">What will be said, in order.</param>
public sealed record Forecast(Instant From, Instant Until, bool Complete, IReadOnlyList<Foreseen> Ahead);

/// <summary>Something that will be said or recorded because a clock comes to a moment, or that is to be told at a moment without a clock.</summary>
/// <param name="At">When.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Rule">The rule, or the code of what is told without a clock.</param>
/// <param name="StartedBy">The entry that started the clock, or of which it is told.</param>
/// <param name="What">A warning to whoever holds the case, an escalation, or the breach.</param>
/// <param name="Words">Which moment of the rule it is.</param>
/// <param name="Level">The rung of the ladder that will be told; null for a warning and for the breach itself.</param>
/// <param name="Who">Who that is.</param>
public sealed record Foreseen(Instant At, Guid CaseId, string Rule, long StartedBy, ForeseenKind What, string Words, string? Level, string? Who);

/// <summary>What will be said or recorded.</summary>
public enum ForeseenKind
{
    /// <summary>A warning to whoever holds the case.</summary>
    Warning,

    /// <summary>Somebody further up is told.</summary>
    Escalation,

    /// <summary>The clock is breached.</summary>
    Breach,
}

/// <summary>Looks ahead.</summary>
public sealed class Forecasts(NpgsqlDataSource database, CaseHistories histories, RuleBook book, TimeProvider time)
{
    /// <summary>How many cases are looked at for one forecast.</summary>
    public const int MostCases = 2_000;

    private static readonly string Awaited =
        $"select case_id, min(next_at) from discharge.clocks where next_at <= $1 and {Reach.Holds("case_id", first: 3)} group by case_id order by min(next_at), case_id limit $2";

    /// <summary>What the clocks will say up to a moment if nobody does anything.</summary>
    public async Task<Forecast> UntilAsync(Instant until, Reach reach, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        var awaited = await AwaitedAsync(until, reach, cancellation);
        var isComplete = awaited.Count <= MostCases;
        until = isComplete ? until : Instant.Max(now, awaited[MostCases].First - Duration.Epsilon);
        var ahead = new List<Foreseen>();
        foreach (var some in awaited.Take(MostCases).Select(first => first.Case).Chunk(200))
        {
            foreach (var (id, history) in await histories.ReadAsync(some, cancellation))
            {
                var stands = CaseNow.Of(StreamTypes.Of(history), book, id, history, now);
                ahead.AddRange(stands.Clocks.Where(clock => clock.IsOpen).SelectMany(clock => In(id, clock, now, until)));
                ahead.AddRange(stands.Told.Where(told => told.Moment > now && told.Moment <= until).Select(told =>
                    new Foreseen(told.Moment, id, told.Rule, told.Entry, ForeseenKind.Escalation, told.Words, told.Level.ToString(), Ladder.WhoIs(told.Level))));
            }
        }

        return new(now, until, isComplete, [.. ahead.OrderBy(foreseen => foreseen.At).ThenBy(foreseen => foreseen.CaseId).ThenBy(foreseen => foreseen.Rule, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Foreseen> In(Guid id, Clock clock, Instant now, Instant until)
    {
        foreach (var moment in clock.MomentsBy(until).Where(moment => moment.At > now))
        {
            yield return new(
                moment.At, id, clock.Rule.Id, clock.Start.Version, moment.Level is null ? ForeseenKind.Warning : ForeseenKind.Escalation, moment.Words, moment.Level?.ToString(), moment.Who);
        }

        if (clock.WasBreachedBy(until) && clock.Due.BreachAt > now)
        {
            yield return new(clock.Due.BreachAt, id, clock.Rule.Id, clock.Start.Version, ForeseenKind.Breach, "breached", null, null);
        }
    }

    private async Task<List<(Guid Case, Instant First)>> AwaitedAsync(Instant until, Reach reach, CancellationToken cancellation) => await Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Awaited);
            select.Parameters.Add(new() { Value = until.ToDateTimeUtc() });
            select.Parameters.Add(new() { Value = MostCases + 1 });
            reach.AddTo(select.Parameters);
            var cases = new List<(Guid, Instant)>();
            await using var rows = await select.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                cases.Add((rows.GetGuid(0), Instant.FromDateTimeUtc(rows.GetDateTime(1))));
            }

            return cases;
        },
        cancellation);
}
