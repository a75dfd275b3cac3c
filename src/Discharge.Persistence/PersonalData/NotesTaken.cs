using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>The notes of one case while a command is decided: words said before keep their reference, so that a repeated command is recognised.</summary>
internal sealed class NotesTaken(Guid caseId, KeptNotes kept)
{
    private const string Insert = "insert into discharge.notes (note_id, case_id, person_id, sealed) values (?, ?, ?, ?)";

    // Words said of a place are nobody's, and sealed under a key of the place.
    private const string Select =
        """
        select coalesce(p.person_id, s.id), p.person_id is null, k.wrapped, n.note_id, n.sealed
          from (select $1::uuid as id) s
          left join discharge.whose_cases p on p.case_id = s.id
          left join discharge.person_keys k on k.person_id = coalesce(p.person_id, s.id)
          left join discharge.notes n on n.case_id = s.id and n.person_id = k.person_id and n.sealed is not null
        """;

    private readonly List<KeptNote> _new = [];

    /// <summary>The statements that keep the words not said before.</summary>
    public IEnumerable<Statement> New => _new is [] ? [] : [.. kept.NewKey is { } key ? [key.Keep] : Array.Empty<Statement>(), .. _new.Select(Keep)];

    /// <summary>The command that reads the notes of a case.</summary>
    public static NpgsqlBatchCommand OfCase(Guid id) => new(Select) { Parameters = { new() { Value = id } } };

    /// <summary>Reads the notes of a case.</summary>
    public static async Task<KeptNotes> ReadAsync(NpgsqlDataReader rows, PersonSeals seals, CancellationToken cancellation)
    {
        var (key, isNew, notes) = ((PersonKey?)null, false, new List<KeptNote>());
        while (await rows.ReadAsync(cancellation))
        {
            if (key is null && !rows.IsDBNull(2))
            {
                key = seals.Open(rows.GetGuid(0), rows.GetFieldValue<byte[]>(2));
            }
            else if (key is null && rows.GetBoolean(1))
            {
                (key, isNew) = (seals.New(rows.GetGuid(0)), true);
            }

            if (key is not null && !rows.IsDBNull(3))
            {
                var (id, text) = (rows.GetGuid(3), key.Open(PersonKey.Note(rows.GetGuid(3)), rows.GetFieldValue<byte[]>(4)));
                notes.Add(new(id, text.AsText, text.Salt));
            }
        }

        return new(key, isNew, notes);
    }

    /// <summary>The reference of these words in this case; null for no words.</summary>
    public NoteRef? RefOf(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var note = kept.Notes.Concat(_new).FirstOrDefault(note => note.Words == words);
        if (note is null)
        {
            note = new KeptNote(Guid.CreateVersion7(), words, Commitment.Salt());
            _new.Add(note);
        }

        return new NoteRef(note.Id, Commitment.To(note.Words, note.Salt));
    }

    private Statement Keep(KeptNote note) => new(Insert, note.Id, caseId, kept.Key!.Owner, kept.Key.Seal(PersonKey.Note(note.Id), note.Words, note.Salt));
}

/// <summary>The notes kept of a case, with the key that they are sealed under.</summary>
/// <param name="Key">The key; null where it was destroyed, or where no words came and nothing was read.</param>
/// <param name="IsNew">Whether the key is to be kept yet.</param>
/// <param name="Notes">The notes.</param>
internal sealed record KeptNotes(PersonKey? Key, bool IsNew, IReadOnlyList<KeptNote> Notes)
{
    /// <summary>Of a command without words.</summary>
    public static KeptNotes None { get; } = new(Key: null, IsNew: false, []);

    /// <summary>The key, where it is to be kept yet.</summary>
    public PersonKey? NewKey => IsNew ? Key : null;
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
