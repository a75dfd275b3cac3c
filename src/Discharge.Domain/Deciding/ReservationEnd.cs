namespace Discharge.Domain.Deciding;

/// <summary>Why a reservation ended before its moment. A list of our own.</summary>
public enum ReservationEnd
{
    /// <summary>It is no longer needed, or another place was chosen.</summary>
    NoLongerNeeded,

    /// <summary>The provider took it back.</summary>
    TakenBack,

    /// <summary>Somebody else arrived in the place.</summary>
    SomebodyElseArrived,
}

/// <summary>What the end of a reservation is for the place.</summary>
public static class ReservationEnds
{
    /// <summary>Why the place is no longer theirs.</summary>
    public static ReleaseReason ForThePlace(this ReservationEnd end) => end switch
    {
        ReservationEnd.TakenBack => ReleaseReason.TakenBack,
        ReservationEnd.SomebodyElseArrived => ReleaseReason.SomebodyElseArrived,
        _ => ReleaseReason.NoLongerNeeded,
    };

    /// <summary>Whether it was a reservation that ended so; otherwise somebody left the place.</summary>
    public static bool EndsReservation(this ReleaseReason reason) => reason is ReleaseReason.NoLongerNeeded or ReleaseReason.TakenBack or ReleaseReason.SomebodyElseArrived;
}
