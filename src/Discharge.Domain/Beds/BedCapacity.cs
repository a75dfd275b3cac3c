using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>How the places of one provider and kind stand at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Places">How many there are.</param>
/// <param name="Free">How many nobody has.</param>
/// <param name="Reserved">How many are reserved.</param>
/// <param name="Occupied">How many somebody is in.</param>
/// <param name="Held">How many are kept for somebody who is away.</param>
/// <param name="Closed">How many are closed with nobody in them.</param>
/// <param name="TakenElsewhere">How many the provider says are taken by somebody who is not in this record.</param>
public sealed record BedCapacity(LocalDate Day, OdsCode Provider, PlaceKind Kind, int Places, int Free, int Reserved, int Occupied, int Held, int Closed, int TakenElsewhere)
{
    /// <summary>The lines of these places on a day, as the facts that had occurred by its end make them.</summary>
    public static IEnumerable<BedCapacity> Of(IEnumerable<Bed> beds, LocalDate day)
    {
        // The last moment of the day in England.
        var end = LocalCalendar.EndOf(day) - Duration.Epsilon;
        return
            from bed in beds
            let then = bed.At(end)
            where then.Registration is not null
            group then.StatusAt(end) by (then.Registration!.Provider, then.Registration.Kind) into standing
            orderby standing.Key.Provider.Value, standing.Key.Kind
            select new BedCapacity(
                day,
                standing.Key.Provider,
                standing.Key.Kind,
                standing.Count(),
                Count(standing, BedStatus.Free),
                Count(standing, BedStatus.Reserved),
                Count(standing, BedStatus.Occupied),
                Count(standing, BedStatus.Held),
                Count(standing, BedStatus.Closed),
                Count(standing, BedStatus.TakenElsewhere));
    }

    private static int Count(IEnumerable<BedStatus> standing, BedStatus status) => standing.Count(one => one == status);
}
