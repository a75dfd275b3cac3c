using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Discharge.Persistence.PersonalData;

/// <summary>The words of the notes of one case, which are joined to what is shown of it when it is read. Only what is shown names a note, so nobody is given words of a fact withheld from them.</summary>
/// <param name="kept">The words still kept, by their note.</param>
public sealed class NoteWords(IReadOnlyDictionary<Guid, string> kept)
{
    /// <summary>The field a note's words are shown in.</summary>
    public const string Words = "words";

    /// <summary>The field, true, that is shown in their place where the words were lawfully disposed of.</summary>
    public const string DisposedOf = "disposedOf";

    private const int IdLength = 36;

    private const int RoomForWords = 4096;

    /// <summary>No words at all.</summary>
    internal static readonly NoteWords None = new(new Dictionary<Guid, string>());

    /// <summary>Selects the words kept of a case as one JSON object, null where there are none; the case is the first parameter.</summary>
    internal const string Select = "select jsonb_object_agg(note_id, words)::text from discharge.notes where case_id = $1";

    /// <summary>The same of several cases, which are the first parameter, each behind its case.</summary>
    internal const string SelectOfSeveral = "select case_id, jsonb_object_agg(note_id, words)::text from discharge.notes where case_id = any ($1) group by case_id";

    /// <summary>The words as they were selected.</summary>
    public static NoteWords Read(string? selected) =>
        selected is null ? None : new(JsonSerializer.Deserialize<Dictionary<Guid, string>>(selected)!);

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
