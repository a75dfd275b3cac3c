using Discharge.Api.Cases;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The person came into an interim bed: a registered one, or one of which the caller says what it is.</summary>
public abstract record InterimArrivalRequest : DischargeCaseRequest, IDated
{
    /// <summary>A dry run was asked what would be if the person came into a registered bed, of which it knows nothing.</summary>
    public static readonly Refusal NotSupposed = new(
        "discharge.interim-bed-not-looked-into", "A dry run looks into no registered bed.", "The kind and the provider of the bed instead of its id.");

    /// <summary>An arrival in one of the two.</summary>
    protected InterimArrivalRequest(Instant occurredAt, Guid? bed, InterimPlaceRequest? place, string? note)
        : base(occurredAt, note) => (Bed, Place) = (bed, place);

    /// <summary>The registered bed they came into.</summary>
    public Guid? Bed { get; }

    /// <summary>The bed they came into, where it is not registered.</summary>
    public InterimPlaceRequest? Place { get; }

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Amiss();

    /// <summary>What is to be put right.</summary>
    protected virtual IEnumerable<(string Field, string Sentence)> Amiss() => (Bed, Place) switch
    {
        (null, null) => [("place", "Give the registered bed by its id as bed, or say as place which bed it is.")],
        (not null, not null) => [("place", "Leave this out where the bed is registered and given by its id.")],
        _ => Place?.Amiss("place.") ?? [],
    };

    /// <summary>The streams it concerns.</summary>
    internal Streams Concerning(Guid id) => Bed is { } bed ? Streams.Of(bed, id) : Streams.OfCase(id);

    /// <summary>What comes of it in all of them.</summary>
    internal JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => Bed is { } bed
        ? InterimArrivals.Decide(held, bed, id, OccurredAt, place => ToCommand(place, note))
        : JointVerdict.Of((id, Decide(id, held[id], note)));

    /// <inheritdoc/>
    public sealed override Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Place is null ? new Verdict.Refused(NotSupposed) : base.Decide(id, history, note);

    /// <inheritdoc/>
    protected sealed override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => ToCommand(Place!.ToPlace(), note);

    /// <summary>The command it is, for a place.</summary>
    protected abstract DischargeCaseCommand ToCommand(InterimPlace place, Func<string?, NoteRef?> note);
}

/// <summary>An interim bed that is not registered.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Provider">The home it is in.</param>
/// <param name="WeeklyCost">What a week in it costs, in pence, where known.</param>
public sealed record InterimPlaceRequest(InterimBedKind Kind, OdsCode Provider, int? WeeklyCost = null)
{
    internal InterimPlace ToPlace() => new(Kind, Provider, WeeklyCost: WeeklyCost);

    internal IEnumerable<(string Field, string Sentence)> Amiss(string under) => WeeklyCost < 0 ? [($"{under}weeklyCost", "Give what a week costs in pence, nought or more.")] : [];
}
