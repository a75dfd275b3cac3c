using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Where in hospital a person is, or was when they left: whose ward's board shows them.</summary>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward.</param>
/// <param name="Bed">The bed, where known.</param>
/// <param name="InDischargeLounge">Whether they wait in the discharge lounge; their ward still answers for them.</param>
/// <param name="Since">Since when they are there.</param>
/// <param name="Consultant">The consultant or specialty answering for them, in words kept elsewhere.</param>
public sealed record HospitalPlace(OdsCode Site, string Ward, string? Bed, bool InDischargeLounge, Instant Since, NoteRef? Consultant)
{
    /// <summary>The place as the opening gave it and the moves since then, up to leaving, changed it.</summary>
    /// <param name="opening">The opening, also where it was withdrawn since.</param>
    /// <param name="facts">What stands on record.</param>
    public static HospitalPlace Of(CaseOpened opening, Facts<DischargeCaseEvent> facts) => facts.All<PersonMoved>()
        .Where(move => move.OccurredAt >= opening.OccurredAt && !(facts.First<DischargedFromHospital>()?.OccurredAt < move.OccurredAt))
        .Aggregate(new HospitalPlace(opening.Site, opening.Ward, opening.Bed, InDischargeLounge: false, opening.OccurredAt, Consultant: null), After);

    private static HospitalPlace After(HospitalPlace place, PersonMoved move)
    {
        var under = place with { Consultant = move.Consultant ?? place.Consultant };
        return move is { Site: null, Ward: null, Bed: null, ToDischargeLounge: false }
            ? under
            : under with
            {
                Site = move.Site ?? place.Site,
                Ward = move.Ward ?? place.Ward,
                Bed = move.Bed,
                InDischargeLounge = move.ToDischargeLounge,
                Since = move.OccurredAt,
            };
    }
}
