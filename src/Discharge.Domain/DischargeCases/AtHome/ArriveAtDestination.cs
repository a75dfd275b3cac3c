using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person arrived where they were going.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="ReceivedBy">In what role somebody received them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ArriveAtDestination(Instant OccurredAt, ReceiverRole ReceivedBy, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another arrival is on record.</summary>
    public static readonly Refusal AlreadyArrived = new(
        "discharge.arrived-already", "That the person arrived is on record already, at another moment or received by somebody else.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>Somebody had to be there, and nobody was.</summary>
    public static readonly Departure NobodyThere = new(
        "discharge.arrived-with-nobody-there", "The person arrived where somebody had to receive them, and nobody was there.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ArrivedAtDestination(OccurredAt, ReceivedBy, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.Any<ArrivedAtDestination>()
        ? AlreadyArrived.Naming(discharge.VersionOf<ArrivedAtDestination>())
        : discharge.Record(Fact)
            .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt))
            .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt))
            .Departing(NobodyThere, unless: !WasAlone(new(OccurredAt, ReceivedBy), discharge.At(OccurredAt)));

    /// <summary>Whether nobody received the person at an arrival where somebody had to, given the case as it stood then.</summary>
    internal static bool WasAlone(ArrivedAtDestination arrival, DischargeCase then) => arrival.ReceivedBy is ReceiverRole.Nobody && SomebodyHadToBeThere(then);

    private static bool SomebodyHadToBeThere(DischargeCase then) =>
        TransferNeed.Of(then).Any(need => need is { Item: TransferItem.Receiver, State: not TransferItemState.NotNeeded });
}
