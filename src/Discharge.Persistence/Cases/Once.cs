using System.Data;
using System.Diagnostics;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Does what changes something once, whatever becomes of the database on the way.</summary>
internal static class Once
{
    /// <summary>Tries, again where it is known not to have happened; where the answer of the commit was lost, asks what became of it and never sends it twice.</summary>
    /// <param name="database">The application's connections.</param>
    /// <param name="sent">What came with the command.</param>
    /// <param name="attempt">Does it in a transaction of its own; given up before the commit where the token says so, and left to itself after that.</param>
    /// <param name="cancellation">Gives up before the commit.</param>
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

    // What stood in the way may have been the same command under the same key, which goes on.
    private static Outcome LostEveryRace(CommandKey key) => key.IsCallers ? new Outcome.MayBeUnderWay() : new Outcome.LostEveryRace();
}

/// <summary>A command was certainly not done, because the database is away.</summary>
/// <param name="cause">What the database did.</param>
public sealed class CommandNotDoneException(Exception cause) : Exception("The database is away and the command was not done.", cause);
