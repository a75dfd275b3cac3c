using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>One thing a person needs so that they leave safely, as it was last said to stand.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Equipment">Which equipment, where it is equipment and known.</param>
/// <param name="State">How it stands.</param>
/// <param name="For">When it is to be in place, where that was said.</param>
/// <param name="Receiver">Who receives the person, where it is that.</param>
public sealed record TransferNeed(TransferItem Item, EquipmentKind? Equipment, TransferItemState State, NodaTime.Instant? For = null, ReceiverRole? Receiver = null)
{
    /// <summary>Whether the person cannot safely leave without more being done: it is needed, or arranged where only its being there will do.</summary>
    public bool IsOpen => State is TransferItemState.Needed || (State is TransferItemState.Arranged && HasToBeInPlace);

    // A car that is ordered comes, and a summary may follow; what a person takes, uses, opens or is met by has to be there.
    private bool HasToBeInPlace => Item is TransferItem.Medicines or TransferItem.Equipment or TransferItem.KeyAccess or TransferItem.Receiver;

    /// <summary>
    /// What is needed in a case, in the order of the list; equipment also where only the assessment asks for it, piece by piece where it says which, and medicines and equipment also where
    /// only a delay says that they are waited for.
    /// </summary>
    public static IReadOnlyList<TransferNeed> Of(DischargeCase discharge)
    {
        var said = discharge.Facts.All<TransferItemReported>()
            .GroupBy(report => (report.Item, report.Equipment))
            .Select(reports => reports.Last())
            .Select(last => new TransferNeed(last.Item, last.Equipment, last.State, last.For, last.Receiver))
            .ToArray();
        // A named piece says nothing of what nobody named: a walking aid in place must not hide the hoist. Only word on equipment as a whole stands for all of it.
        var assessed = EquipmentAssessed(discharge.FunctionalAssessment)
            .Where(kind => !said.Any(need => need.Item is TransferItem.Equipment && (need.Equipment is null || need.Equipment == kind)))
            .Select(kind => new TransferNeed(TransferItem.Equipment, kind, TransferItemState.Needed));
        var awaited = AwaitedItem.Of(discharge).Select(item => new TransferNeed(item, Equipment: null, TransferItemState.Needed));
        return [.. awaited.Concat(said).Concat(assessed).DistinctBy(need => (need.Item, need.Equipment)).OrderBy(need => need.Item).ThenBy(need => need.Equipment)];
    }

    // Whoever is moved with a hoist needs one, whether or not the list of equipment has it.
    private static IEnumerable<EquipmentKind?> EquipmentAssessed(FunctionalAssessmentMade? assessment) => assessment switch
    {
        { Detail: { Moving: MovingAndHandling.WithHoist } detail } => detail.Equipment.Append(EquipmentKind.Hoist).Distinct().Cast<EquipmentKind?>(),
        { Detail.Equipment: { Count: > 0 } kinds } => kinds.Distinct().Cast<EquipmentKind?>(),
        not null when assessment.Needs.Contains(FunctionalNeed.Equipment) => [null],
        _ => [],
    };
}
