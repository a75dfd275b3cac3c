using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A visit at home booked.</summary>
/// <param name="OccurredAt">When it was booked.</param>
/// <param name="VisitAt">When the visit is to be; it may lie ahead.</param>
/// <param name="By">The role that will visit.</param>
public sealed record HomeVisitBookingRequest(Instant OccurredAt, Instant VisitAt, StaffRole By) : DischargeCaseRequest(OccurredAt), IExample<HomeVisitBookingRequest>
{
    /// <inheritdoc/>
    public static HomeVisitBookingRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 30), ExampleMoment.At(2026, 3, 5, 14, 0), StaffRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new BookHomeVisit(OccurredAt, VisitAt, By);
}

/// <summary>The person left the hospital.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="To">Where to.</param>
/// <param name="SelfDischarge">Whether they left on their own decision, against advice.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DischargeRequest(Instant OccurredAt, Destination To, bool SelfDischarge = false, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<DischargeRequest>
{
    /// <inheritdoc/>
    public static DischargeRequest Example => new(ExampleMoment.At(2026, 3, 5, 10, 15), Destination.OwnHome);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new LeaveHospital(OccurredAt, To, SelfDischarge, note(Note));
}

/// <summary>How something needed for a safe transfer stands.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Item">What is needed.</param>
/// <param name="State">How it stands.</param>
/// <param name="For">When it is to be in place, where it is arranged; for transport, when the person is to leave. It may lie ahead.</param>
/// <param name="Equipment">Which equipment, where it is equipment; each kind stands for itself.</param>
/// <param name="Receiver">Who receives the person, where it is that.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TransferItemRequest(Instant OccurredAt, TransferItem Item, TransferItemState State, Instant? For = null, EquipmentKind? Equipment = null, ReceiverRole? Receiver = null, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), ICaseRequest, IExample<TransferItemRequest>
{
    /// <inheritdoc/>
    public static TransferItemRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 0), TransferItem.Equipment, TransferItemState.Arranged, ExampleMoment.At(2026, 3, 5, 9, 0), EquipmentKind.Hoist);

    // Medicines said to be a hoist would stand beside the medicines, and neither would ever be in place.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
    [
        .. Equipment is not null && Item is not TransferItem.Equipment ? [("equipment", "Leave this out unless item is equipment; it says which.")] : Array.Empty<(string, string)>(),
        .. Receiver is not null && Item is not TransferItem.Receiver ? [("receiver", "Leave this out unless item is receiver; it says who.")] : Array.Empty<(string, string)>(),
    ];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ReportTransferItem(OccurredAt, Item, State, For, Equipment, Receiver, note(Note));
}

/// <summary>The first care call planned.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="CallAt">When the call is to be; it may lie ahead.</param>
/// <param name="Provider">The ODS code of who makes it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FirstCareCallPlanRequest(Instant OccurredAt, Instant CallAt, OdsCode Provider, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<FirstCareCallPlanRequest>
{
    /// <inheritdoc/>
    public static FirstCareCallPlanRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 40), ExampleMoment.At(2026, 3, 5, 12, 30), OdsCode.Parse("AB123"));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new PlanFirstCareCall(OccurredAt, CallAt, Provider, note(Note));
}

/// <summary>The first care call made.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Provider">The ODS code of who made it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FirstCareCallRequest(Instant OccurredAt, OdsCode Provider, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<FirstCareCallRequest>
{
    /// <inheritdoc/>
    public static FirstCareCallRequest Example => new(ExampleMoment.At(2026, 3, 5, 12, 35), OdsCode.Parse("AB123"));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new MakeFirstCareCall(OccurredAt, Provider, note(Note));
}

/// <summary>A first care call that was not made.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why it was not made.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MissedCareCallRequest(Instant OccurredAt, MissedCallReason Reason, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<MissedCareCallRequest>
{
    /// <inheritdoc/>
    public static MissedCareCallRequest Example => new(ExampleMoment.At(2026, 3, 5, 13, 15), MissedCallReason.ProviderDidNotCome);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ReportMissedCareCall(OccurredAt, Reason, note(Note));
}
