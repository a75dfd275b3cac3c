using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A command on a discharge case as it comes over HTTP.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
/// <param name="Note">What is added in words; kept beside the record, where it can be erased.</param>
public abstract record DischargeCaseRequest(Instant OccurredAt, string? Note) : ICaseRequest
{
    /// <inheritdoc/>
    public virtual Operation? AlsoNeeds => null;

    /// <inheritdoc/>
    public virtual IEnumerable<string?> Words => [Note];

    /// <summary>The command it is.</summary>
    protected abstract DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note);

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(ToCommand(note).Decide(DischargeCaseType.StateOf(id, history)));
}
