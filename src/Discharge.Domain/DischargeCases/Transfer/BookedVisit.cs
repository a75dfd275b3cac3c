using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The visit at which somebody on Pathway 1 is to be seen at home, as it was last booked.</summary>
internal static class BookedVisit
{
    /// <summary>How long after leaving it has to be, as the assessment states (A1).</summary>
    public static readonly Duration Within = Duration.FromHours(24);

    /// <summary>What is wrong with it for somebody who is to leave on Pathway 1: none by a role that assesses is booked for the 24 hours after leaving.</summary>
    public static TransferGap? GapIn(DischargeCase discharge, ExpectedLeaving? leaving, Destination? to) => Of(discharge) switch
    {
        _ when discharge.PathwayDecision?.Pathway is not Pathway.Pathway1 || to is Destination.AnotherHospital => null,
        null => TransferGap.HomeVisit,
        var visit when visit.VisitAt < leaving?.Earliest || visit.VisitAt - Within > leaving?.Latest => TransferGap.HomeVisit,
        _ => null,
    };

    /// <summary>The visit that is still to be made at a moment after leaving, or null.</summary>
    public static HomeVisitBooked? Ahead(DischargeCase discharge, Instant moment) => Of(discharge) is { } visit && visit.VisitAt >= discharge.OutSince && visit.VisitAt > moment ? visit : null;

    /// <summary>Whether a visit comes after the hours in which the person has to be seen.</summary>
    public static bool IsTooLate(Instant visitAt, Instant outSince) => visitAt - Within > outSince;

    // One by a role that does not assess does not meet the 24 hours.
    private static HomeVisitBooked? Of(DischargeCase discharge) => discharge.Facts.Last<HomeVisitBooked>() is { } last && last.By.Assesses() ? last : null;
}
