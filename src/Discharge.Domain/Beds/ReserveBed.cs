using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>To reserve a place for somebody until a moment, or for longer than before. The reservation lapses at that moment without anybody doing anything.</summary>
/// <param name="OccurredAt">When it is decided.</param>
/// <param name="Case">Their case.</param>
/// <param name="Until">The first moment at which it is no longer reserved.</param>
public sealed record ReserveBed(Instant OccurredAt, Guid Case, Instant Until) : BedCommand(OccurredAt)
{
    /// <summary>The reservation would be over before it began.</summary>
    public static readonly Refusal OverBeforeItBegan = new("bed.until-not-ahead", "The reservation would end before it begins.", "A moment after the reservation's own.");

    /// <summary>The reservation would last longer than anybody's stay.</summary>
    public static readonly Refusal TooLong = new(
        "bed.until-too-far-ahead", "The reservation would last for more than a year, so its end is probably a slip.", "A moment within a year of the reservation's own; it can be made longer later.");

    /// <summary>The place is closed.</summary>
    public static readonly Refusal IsClosed = new("bed.closed", "This place is closed, so nobody new can be given it.", "Another place; or this one once it is open again.");

    /// <summary>The provider says that it is taken.</summary>
    public static readonly Refusal TakenElsewhere = new(
        "bed.taken-elsewhere", "The provider says that this place is taken, by somebody who is not in this record.", "Another place; or this one once the provider has said that it is free.");

    /// <summary>They are in the place already, or have it kept.</summary>
    public static readonly Refusal IsTheirs = new("bed.theirs-already", "This person has that place already, so it need not be reserved.", "A reservation of another place.");

    private static readonly Duration Longest = Duration.FromDays(366);

    /// <inheritdoc/>
    protected override BedEvent Fact => new BedReserved(OccurredAt, Case, Until);

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed)
    {
        var then = bed.At(OccurredAt);
        return bed.Tenures.OfOthers(Case, OccurredAt, Until).FirstOrDefault() switch
        {
            _ when Until <= OccurredAt => OverBeforeItBegan,
            _ when Until - OccurredAt > Longest => TooLong,
            { } tenure => Taken.By(tenure),
            _ when bed.HeldBy(OccurredAt) is { IsPhysical: true } theirs => IsTheirs.Naming(theirs.Entry),
            // Also where it was closed since: it is decided on a place as it is now.
            _ when (then.Closing ?? bed.Closing) is not null => IsClosed,
            // What comes free before the reservation ends can be reserved ahead; what is promised to another by then cannot.
            _ when then.IsTakenElsewhere(Until - LocalCalendar.Microsecond) => TakenElsewhere,
            _ => Fact,
        };
    }
}
