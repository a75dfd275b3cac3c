using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was admitted to hospital again. It ends this case, unless an interim bed is held for them through it; the next stay has a case of its own.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Site">The hospital site, where known.</param>
/// <param name="Note">What is added in words.</param>
public sealed record Readmit(Instant OccurredAt, ReturnReason Reason, OdsCode? Site = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another readmission is on record, and nothing that they came back from it into an interim bed held for them.</summary>
    public static readonly Refusal AlreadyReadmitted = new(
        "discharge.readmitted-already", "A readmission that ended this case is on record already.", "Withdraw the entry on record as entered in error, or record this in the case of the next stay.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new Readmitted(OccurredAt, Reason, Site, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.EntriesOf<Readmitted>().LastOrDefault() is { } last && !InterimReturn.IsOver(discharge)
        ? AlreadyReadmitted.Naming(last.Version)
        : discharge.Record(Fact).Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt)).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
