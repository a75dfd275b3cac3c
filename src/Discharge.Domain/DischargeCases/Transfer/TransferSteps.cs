using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next so that a person leaves safely and is cared for once they have left. What they left without is the hub's, and due at once.</summary>
internal static class TransferSteps
{
    /// <summary>To book the visit that the person has to have.</summary>
    public static NextStep BookHomeVisit { get; } = new("book-home-visit", "Book the visit at which the person is seen at home.", Owner.CareTransferHub);

    /// <summary>The steps of a case that is open, at a moment. Before leaving the visit is booked among the steps of planning.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge, Instant at) => discharge.Left is { } left
        ? [.. WhatTheyLeftWithout(discharge, left), .. CareCall(discharge, left, at), .. Visit(discharge, at)]
        : [.. SafeTransfer.GapsIn(discharge).Where(gap => gap is not TransferGap.HomeVisit).Select(gap => StepFor(gap, discharge)), .. TransportMissed(discharge, at)];

    /// <summary>For when transport is arranged, where it is.</summary>
    public static Instant? TransportAt(DischargeCase discharge) =>
        TransferNeed.Of(discharge).FirstOrDefault(need => need is { Item: TransferItem.Transport, State: TransferItemState.Arranged or TransferItemState.InPlace })?.For;

    private static IEnumerable<NextStep> TransportMissed(DischargeCase discharge, Instant at) => TransportAt(discharge) is { } collected && collected <= at
        ? [new("arrange-transport", "Arrange transport anew, or record when the person left: its time has come and no leaving is on record.", Owner.Ward, collected)]
        : [];

    // Where a call was missed at home, to arrange for care at once says more than to plan a call.
    private static IEnumerable<NextStep> WhatTheyLeftWithout(DischargeCase discharge, DischargedFromHospital left) =>
        SafeTransfer.NotInPlaceAfter(discharge, left)
            .Where(gap => gap is not TransferGap.NoFirstCareCall || !(FirstCareCall.Of(discharge).Missed?.OccurredAt >= left.OccurredAt))
            .Select(gap => StepFor(gap, discharge) with { Owner = Owner.CareTransferHub, Due = left.OccurredAt });

    private static IEnumerable<NextStep> CareCall(DischargeCase discharge, DischargedFromHospital left, Instant at) => FirstCareCall.Of(discharge) switch
    {
        { CameAt: not null } or { IsNeeded: false } => [],
        { Missed: { } missed } when missed.OccurredAt >= left.OccurredAt => [new("arrange-care-now", "The first care call was missed: see to it that somebody comes, and plan the call anew.", Owner.CareTransferHub, missed.OccurredAt)],
        { Standing: { } plan } call when plan.CallAt >= left.OccurredAt =>
            [new(
                "confirm-first-care-call",
                call.IsOverdueAt(at) ? "The first care call is past its time: find out whether the person has care, and see to it that somebody comes." : "Make sure that the first care call is made.",
                Owner.CareTransferHub,
                plan.CallAt)],
        _ => [],
    };

    // A visit that did not reach the person is booked anew. One whose time has passed without a word, or that nobody booked, still has to be booked.
    private static IEnumerable<NextStep> Visit(DischargeCase discharge, Instant at)
    {
        if (discharge is not { MustBeSeenAtHome: true, SeenAtHome: null, IsAwayFromHome: false, OutSince: { } since })
        {
            return [];
        }

        var booked = discharge.Facts.Last<HomeVisitBooked>();
        return discharge.Facts.Last<HomeVisitFailed>() is { } failed && failed.OccurredAt >= since && !(booked?.OccurredAt >= failed.OccurredAt)
            ? [new(
                "rebook-home-visit",
                failed.Reason is FailedVisitReason.Declined
                    ? "The person declined a visit: find out why, and offer another; where they stay with it, a senior may close the case."
                    : "A visit did not reach the person: find out where they are, and book another.",
                Owner.CareTransferHub,
                failed.OccurredAt)]
            : BookedVisit.Ahead(discharge, at) switch
            {
                null => [BookHomeVisit with { Due = booked is null ? since : Instant.Max(since, booked.VisitAt) }],
                var visit when BookedVisit.IsTooLate(visit.VisitAt, since) =>
                    [new(
                        "bring-home-visit-forward",
                        "Bring the visit forward: it is booked for after the 24 hours in which the person has to be seen.",
                        Owner.CareTransferHub,
                        Instant.Max(since, visit.OccurredAt))],
                _ => [],
            };
    }

    private static NextStep StepFor(TransferGap gap, DischargeCase discharge) => gap switch
    {
        TransferGap.Medicines => new("supply-medicines", "Get the medicines to the person.", Owner.Ward, PromisedFor(discharge, TransferItem.Medicines)),
        TransferGap.Transport => new("arrange-transport", "Arrange transport.", Owner.Ward),
        TransferGap.Equipment => new(
            "put-equipment-in-place",
            $"Put in place where the person is going: {string.Join(", ", OpenIn(discharge, TransferItem.Equipment).Select(need => Spoken(need.Equipment)))}.",
            Owner.CareTransferHub,
            PromisedFor(discharge, TransferItem.Equipment)),
        TransferGap.KeyAccess => new("arrange-key-access", "Arrange a way in where the person is going.", Owner.CareTransferHub, PromisedFor(discharge, TransferItem.KeyAccess)),
        TransferGap.Receiver => new("confirm-receiver", "Confirm who receives the person.", Owner.CareTransferHub, PromisedFor(discharge, TransferItem.Receiver)),
        TransferGap.DischargeSummary => new("send-discharge-summary", "Send the discharge summary to those who look after the person next.", Owner.Ward),
        TransferGap.NoFirstCareCall => new("plan-first-care-call", "Plan the first care call.", Owner.CareTransferHub),
        TransferGap.LateFirstCareCall => new("bring-first-care-call-forward", "Bring the first care call forward, or see to care until it comes.", Owner.CareTransferHub),
        TransferGap.HomeVisit => BookHomeVisit,
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Nothing is known of such a gap."),
    };

    private static IEnumerable<TransferNeed> OpenIn(DischargeCase discharge, TransferItem item) =>
        TransferNeed.Of(discharge).Where(need => need.IsOpen && need.Item == item);

    private static Instant? PromisedFor(DischargeCase discharge, TransferItem item) => OpenIn(discharge, item).Select(need => need.For).Min();

    private static string Spoken(EquipmentKind? equipment) => equipment switch
    {
        EquipmentKind.Hoist => "a hoist",
        EquipmentKind.HospitalBed => "a hospital bed",
        EquipmentKind.PressureRelief => "a mattress or cushion that relieves pressure",
        EquipmentKind.Commode => "a commode",
        EquipmentKind.WalkingAid => "a walking aid",
        EquipmentKind.Wheelchair => "a wheelchair",
        EquipmentKind.ToiletAid => "an aid for the toilet",
        EquipmentKind.BathAid => "an aid for the bath",
        EquipmentKind.Rails => "rails",
        EquipmentKind.Oxygen => "oxygen",
        EquipmentKind.KeySafe => "a key safe",
        EquipmentKind.Alarm => "an alarm",
        _ => "the equipment they need",
    };
}
