using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text.Json;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>The words of the notes of one case, which are joined to what is shown of it when it is read. Only what is shown names a note, so nobody is given words of a fact withheld from them.</summary>
/// <param name="kept">The words still kept, by their note.</param>
public sealed class NoteWords(IReadOnlyDictionary<Guid, string> kept)
{
    /// <summary>The field a note's words are shown in.</summary>
    public const string Words = "words";

    /// <summary>The field, true, that is shown in their place where the words were lawfully disposed of.</summary>
    public const string DisposedOf = "disposedOf";

    /// <summary>The field, true, that is shown in their place where the words are not for whoever asks.</summary>
    public const string Withheld = "withheld";

    private const int IdLength = 36;

    private const int IdBytes = 16;

    private const int RoomForWords = 4096;

    /// <summary>No words at all.</summary>
    internal static readonly NoteWords None = new(new Dictionary<Guid, string>());

    /// <summary>All notes called n as one value: of each its id, how long what is sealed is, and that.</summary>
    internal const string All = "string_agg(uuid_send(n.note_id) || int4send(length(n.sealed)) || n.sealed, ''::bytea)";

    /// <summary>Selects the words kept of a case, as <see cref="Read(NpgsqlDataReader, int, PersonSeals)"/> reads them; the case is the first parameter.</summary>
    internal const string Select = $"select n.person_id, k.wrapped, {All} from discharge.notes n join discharge.person_keys k using (person_id) where n.case_id = $1 group by n.person_id, k.wrapped";

    /// <summary>The same of several cases, which are the first parameter, each behind its case.</summary>
    internal static readonly OfThese OfCases = new(
        $"select n.case_id, n.person_id, k.wrapped, {All} from discharge.notes n join discharge.person_keys k using (person_id) where n.case_id = any ($1) group by n.case_id, n.person_id, k.wrapped");

    /// <summary>The words as they were selected: from a column on, whose they are, their key, and the notes.</summary>
    internal static NoteWords Read(NpgsqlDataReader row, int column, PersonSeals seals) =>
        row.IsDBNull(column + 2) ? None : Read(row.GetFieldValue<byte[]>(column + 2), seals.Open(row.GetGuid(column), row.GetFieldValue<byte[]>(column + 1))!);

    /// <summary>The words of all notes, under the key they are sealed under.</summary>
    internal static NoteWords Read(byte[] all, PersonKey key)
    {
        var words = new Dictionary<Guid, string>();
        for (var rest = all.AsSpan(); rest is not [];)
        {
            var (note, length) = (new Guid(rest[..IdBytes], bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(rest[IdBytes..]));
            var begins = IdBytes + sizeof(int);
            words.Add(note, key.Open(PersonKey.Note(note), rest.Slice(begins, length).ToArray()).AsText);
            rest = rest[(begins + length)..];
        }

        return new(words);
    }

    /// <summary>The words of one note; null where they were disposed of.</summary>
    internal string? Of(Guid note) => kept.GetValueOrDefault(note);

    /// <summary>These words and those of other notes.</summary>
    internal NoteWords And(NoteWords others) => new(Kept.Concat(others.Kept).ToDictionary());

    private IReadOnlyDictionary<Guid, string> Kept => kept;

    private static ReadOnlySpan<byte> Start => "{\"id\":\""u8;

    private static ReadOnlySpan<byte> End => "\","u8;

    private static ReadOnlySpan<byte> Hash => "\"hash\":\""u8;

    /// <summary>Whether what is shown, in UTF-8, names any note.</summary>
    internal static bool AreNamedIn(ReadOnlySpan<byte> json) => json.IndexOf(Hash) >= 0;

    /// <summary>What is shown, in UTF-8, each note in it with its words, or with the mark that they are gone. Most of what is shown names no note, and is left as it is.</summary>
    /// <param name="json">What is shown, as <see cref="PublicJson"/> writes it.</param>
    public byte[] JoinedTo(byte[] json)
    {
        if (!AreNamedIn(json))
        {
            return json;
        }

        // A history may be long, so it is never turned into text and back.
        var joined = new ArrayBufferWriter<byte>(json.Length + RoomForWords);
        var rest = json.AsSpan();
        while (rest.IndexOf(Hash) is >= 0 and var at)
        {
            var upTo = IdBefore(rest[..at]) is { } id && LengthOfHash(rest[at..]) is { } length ? Written(joined, rest[..(at + length)], id) : Written(joined, rest[..(at + Hash.Length)]);
            rest = rest[upTo..];
        }

        joined.Write(rest);
        return joined.WrittenSpan.ToArray();
    }

    // A whole object, as a NoteRef is written: {"id":"...","hash":"..."}. It cannot stand inside of a text, where each quote would be escaped.
    private static Guid? IdBefore(ReadOnlySpan<byte> json) =>
        json.Length >= Start.Length + IdLength + End.Length
        && json[^(Start.Length + IdLength + End.Length)..].StartsWith(Start)
        && json.EndsWith(End)
        && Utf8Parser.TryParse(json[^(IdLength + End.Length)..^End.Length], out Guid id, out var read)
        && read == IdLength
            ? id
            : null;

    private static int? LengthOfHash(ReadOnlySpan<byte> json) =>
        json[Hash.Length..].IndexOf((byte)'"') is >= 0 and var length && json[(Hash.Length + length)..].StartsWith("\"}"u8) ? Hash.Length + length + 1 : null;

    private static int Written(ArrayBufferWriter<byte> joined, ReadOnlySpan<byte> json)
    {
        joined.Write(json);
        return json.Length;
    }

    private int Written(ArrayBufferWriter<byte> joined, ReadOnlySpan<byte> note, Guid id)
    {
        joined.Write(note);
        if (kept.TryGetValue(id, out var words))
        {
            joined.Write(",\"words\":"u8);
            joined.Write(JsonSerializer.SerializeToUtf8Bytes(words, PublicJson.Options));
        }
        else
        {
            joined.Write(",\"disposedOf\":true"u8);
        }

        return note.Length;
    }
}
