using Discharge.Domain.Deciding;

namespace Discharge.Persistence.Cases;

/// <summary>What came of a command that was sent.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It was done, now or when it was sent before.</summary>
    /// <param name="Status">The HTTP status it was answered with.</param>
    /// <param name="Version">The version of the case after it.</param>
    /// <param name="Body">The answer, as JSON without personal data.</param>
    /// <param name="Location">Where what it made can be read, where it made something.</param>
    public sealed record Answered(int Status, long Version, string Body, string? Location = null) : Outcome
    {
        /// <summary>The answer for a stream as it stands after these entries were recorded in it.</summary>
        internal static Answered For(CaseNow now, IReadOnlyList<Entry> recorded) =>
            new(Status: 200, now.History.Version, CommandAnswer.For(StreamTypes.Of(now.History), now, recorded).ToJson());
    }

    /// <summary>A rule refused it.</summary>
    /// <param name="Refusal">Why, and what would be accepted.</param>
    /// <param name="Existing">The case that got there first, where one did.</param>
    public sealed record Refused(Refusal Refusal, Guid? Existing = null) : Outcome;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>The sender had an older version of the case in view.</summary>
    /// <param name="Version">The version now.</param>
    /// <param name="Since">What was recorded since.</param>
    public sealed record Stale(long Version, IReadOnlyList<Entry> Since) : Outcome
    {
        /// <summary>The whole history, by which it is judged what of it the sender may see; empty where nothing is shown of it.</summary>
        public History History { get; private init; } = History.Empty;

        /// <summary>That the sender's version is older than what people recorded in a stream; null where it is not. What the watch recorded follows from what they had in view.</summary>
        internal static Stale? Of(History history, long? version) =>
            version is { } seen && (seen > history.Version || history.Entries.Any(entry => entry.Version > seen && entry.RecordedBy != CaseWriter.Watch))
                ? new Stale(history.Version, [.. history.Entries.Where(entry => entry.Version > seen)]) { History = history }
                : null;
    }

    /// <summary>The same key came with another body.</summary>
    public sealed record KeyReused : Outcome;

    /// <summary>Others were at the same case for so long that it could not be decided.</summary>
    public sealed record LostEveryRace : Outcome;

    /// <summary>The same of a command with a key, where one of the others may have been the same command under the same key: it may yet be recorded.</summary>
    public sealed record MayBeUnderWay : Outcome;
}
