using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A place for the case that home does not work out was agreed with the manager of a care home, who had assessed the person in hospital (A6).</summary>
/// <param name="OccurredAt">When it was agreed.</param>
/// <param name="AssessedAt">When its manager assessed the person in hospital.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The rehabilitation plan agreed with the home, in words.</param>
/// <param name="By">The role of whoever agreed it.</param>
/// <param name="Bed">The registered place that was agreed, which nobody else is given while it is kept.</param>
/// <param name="KeptUntil">The first moment at which that place is no longer kept; it may lie ahead.</param>
/// <param name="Kind">The kind of bed, where no registered place was agreed.</param>
/// <param name="Provider">The care home, where no registered place was agreed.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ContingencyPlaceRequest(
    Instant OccurredAt,
    Instant AssessedAt,
    string Manager,
    string RehabilitationPlan,
    StaffRole By,
    Guid? Bed = null,
    Instant? KeptUntil = null,
    InterimBedKind? Kind = null,
    OdsCode? Provider = null,
    string? Note = null)
    : DischargeCaseRequest(OccurredAt, Manager, RehabilitationPlan, Note), IDated, IExample<ContingencyPlaceRequest>
{
    /// <inheritdoc/>
    public static ContingencyPlaceRequest Example => new(
        ExampleMoment.At(2026, 3, 4, 15, 30),
        ExampleMoment.At(2026, 3, 4, 14, 0),
        "Tom Adeyemi",
        "Stairs with one person twice a day; own breakfast by the second week.",
        StaffRole.DischargeCoordinator,
        Kind: InterimBedKind.Nursing,
        Provider: OdsCode.Parse("VM4K2"));

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today)
    {
        if (Bed is null)
        {
            return
            [
                .. Kind is null ? [("kind", "Give the registered place by its id as bed, or say which kind of bed was agreed.")] : Array.Empty<(string, string)>(),
                .. Provider is null ? [("provider", "Give the registered place by its id as bed, or say in which care home.")] : Array.Empty<(string, string)>(),
                .. KeptUntil is not null ? [("keptUntil", "Leave this out where no registered place was agreed.")] : Array.Empty<(string, string)>(),
            ];
        }

        return
        [
            .. KeptUntil is null ? [("keptUntil", "Say until when the place is kept.")] : Array.Empty<(string, string)>(),
            .. Kind is not null ? [("kind", "Leave this out where the place is registered and given by its id.")] : Array.Empty<(string, string)>(),
            .. Provider is not null ? [("provider", "Leave this out where the place is registered and given by its id.")] : Array.Empty<(string, string)>(),
        ];
    }

    /// <summary>The streams it concerns.</summary>
    internal Streams Concerning(Guid id) => Bed is { } bed ? Streams.Of(bed, id) : Streams.OfCase(id);

    /// <summary>What comes of it in all of them.</summary>
    internal JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) => Bed is { } bed
        ? ContingencyAgreements.Decide(held, bed, id, OccurredAt, KeptUntil!.Value, place => ToCommand(place.Kind, place.Provider, note))
        : JointVerdict.Of((id, base.Decide(id, held[id], note)));

    /// <inheritdoc/>
    public override Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Bed is null ? base.Decide(id, history, note) : new Verdict.Refused(InterimArrivalRequest.NotSupposed);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => ToCommand(Kind!.Value, Provider!, note);

    private AgreeContingencyPlace ToCommand(InterimBedKind kind, OdsCode provider, Func<string?, NoteRef?> note) =>
        new(OccurredAt, kind, provider, AssessedAt, note(Manager)!, note(RehabilitationPlan)!, By, Bed, note(Note), KeptUntil);
}
