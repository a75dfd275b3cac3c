using Discharge.Domain.Deciding;

namespace Discharge.Domain.Beds;

/// <summary>What no correction may bring about: that two people were in one place at one time.</summary>
public static class BedCorrection
{
    /// <summary>By what would stand then, two people would have had the place at once.</summary>
    public static readonly Refusal WouldBeTwice = new(
        "bed.somebody-else-since", "Somebody else has had this place since, and both cannot be.", "Put right first who had it after, then withdraw this; or, where that is right, withdraw how this person came into the place first, then this, and tell both anew.")
    { TakenByAnother = true };

    /// <summary>Why a place could not stand as a correction would make it; null where it can.</summary>
    /// <param name="before">What is on record.</param>
    /// <param name="after">What would be.</param>
    public static Refusal? Against(History before, History after)
    {
        var (had, would) = (Tenures.Of(before.Facts<BedEvent>()), Tenures.Of(after.Facts<BedEvent>()));
        var impossible = would.Impossible.Select(entry => (entry.Version, SharedFacts.With(entry.Fact)));
        // Nor does it take from somebody what they were given since.
        var displaced = had.All.Where(tenure => after.Stands(tenure.Entry) && would.All.All(other => other.Entry != tenure.Entry)).Select(tenure => (tenure.Entry, (Guid?)tenure.Case));
        return impossible.Concat(displaced).FirstOrDefault() is var (entry, @case) && @case is not null ? WouldBeTwice.Naming(entry) with { Case = @case } : null;
    }
}
