using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What has to be there for a person to leave safely, and how it stands.</summary>
/// <param name="Items">Each thing somebody said something of, or the assessment asks for.</param>
/// <param name="FirstCareCall">The first care call after leaving.</param>
/// <param name="HomeVisit">The visit at which the person is to be seen at home.</param>
public sealed record TransferView(IReadOnlyList<TransferItemView> Items, FirstCareCallView FirstCareCall, HomeVisitView HomeVisit)
{
    /// <summary>The transfer of a case as it stands at a moment.</summary>
    public static TransferView Of(DischargeCase discharge, Instant moment) => new(
        [.. TransferNeed.Of(discharge).Select(need => new TransferItemView(need.Item, need.Equipment, need.State, need.IsOpen, need.For, need.Receiver))],
        FirstCareCallView.Of(Domain.DischargeCases.FirstCareCall.Of(discharge), moment),
        new(
            discharge.Facts.Last<HomeVisitBooked>()?.VisitAt,
            discharge.Facts.Last<HomeVisitBooked>()?.By,
            discharge.Facts.All<HomeVisitBooked>().Count(),
            [.. discharge.Facts.All<HomeVisitFailed>().Select(failed => new FailedVisitView(failed.OccurredAt, failed.By, failed.Reason))]));
}

/// <summary>One thing a person needs so that they leave safely.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Equipment">Which equipment, where it is equipment and known.</param>
/// <param name="State">How it stands.</param>
/// <param name="Open">Whether the person cannot safely leave without more being done.</param>
/// <param name="For">When it is to be in place.</param>
/// <param name="Receiver">Who receives the person, where it is that.</param>
public sealed record TransferItemView(TransferItem Item, EquipmentKind? Equipment, TransferItemState State, bool Open, Instant? For, ReceiverRole? Receiver);

/// <summary>The first care call after leaving.</summary>
/// <param name="Needed">Whether somebody has to come.</param>
/// <param name="PlannedFor">For when it is planned.</param>
/// <param name="Provider">Who makes it.</param>
/// <param name="CameAt">When care came.</param>
/// <param name="MissedAt">When it came out that the planned call was not made, until another is planned.</param>
/// <param name="Reason">Why it was not made.</param>
/// <param name="Overdue">Whether its time has come and nobody has said what became of it.</param>
public sealed record FirstCareCallView(bool Needed, Instant? PlannedFor, OdsCode? Provider, Instant? CameAt, Instant? MissedAt, MissedCallReason? Reason, bool Overdue)
{
    /// <summary>The call as it stands at a moment.</summary>
    public static FirstCareCallView Of(FirstCareCall call, Instant moment) =>
        new(call.IsNeeded, call.Planned?.CallAt, call.Planned?.Provider, call.CameAt, call.Missed?.OccurredAt, call.Missed?.Reason, call.IsOverdueAt(moment));
}

/// <summary>The visit at which the person is to be seen at home.</summary>
/// <param name="BookedFor">For when it is booked.</param>
/// <param name="By">The role that will visit.</param>
/// <param name="Bookings">How often it was booked, anew included.</param>
/// <param name="Failed">The visits that did not reach the person.</param>
public sealed record HomeVisitView(Instant? BookedFor, StaffRole? By, int Bookings, IReadOnlyList<FailedVisitView> Failed);

/// <summary>A visit that did not reach the person.</summary>
/// <param name="At">When somebody came.</param>
/// <param name="By">The role of whoever came.</param>
/// <param name="Reason">Why the person was not seen.</param>
public sealed record FailedVisitView(Instant At, StaffRole By, FailedVisitReason Reason);
