using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.Beds;

/// <summary>Every rule a fact of a place may depart from, by its code.</summary>
public static class BedDepartures
{
    private static readonly FrozenDictionary<string, Departure> ByCode =
        new[] { ConfirmVacancy.SaidFreeWhileTaken, OccupyBed.WhileClosed, OccupyBed.ReservedForAnother, OccupyBed.SaidTaken, OccupyBed.RegisteredInErrorBefore, WithdrawEntry.BeforeRecorded }.ToFrozenDictionary(departure => departure.Code);

    /// <summary>All of them.</summary>
    public static IEnumerable<Departure> All => ByCode.Values;

    /// <summary>The departure of this code. One that a newer version of the service recorded is shown by its code, so that the place can still be shown and changed.</summary>
    public static Departure Of(string code) =>
        ByCode.GetValueOrDefault(code) ?? new(code, "A rule was departed from that this version of the service has no words for.", Owner.CareTransferHub);
}
