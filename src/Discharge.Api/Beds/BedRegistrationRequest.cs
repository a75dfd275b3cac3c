using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.Beds;

/// <summary>A place to register.</summary>
/// <param name="OccurredAt">From when it can be given.</param>
/// <param name="Provider">The home or ward it belongs to.</param>
/// <param name="Name">What the provider calls it, such as "Room 12"; never a person's name.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Area">The local authority in whose area it lies.</param>
/// <param name="Features">What it can serve.</param>
/// <param name="WeeklyCost">What a week costs, in pence.</param>
/// <param name="Funders">Whose money it may be paid with.</param>
public sealed record BedRegistrationRequest(
    Instant OccurredAt, OdsCode Provider, [property: Longest(BedRegistrationRequest.LongestName)] string Name, PlaceKind Kind, OdsCode Area, Listed<BedFeature> Features, int WeeklyCost, Listed<Funder> Funders)
    : IDated, IExample<BedRegistrationRequest>
{
    internal const int LongestName = 100;

    // A hundred thousand pounds a week.
    private const int Dearest = 10_000_000;

    /// <inheritdoc/>
    public static BedRegistrationRequest Example => new(
        ExampleMoment.At(2026, 3, 2, 9, 0), OdsCode.Parse("VLELM"), "Room 12", PlaceKind.Nursing, OdsCode.Parse("713"), [BedFeature.TwentyFourHourCare, BedFeature.Hoist], 119_500, [Funder.Joint]);

    internal RegisterBed ToCommand() => new(OccurredAt, Provider, Name, Kind, Area, new(Features, WeeklyCost, Funders));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => AmissIn(WeeklyCost);

    internal static IEnumerable<(string Field, string Sentence)> AmissIn(int weeklyCost) =>
        weeklyCost is < 0 or > Dearest ? [("weeklyCost", "Give the cost of a week in pence, from 0 to 10000000.")] : [];
}
