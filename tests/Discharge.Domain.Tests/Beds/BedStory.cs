using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

/// <summary>One place in March 2026: registered on the 1st, reserved on the 4th for somebody who moves in on the 5th, goes back to hospital on the 8th and leaves for home on the 20th.</summary>
internal static class BedStory
{
    public static readonly Guid Room = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000021");
    public static readonly Guid Ada = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000022");
    public static readonly Guid Ben = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000023");
    public static readonly OdsCode Elmfield = OdsCode.Parse("ELM01");
    public static readonly OdsCode Westbrook = OdsCode.Parse("WBK03");
    public static readonly BedOffer Offer = new([BedFeature.TwentyFourHourCare, BedFeature.Hoist], 119_500, [Funder.Joint]);

    public static BedRegistered Registered => new(March(1, "09:00"), Elmfield, "Room 12", PlaceKind.Nursing, Westbrook, Offer);

    public static BedReserved ReservedForAda => new(March(4, "10:00"), Ada, March(5, "18:00"));

    public static BedOccupied AdaIsThere => new(March(5, "14:00"), Ada);

    public static BedHeld HeldForAda => new(March(8, "03:00"), Ada, HoldReason.BackInHospital);

    public static BedReleased AdaWentHome => new(March(20, "11:00"), Ada, ReleaseReason.WentHome);

    public static BedClosed ClosedForInfection => new(March(2, "09:00"), ClosureReason.Infection);

    public static Bed AsBed(this History history) => new(Room, history.Facts<BedEvent>());

    public static Bed BedOf(params Recorded[] recorded) => HistoryOf(recorded).AsBed();

    /// <summary>A tenure, whichever entry began it.</summary>
    public static (Guid Case, PlaceStep As, Instant From, Instant? Until) Had(this Tenure tenure) => (tenure.Case, tenure.As, tenure.From, tenure.Until);
}

/// <summary>The decisions about a place.</summary>
public abstract class BedDecisions : Decisions<Bed, BedEvent>
{
    protected override Bed StateOf(History history) => history.AsBed();
}
