using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>To put something on record of a place. Saying the same twice records it once.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
public abstract record BedCommand(Instant OccurredAt)
{
    /// <summary>The place was registered in error.</summary>
    public static readonly Refusal RegisteredInError = new(
        "bed.registered-in-error", "The registration of this place was withdrawn as entered in error, so nobody can be given it.", "Another place; or withdraw that withdrawal.");

    /// <summary>What this puts on record where nothing stands against it.</summary>
    protected abstract BedEvent Fact { get; }

    /// <summary>What comes of it, given what stands on record.</summary>
    public Decision<BedEvent> Decide(Bed bed) => bed switch
    {
        _ when bed.Facts.Say(Fact) => [],
        { Registration: null } when !MayFollowAnError(bed) => RegisteredInError,
        _ => Judge(bed),
    };

    /// <summary>Whether it may still be recorded of a place that was registered in error: what whoever is in it does may.</summary>
    protected virtual bool MayFollowAnError(Bed bed) => false;

    /// <summary>What comes of it where it is not on record yet.</summary>
    protected abstract Decision<BedEvent> Judge(Bed bed);
}
