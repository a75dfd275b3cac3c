using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Discharge.Persistence.PersonalData;

/// <summary>The words of the notes of one case, which are joined to what is shown of it when it is read. Only what is shown names a note, so nobody is given words of a fact withheld from them.</summary>
/// <param name="kept">The words still kept, by their note.</param>
public sealed partial class NoteWords(IReadOnlyDictionary<Guid, string> kept)
{
    /// <summary>The field a note's words are shown in.</summary>
    public const string Words = "words";

    /// <summary>The field, true, that is shown in their place where the words were lawfully disposed of.</summary>
    public const string DisposedOf = "disposedOf";

    /// <summary>No words at all.</summary>
    internal static readonly NoteWords None = new(new Dictionary<Guid, string>());

    /// <summary>Selects the words kept of a case as one JSON object, null where there are none; the case is the first parameter.</summary>
    internal const string Select = "select jsonb_object_agg(note_id, words)::text from discharge.notes where case_id = $1";

    /// <summary>The same of several cases, which are the first parameter, each behind its case.</summary>
    internal const string SelectOfSeveral = "select case_id, jsonb_object_agg(note_id, words)::text from discharge.notes where case_id = any ($1) group by case_id";

    /// <summary>The words as they were selected.</summary>
    public static NoteWords Read(string? selected) =>
        selected is null ? None : new(JsonSerializer.Deserialize<Dictionary<Guid, string>>(selected)!);

    /// <summary>Whether what is shown, in UTF-8, names any note.</summary>
    internal static bool AreNamedIn(ReadOnlySpan<byte> json) => json.IndexOf("\"hash\":\""u8) >= 0;

    /// <summary>What is shown, in UTF-8, each note in it with its words, or with the mark that they are gone. Most of what is shown names no note, and is left as it is.</summary>
    /// <param name="json">What is shown, as <see cref="PublicJson"/> writes it.</param>
    public byte[] JoinedTo(byte[] json) => !AreNamedIn(json) ? json : Encoding.UTF8.GetBytes(JoinedTo(Encoding.UTF8.GetString(json)));

    /// <summary>What is shown, each note in it with its words, or with the mark that they are gone.</summary>
    /// <param name="json">What is shown, as <see cref="PublicJson"/> writes it.</param>
    public string JoinedTo(string json) => Note().Replace(json, note => kept.TryGetValue(Guid.Parse(note.Groups["id"].ValueSpan), out var words)
        ? $"{note.Groups["note"].ValueSpan},\"{Words}\":{JsonSerializer.Serialize(words, PublicJson.Options)}}}"
        : $"{note.Groups["note"].ValueSpan},\"{DisposedOf}\":true}}");

    // A whole object, as a NoteRef is written. It cannot stand inside of a text, where each quote would be escaped.
    [GeneratedRegex("""(?<note>\{"id":"(?<id>[0-9a-f-]{36})","hash":"[^"]*")\}""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();
}
