using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>The notes of one case while a command is decided: words said before keep their reference, so that a repeated command is recognised.</summary>
internal sealed class NotesTaken(Guid caseId, IReadOnlyList<KeptNote> kept)
{
    private const string Insert = "insert into discharge.notes (note_id, case_id, words, salt) values (?, ?, ?, ?)";

    private readonly List<KeptNote> _new = [];

    /// <summary>The statements that keep the words not said before.</summary>
    public IEnumerable<Statement> New => _new.Select(note => new Statement(Insert, note.Id, caseId, note.Words, note.Salt));

    /// <summary>The command that reads the notes of a case.</summary>
    public static NpgsqlBatchCommand OfCase(Guid id) =>
        new("select note_id, words, salt from discharge.notes where case_id = $1") { Parameters = { new() { Value = id } } };

    /// <summary>Reads the notes of a case.</summary>
    public static async Task<IReadOnlyList<KeptNote>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        var notes = new List<KeptNote>();
        while (await rows.ReadAsync(cancellation))
        {
            notes.Add(new(rows.GetGuid(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2)));
        }

        return notes;
    }

    /// <summary>The reference of these words in this case; null for no words.</summary>
    public NoteRef? RefOf(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var note = kept.Concat(_new).FirstOrDefault(note => note.Words == words);
        if (note is null)
        {
            note = new KeptNote(Guid.CreateVersion7(), words, Commitment.Salt());
            _new.Add(note);
        }

        return new NoteRef(note.Id, Commitment.To(note.Words, note.Salt));
    }
}

/// <summary>Words as they are kept beside the stream.</summary>
/// <param name="Id">The note.</param>
/// <param name="Words">What was said.</param>
/// <param name="Salt">What its commitment is salted with.</param>
internal sealed record KeptNote(Guid Id, string Words, byte[] Salt);

/// <summary>What an event holds of words kept beside it: a hash that proves them while they are there, and gives nothing away once they are gone.</summary>
public static class Commitment
{
    /// <summary>Thirty-two random bytes.</summary>
    public static byte[] Salt() => RandomNumberGenerator.GetBytes(32);

    /// <summary>SHA-256 over salt and words, in lower-case hexadecimal.</summary>
    public static string To(string words, byte[] salt) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(words)]));
}
