using Discharge.Api.Cases;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>A command on a rehabilitation-bed case as it comes over HTTP. What it means for a place happens in the place too, or in neither.</summary>
public abstract record RehabilitationRequest : IWorded
{
    private readonly string?[] _words;

    /// <summary>A command of a moment, with what it says in somebody's own words.</summary>
    protected RehabilitationRequest(Instant occurredAt, params string?[] words) => (OccurredAt, _words) = (occurredAt, words);

    /// <summary>When it happened or was decided.</summary>
    public Instant OccurredAt { get; }

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => _words;

    /// <summary>The streams it names.</summary>
    internal virtual Streams Concerning(Guid id) => Streams.OfCase(id);

    /// <summary>What comes of it in all of them.</summary>
    internal virtual JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => RehabilitationPlaces.Decide(held, id, ToCommand(note));

    /// <summary>The command it is.</summary>
    protected abstract RehabilitationCommand ToCommand(Func<string?, NoteRef?> note);
}
