using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>An objection was settled.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Objection">The entry that raised it.</param>
/// <param name="As">How.</param>
/// <param name="By">The role of whoever settled it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record SettleObjection(Instant OccurredAt, long Objection, ObjectionSettlement As, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>There is no such objection.</summary>
    public static readonly Refusal NoSuchObjection = new(
        "discharge.no-such-objection", "No standing entry of that number raises an objection in this case.", "The number of an objection as the case shows it.");

    /// <summary>The objection was settled otherwise, or at another moment.</summary>
    public static readonly Refusal AlreadySettled = new(
        "discharge.objection-already-settled", "That this objection was settled is on record already.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The settlement is dated before the objection.</summary>
    public static readonly Departure BeforeRaised = new(
        "discharge.objection-settled-before-raised", "An objection was settled before the moment at which it was raised.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ObjectionSettled(OccurredAt, Objection, As, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => DischargeCases.Objection.Of(discharge).FirstOrDefault(objection => objection.Id == Objection) switch
    {
        null => NoSuchObjection,
        { Settled: not null } => AlreadySettled.Naming(discharge.Facts.EntriesOf<ObjectionSettled>().First(entry => ((ObjectionSettled)entry.Fact).Objection == Objection).Version),
        var objection => discharge.Record(Fact).Departing(BeforeRaised, unless: OccurredAt >= objection.Raised.OccurredAt),
    };
}
