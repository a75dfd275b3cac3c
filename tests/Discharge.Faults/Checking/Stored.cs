using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Telling;

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

    /// <summary>Who it is about; null of what is about nobody.</summary>
    public StoredPerson? Person { get; init; }

    /// <summary>The words kept of it, by note.</summary>
    public IReadOnlyDictionary<Guid, StoredWords> Words { get; init; } = new Dictionary<Guid, StoredWords>();

    /// <summary>In how many of the tables of rows that screens read it is.</summary>
    public int RowCount { get; init; }

    /// <summary>Whether every entry can be read, so that the case can be folded.</summary>
    public bool IsReadable => Events.Count > 0 && Events.All(stored => stored.Entry is not null);

    /// <summary>What type of case it is; of one that can be read.</summary>
    public IStreamType Type => StreamTypes.Of(HistoryTo(1));

    /// <summary>Its history, as far as a version.</summary>
    public History HistoryTo(long version) => History.Of(Events.Where(stored => stored.Version <= version).Select(stored => stored.Entry!));
}

/// <summary>Words that were said of a case.</summary>
/// <param name="Hash">The commitment to them; null where they are gone, or cannot be read.</param>
/// <param name="Text">The words, likewise.</param>
internal sealed record StoredWords(string? Hash, string? Text);

/// <summary>Who a case is about.</summary>
/// <param name="Details">What is known of them, as it was written; null where that cannot be read.</param>
/// <param name="FoundBy">The hashes they are found by, that of the NHS number first where they have one.</param>
/// <param name="KnownBy">The hashes that what is known of them has, likewise.</param>
/// <param name="MayHaveMore">Whether other records of theirs are looked for where one is shown.</param>
internal sealed record StoredPerson(string? Details, IReadOnlyList<string> FoundBy, IReadOnlyList<string> KnownBy, bool MayHaveMore);

/// <summary>One notice, and how often it is somewhere on its way to whoever is told.</summary>
/// <param name="Id">Its number in the log.</param>
/// <param name="Rule">The rule whose clock spoke up, or the code of what was told at once.</param>
/// <param name="StartedBy">The entry that started the clock, or that is told.</param>
/// <param name="Level">The rung that is told; empty for whoever holds the case.</param>
/// <param name="What">Which moment of the clock it is, or what is told.</param>
/// <param name="Who">Whom it is for, on the ladder; empty for whoever holds the case.</param>
/// <param name="Moment">When it fell due.</param>
/// <param name="GivenAt">When it was given.</param>
/// <param name="Waiting">How often it waits to be laid out or to be said.</param>
/// <param name="Sent">In how many messages it is.</param>
/// <param name="Said">How the messages to the log, whom every node tells, say it.</param>
internal sealed record StoredNotice(
    long Id, string Rule, long StartedBy, string Level, string What, string Who, DateTimeOffset Moment, DateTimeOffset GivenAt, long Waiting, long Sent, IReadOnlyList<SaidNotice> Said)
{
    /// <summary>Which moment of which clock it is.</summary>
    public string Words => $"{Rule} {StartedBy} {Level} {What}";
}

/// <summary>A notice as a message says it.</summary>
/// <param name="Notice">What is said; null where that cannot be read.</param>
/// <param name="MadeAt">When the message was put together.</param>
/// <param name="DeliveredAt">When its recipient had it; null where they do not.</param>
/// <param name="IsItself">Whether the message says of itself what it is: its id, whom it is to, when it was made, and the highest rung.</param>
internal sealed record SaidNotice(ToldNotice? Notice, DateTimeOffset MadeAt, DateTimeOffset? DeliveredAt, bool IsItself);

/// <summary>The answer kept under a key.</summary>
/// <param name="KeyHash">The hash of the key.</param>
/// <param name="RequestHash">The keyed hash of the body that was sent with it.</param>
/// <param name="Status">The status.</param>
/// <param name="Location">The Location.</param>
/// <param name="Body">The body.</param>
/// <param name="Version">The version of the case, which the ETag begins with.</param>
/// <param name="AnsweredAt">When it was given, from which on it is kept.</param>
internal sealed record KeptAnswer(string KeyHash, string RequestHash, int Status, string? Location, string Body, long? Version, DateTimeOffset AnsweredAt);

/// <summary>A look in the access log.</summary>
/// <param name="Caller">Who looked: id, role and organisation, a line each.</param>
/// <param name="Path">The method and the path.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Touched">The cases, persons and places that the answer named.</param>
internal sealed record StoredLook(string Caller, string Path, string Outcome, DateTimeOffset At, IReadOnlyList<Guid> Touched);

/// <summary>An answer to a question, with what the same history says later of the time in which it was given.</summary>
/// <param name="Question">The question, by the correlation id it was sent with.</param>
/// <param name="Caller">Who asked: id, role and organisation, a line each.</param>
/// <param name="Path">What was asked.</param>
/// <param name="AskedAt">Before it was asked.</param>
/// <param name="AnsweredAt">After it was answered.</param>
/// <param name="Body">What was answered.</param>
/// <param name="AckedBefore">The highest version of the case that had been acknowledged to anybody before it was asked.</param>
internal sealed record Served(string Question, string Caller, string Path, DateTimeOffset AskedAt, DateTimeOffset AnsweredAt, string Body, long AckedBefore)
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
