using System.Data;
using System.Diagnostics;
using Marten;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Does what changes something once, whatever becomes of the database on the way.</summary>
internal static class Once
{
    private static readonly Statement Commit = new("commit");

    /// <summary>Tries, again where it is known not to have happened; where the answer of the commit was lost, asks what became of it and never sends it twice.</summary>
    /// <param name="database">The application's connections.</param>
    /// <param name="sent">What came with the command.</param>
    /// <param name="attempt">Claims the key, does it and commits, all in a transaction of its own.</param>
    /// <param name="cancellation">Gives up; where the commit is on its way by then, it may have been done.</param>
    /// <exception cref="CommandNotDoneException">The database is away and nothing was done.</exception>
    public static async Task<Outcome> DoAsync(NpgsqlDataSource database, Sent sent, Func<NpgsqlConnection, CancellationToken, Task<Outcome>> attempt, CancellationToken cancellation)
    {
        using var trace = Measures.Begin("command");
        var (began, raced) = (Stopwatch.GetTimestamp(), false);
        try
        {
            return await Resilience.Writes.ExecuteAsync(
                async stop =>
                {
                    await using var connection = await database.OpenConnectionAsync(stop);
                    try
                    {
                        return await attempt(connection, stop);
                    }
                    catch (InvalidOperationException lost) when (connection.State is not ConnectionState.Open)
                    {
                        // A connection that was lost between two statements, as that of a node which stood still, refuses the next by saying that its transaction is over.
                        throw new NpgsqlException("The connection was lost.", new IOException(lost.Message, lost));
                    }
                    catch (Exception lost) when (Resilience.IsRace(lost))
                    {
                        raced = true;
                        throw;
                    }
                },
                cancellation);
        }
        catch (Exception failed) when (Resilience.IsAway(failed))
        {
            // The commit may have happened and only its answer been lost: the key says so, and nothing is sent twice. Asked once at the least, however long this node stood still meanwhile.
            var rest = Resilience.Answering - Stopwatch.GetElapsedTime(began);
            return await Resilience.Reads.ExecuteAsync(async stop => await KeptAnswers.FindAsync(database, sent.Key, stop), Patience.Longer(rest, Patience.Least), cancellation)
                ?? (raced ? LostEveryRace(sent.Key) : throw new CommandNotDoneException(failed));
        }
        catch (Exception failed) when (Resilience.IsRace(failed))
        {
            return LostEveryRace(sent.Key);
        }
    }

    /// <summary>
    /// Sends what a session has queued, what else is to be written, the answer to be kept and the commit, in one round trip: the database does all of it or nothing. Where what it says is lost,
    /// the key says what became of it; whoever asks waits for the claim on it, which ends with the transaction.
    /// </summary>
    /// <param name="session">What is queued, on the transaction that has claimed the key.</param>
    /// <param name="beside">What else is to be written.</param>
    /// <param name="key">Under which the answer is kept.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The moment of it.</param>
    /// <param name="cancellation">Gives up; what has reached the database by then may have been done.</param>
    public static async Task<Outcome> CommitAsync(IDocumentSession session, IEnumerable<Statement> beside, CommandKey key, Outcome.Answered answer, Instant now, CancellationToken cancellation)
    {
        foreach (var statement in beside.Append(KeptAnswers.Keep(key, answer, now)).Append(Commit))
        {
            session.Queue(statement);
        }

        await session.SaveChangesAsync(cancellation);
        return answer;
    }

    // What stood in the way may have been the same command under the same key, which goes on.
    private static Outcome LostEveryRace(CommandKey key) => key.IsCallers ? new Outcome.MayBeUnderWay() : new Outcome.LostEveryRace();
}

/// <summary>A command was certainly not done, because the database is away.</summary>
/// <param name="cause">What the database did.</param>
public sealed class CommandNotDoneException(Exception cause) : Exception("The database is away and the command was not done.", cause);
