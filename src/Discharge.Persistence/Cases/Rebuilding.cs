using Discharge.Domain.Timelines;
using Discharge.Persistence.Timelines;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Writes everything that stands beside the streams anew from them: the rows of screens, of clocks and of links between people. The service may run meanwhile: some cases at a time
/// are held by their streams' rows, as a command holds its own, and are shown as they were until they are committed. It may be stopped at any moment and begun again.
/// </summary>
public sealed class Rebuilding(NpgsqlDataSource database, IDocumentStore store, RuleBook book, TimeProvider time)
{
    // As long as a command may have to wait: some tens of milliseconds.
    private const int AtOnce = 100;

    // As long as nobody notices: some milliseconds.
    private const int AtOnceBesideWork = 10;

    // How many times as long as it worked it rests beside work.
    private const int Rest = 3;

    // Cases opened later are written by their openings, so the last part ends with the last case there is now. The first part is one case: what a program does first it does slowly, and no
    // other case is held meanwhile.
    private const string Parts =
        """
        select id, place
          from (select id, row_number() over (order by id) as place, count(*) over () as cases from cases.mt_streams) streams
         where place = 1 or place % $1 = 0 or place = cases
         order by place
        """;

    private const string Hold = "select id from cases.mt_streams where id > $1 and id <= $2 order by id for update";

    /// <summary>Writes all of it.</summary>
    /// <param name="pace">How much of the machine it takes.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellation">Stops after what has been committed.</param>
    public async Task<Rebuilt> RunAsync(RebuildPace pace, Action<Rebuilt> progress, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var (parts, cases) = await PartsAsync(pace is RebuildPace.AllCores ? AtOnce : AtOnceBesideWork, cancellation);
        var (turn, so) = (new Lock(), new Rebuilt(0, cases, 0, TimeSpan.Zero, []));
        foreach (var first in parts.Take(1))
        {
            await WriteAsync(first, cancellation);
        }

        await Parallel.ForEachAsync(parts.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = pace is RebuildPace.AllCores ? Environment.ProcessorCount : 1, CancellationToken = cancellation }, WriteAsync);
        return so;

        async ValueTask WriteAsync(Part part, CancellationToken stop)
        {
            var start = time.GetTimestamp();
            var (written, entries, left) = await Resilience.Repeatable.ExecuteAsync(async attempt => await RebuildAsync(part, attempt), stop);
            var took = time.GetElapsedTime(start);
            lock (turn)
            {
                so = new(so.Cases + written, cases, so.Entries + entries, time.GetElapsedTime(begun), [.. so.Left, .. left]);
                progress(so);
            }

            if (pace is RebuildPace.BesideWork)
            {
                await Task.Delay(Rest * took, time, stop);
            }
        }
    }

    private async Task<(List<Part> Parts, int Cases)> PartsAsync(int atOnce, CancellationToken cancellation) => await Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Parts);
            select.Parameters.Add(new() { Value = atOnce });
            await using var rows = await select.ExecuteReaderAsync(stop);
            var (parts, cases, after) = (new List<Part>(), 0L, Guid.Empty);
            while (await rows.ReadAsync(stop))
            {
                parts.Add(new(after, rows.GetGuid(0)));
                (after, cases) = (rows.GetGuid(0), rows.GetInt64(1));
            }

            return (parts, (int)cases);
        },
        cancellation);

    private async Task<(int Cases, int Entries, IReadOnlyList<LeftAsItWas> Left)> RebuildAsync(Part part, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var left = new List<LeftAsItWas>();
        var held = await HeldCases.ReadAsync(connection, await HoldAsync(connection, part, cancellation), Leave, cancellation);
        var (now, rebuilt, statements) = (time.GetUtcNow().ToInstant(), new List<(IStreamType Type, Guid Id)>(), new List<Statement>());
        foreach (var (id, history) in held.Histories)
        {
            try
            {
                var type = StreamTypes.Of(history);
                statements.AddRange(CaseWriter.Anew(type, CaseNow.Of(type, book, id, history, Instant.Max(now, history.Entries[^1].RecordedAt)), held.Clocks[id]));
                rebuilt.Add((type, id));
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // What is shown of it is worth more than nothing.
                Leave(id, failed);
            }
        }

        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        CaseWriter.Write(session, rebuilt.GroupBy(one => one.Type, one => one.Id).SelectMany(of => Forget(of.Key, [.. of])).Concat(statements));
        await session.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return (rebuilt.Count, rebuilt.Sum(one => held.Histories[one.Id].Entries.Length), left);

        void Leave(Guid id, Exception failed)
        {
            if (left.All(one => one.Id != id))
            {
                left.Add(new(id, failed));
            }
        }
    }

    private static IEnumerable<Statement> Forget(IStreamType type, Guid[] ids) => [ClockRows.Forget(ids), .. type.Forget(ids)];

    private static async Task<Guid[]> HoldAsync(NpgsqlConnection connection, Part part, CancellationToken cancellation)
    {
        await using var hold = new NpgsqlCommand(Hold, connection) { Parameters = { new() { Value = part.After }, new() { Value = part.UpTo } } };
        await using var rows = await hold.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            ids.Add(rows.GetGuid(0));
        }

        return [.. ids];
    }

    private sealed record Part(Guid After, Guid UpTo);
}

/// <summary>How much of the machine it takes to write everything anew.</summary>
public enum RebuildPace
{
    /// <summary>All there is: it is over soonest.</summary>
    AllCores,

    /// <summary>Little: a few cases at a time on one core, and then rest for three times as long as they took, so that people who work meanwhile notice little.</summary>
    BesideWork,
}

/// <summary>How far everything that is shown has been written anew.</summary>
/// <param name="Cases">How many cases have been.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Left">The cases that could not be, and are shown as they were.</param>
public sealed record Rebuilt(int Cases, int Of, long Entries, TimeSpan Took, IReadOnlyList<LeftAsItWas> Left);

/// <summary>A case that could not be written anew.</summary>
/// <param name="Id">The case.</param>
/// <param name="Why">Why not.</param>
public sealed record LeftAsItWas(Guid Id, Exception Why);
