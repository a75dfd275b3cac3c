using Discharge.Domain.Deciding;

namespace Discharge.Domain.Beds;

/// <summary>What no correction may bring about: that two people were in one place at one time.</summary>
public static class BedCorrection
{
    /// <summary>By what would stand then, two people would have had the place at once.</summary>
    public static readonly Refusal WouldBeTwice = new(
        "bed.somebody-else-since", "Somebody else has had this place since, and both cannot be.", "Put right first who had it after, then withdraw this.")
    { TakenByAnother = true };

    /// <summary>Why a place could not stand as this history would make it; null where it can.</summary>
    public static Refusal? Against(History history) =>
        Tenures.Of(history.Facts<BedEvent>()).Impossible is [var impossible, ..] ? WouldBeTwice.Naming(impossible.Version) with { Case = SharedFacts.With(impossible.Fact) } : null;
}
