using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What an interim stay warns of at a moment although nothing recorded departs from anything.</summary>
public static class InterimStayWarnings
{
    /// <summary>The limit has passed, and nobody has decided.</summary>
    public static readonly Departure LimitPassed = new(
        "discharge.interim-limit-passed",
        "The interim stay is past its limit and nobody has decided on it: it ends, or a named senior extends it with a reason and a new date.",
        Owner.CareTransferHub);

    /// <summary>The date of the extension has passed.</summary>
    public static readonly Departure ExtensionPassed = new(
        "discharge.interim-extension-passed", "The interim stay is past the date until which it was extended: it ends, or a named senior extends it anew.", Owner.CareTransferHub);

    /// <summary>The person is in hospital, and nobody has said what becomes of the bed.</summary>
    public static readonly Departure HoldUndecided = new(
        "discharge.interim-bed-hold-undecided", "The person is back in hospital and nobody has said whether their interim bed is held or given up; its limit goes on being counted.", Owner.CareTransferHub);

    /// <summary>The person lacks capacity, and nobody has asked whether they may be kept in a care home.</summary>
    public static readonly Departure LibertyNotRequested = new(
        "discharge.liberty-not-requested",
        "The person lacks capacity and is in a care home, and nothing says that an authorisation to deprive them of their liberty was requested, or is not needed.",
        Owner.CareTransferHub);

    /// <summary>An authorisation was requested and is not given yet.</summary>
    public static readonly Departure LibertyNotAuthorised = new(
        "discharge.liberty-not-authorised", "An authorisation to deprive the person of their liberty was requested and is not known to be given.", Owner.CareTransferHub);

    /// <summary>The authorisation has run out.</summary>
    public static readonly Departure LibertyRunOut = new(
        "discharge.liberty-run-out", "The authorisation to deprive the person of their liberty has run out.", Owner.CareTransferHub);

    /// <summary>The warnings of a case at a moment.</summary>
    /// <param name="discharge">The case.</param>
    /// <param name="clocks">Its clocks, which say when the limit is.</param>
    /// <param name="moment">The moment.</param>
    public static IEnumerable<Departure> At(DischargeCase discharge, IEnumerable<Clock> clocks, Instant moment)
    {
        if (!discharge.Facts.Any<InterimStayEvent>() || discharge is not { Closing: null, Death: null })
        {
            return [];
        }

        return
        [
            .. Unbefriended.IsOwedAdvocate(discharge) ? (Departure[])[Unbefriended.WithoutAdvocate] : [],
            .. InterimStay.Current(discharge) is { } stay ? InTheBed(discharge, stay, clocks, moment).OfType<Departure>() : [],
        ];
    }

    /// <summary>How the deprivation of liberty is amiss for somebody in an interim bed, on a date; null where it is not.</summary>
    internal static Departure? Liberty(DischargeCase discharge, LocalDate today) => LacksCapacity(discharge)
        ? discharge.Facts.Last<LibertyRecorded>() switch
        {
            null => LibertyNotRequested,
            { Standing: LibertyStanding.Requested } => LibertyNotAuthorised,
            { Until: { } until } when until < today => LibertyRunOut,
            _ => null,
        }
        : null;

    private static IEnumerable<Departure?> InTheBed(DischargeCase discharge, InterimStay stay, IEnumerable<Clock> clocks, Instant moment)
    {
        var today = LocalCalendar.DateOf(moment);
        yield return discharge.IsBackInHospital ? HoldUndecided : null;
        yield return clocks.Any(clock => clock.Start.Version == stay.Start.Version && clock.WasBreachedBy(moment))
            ? stay.ExtensionIn(discharge) switch
            {
                null => LimitPassed,
                { Until: var until } when until < today => ExtensionPassed,
                _ => null,
            }
            : null;
        yield return Liberty(discharge, today);
    }

    // Where to live, or which care to accept: either is what a care home decides for them.
    private static bool LacksCapacity(DischargeCase discharge) => discharge.Facts.All<CapacityAssessed>()
        .Where(assessed => assessed.For is DecisionInQuestion.WhereToLive or DecisionInQuestion.CareAndSupport)
        .GroupBy(assessed => assessed.For)
        .Any(question => question.Last().Found is Capacity.Lacks);
}
