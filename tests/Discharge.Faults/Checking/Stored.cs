using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Cases;

namespace Discharge.Faults.Checking;

/// <summary>One event as it lies in the store.</summary>
/// <param name="Sequence">Its number among all events.</param>
/// <param name="Version">Its number in its stream.</param>
/// <param name="Type">The name it is stored under.</param>
/// <param name="Data">What it says, as JSON.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Correlation">The command it came of, by its key; of the watch's own, the watch.</param>
/// <param name="Causation">What caused it: a request, or the watch.</param>
/// <param name="Headers">What lies beside it, as JSON.</param>
/// <param name="Entry">The same as the service reads it; null where it cannot.</param>
internal sealed record StoredEvent(long Sequence, long Version, string Type, string Data, DateTimeOffset RecordedAt, string By, string Correlation, string Causation, string Headers, Entry? Entry)
{
    /// <summary>What stands in its headers under a name; null where nothing does.</summary>
    public string? Header(string name)
    {
        using var headers = JsonDocument.Parse(Headers);
        return headers.RootElement.ValueKind is JsonValueKind.Object && headers.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }
}

/// <summary>One case as it is stored: its events, and what was written beside them.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The version its stream says it has; null where there is no stream.</param>
/// <param name="Events">Its events, by version.</param>
/// <param name="Row">The row screens read, column by column as text; null where there is none.</param>
/// <param name="Clocks">The rows of its clocks, likewise.</param>
/// <param name="Notices">The notices given in it.</param>
internal sealed record StoredCase(
    Guid Id,
    long? Version,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyDictionary<string, string>? Row,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Clocks,
    IReadOnlyList<StoredNotice> Notices)
{
    /// <summary>Whether the same person has another case, of which a view of this one says what it means for it.</summary>
    public bool HasOthers { get; init; }

    /// <summary>The rows of what it asks of organisations, column by column as text.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Asked { get; init; } = [];

    /// <summary>The rows of who else its person is, likewise.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Links { get; init; } = [];

    /// <summary>Whether it can be read who it is about; of what is about nobody, it is.</summary>
    public bool IsPersonKnown { get; init; } = true;

    /// <summary>The commitments to the words kept of it, by note; null where they cannot be read.</summary>
    public IReadOnlyDictionary<Guid, string?> Words { get; init; } = new Dictionary<Guid, string?>();

    /// <summary>Whether every entry can be read, so that the case can be folded.</summary>
    public bool IsReadable => Events.Count > 0 && Events.All(stored => stored.Entry is not null);

    /// <summary>What type of case it is; of one that can be read.</summary>
    public IStreamType Type => StreamTypes.Of(HistoryTo(1));

    /// <summary>Its history, as far as a version.</summary>
    public History HistoryTo(long version) => History.Of(Events.Where(stored => stored.Version <= version).Select(stored => stored.Entry!));
}

/// <summary>One notice, and how often it is somewhere on its way to whoever is told.</summary>
/// <param name="Words">Which moment of which clock it is.</param>
/// <param name="Moment">When it fell due.</param>
/// <param name="GivenAt">When it was given.</param>
/// <param name="Waiting">How often it waits to be laid out or to be said.</param>
/// <param name="Sent">In how many messages it is.</param>
/// <param name="Said">How many of them are to the log, whom every node tells, and say what it is.</param>
/// <param name="Who">Whom it is for, on the ladder; empty for whoever holds the case.</param>
internal sealed record StoredNotice(string Words, DateTimeOffset Moment, DateTimeOffset GivenAt, long Waiting, long Sent, long Said, string Who);

/// <summary>The answer kept under a key.</summary>
/// <param name="KeyHash">The hash of the key.</param>
/// <param name="Status">The status.</param>
/// <param name="Location">The Location.</param>
/// <param name="Body">The body.</param>
/// <param name="Version">The version of the case, which the ETag begins with.</param>
internal sealed record KeptAnswer(string KeyHash, int Status, string? Location, string Body, long? Version);

/// <summary>An answer to a question, with what the same history says later of the time in which it was given.</summary>
/// <param name="Path">What was asked.</param>
/// <param name="AskedAt">Before it was asked.</param>
/// <param name="AnsweredAt">After it was answered.</param>
/// <param name="Body">What was answered.</param>
/// <param name="AckedBefore">The highest version of the case that had been acknowledged to anybody before it was asked.</param>
internal sealed record Served(string Path, DateTimeOffset AskedAt, DateTimeOffset AnsweredAt, string Body, long AckedBefore)
{
    /// <summary>The case.</summary>
    public Guid Case { get; } = Guid.Parse(Path.Split('/')[3]);

    /// <summary>With what status: 200, where all is well.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether a history was asked for, and not how the case stands.</summary>
    public bool IsHistory => Path.EndsWith("/history", StringComparison.Ordinal);

    /// <summary>What the service answers later of the history as known a little before it was asked, and a little after it was answered; null where that was not asked.</summary>
    public (string Before, string After)? Replayed { get; init; }
}
