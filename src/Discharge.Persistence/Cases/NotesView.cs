using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;

namespace Discharge.Persistence.Cases;

/// <summary>What was said in words in a case, entry by entry; what was erased is no longer in it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Notes">The notes, in order of recording.</param>
public sealed record NotesView(Guid Id, IReadOnlyList<NoteView> Notes)
{
    /// <summary>The notes of a case. Whoever may not see restricted facts is shown the rest.</summary>
    /// <param name="id">The case.</param>
    /// <param name="history">Its history, whose entries hold the references.</param>
    /// <param name="words">The words that are still kept, by their reference.</param>
    /// <param name="withRestricted">Whether the reader may see restricted facts.</param>
    public static NotesView Of(Guid id, History history, IReadOnlyDictionary<Guid, string> words, bool withRestricted) => new(
        id,
        [
            .. from entry in history.Entries
               where withRestricted || !RestrictedFacts.Include(entry, history)
               from said in ReferencesIn(JsonSerializer.SerializeToElement(entry.Fact, entry.Fact.GetType(), PublicJson.Options), string.Empty)
               where words.ContainsKey(said.Note)
               select new NoteView(entry.Version, EventNames.Of(entry.Fact), said.Field, said.Note, words[said.Note], history.Stands(entry.Version)),
        ]);

    // A reference to words is the only thing in a fact that is an id with a hash; where it stands in the fact says what the words are about.
    private static IEnumerable<(string Field, Guid Note)> ReferencesIn(JsonElement part, string at) => part.ValueKind switch
    {
        JsonValueKind.Object when part.TryGetProperty("hash", out _) && part.TryGetProperty("id", out var note) && note.TryGetGuid(out var id) => [(at, id)],
        JsonValueKind.Object => part.EnumerateObject().SelectMany(field => ReferencesIn(field.Value, at.Length == 0 ? field.Name : $"{at}.{field.Name}")),
        JsonValueKind.Array => part.EnumerateArray().SelectMany((member, index) => ReferencesIn(member, $"{at}[{index}]")),
        _ => [],
    };
}

/// <summary>Something said in words.</summary>
/// <param name="Entry">The entry it belongs to.</param>
/// <param name="Name">The stored name of what that entry records.</param>
/// <param name="Field">Which of its fields it is, such as "note" or "wants".</param>
/// <param name="Note">The reference by which entries and screens hold it.</param>
/// <param name="Words">The words.</param>
/// <param name="Stands">Whether the entry stands.</param>
public sealed record NoteView(long Entry, string Name, string Field, Guid Note, string Words, bool Stands);
