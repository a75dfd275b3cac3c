using Discharge.Api.Cases;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A command on a discharge case as it comes over HTTP.</summary>
public abstract record DischargeCaseRequest : ICaseRequest
{
    private readonly string?[] _words;

    /// <summary>A command of a moment, with what it says in somebody's own words.</summary>
    protected DischargeCaseRequest(Instant occurredAt, params string?[] words) => (OccurredAt, _words) = (occurredAt, words);

    /// <summary>When it happened or was decided.</summary>
    public Instant OccurredAt { get; }

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => Words;

    /// <summary>What it says in somebody's own words.</summary>
    protected virtual IEnumerable<string?> Words => _words;

    /// <summary>The command it is.</summary>
    protected abstract DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note);

    /// <inheritdoc/>
    public virtual Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(ToCommand(note).Decide(DischargeCaseType.StateOf(id, history)));
}
