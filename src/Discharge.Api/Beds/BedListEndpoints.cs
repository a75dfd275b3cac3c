using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.Hardening;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence;
using Discharge.Persistence.Beds;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.Beds;

/// <summary>Finds places, counts them, and proves that places and cases agree.</summary>
public static class BedListEndpoints
{
    private const int Most = 200;

    private const int Usual = 50;

    private const int MostDays = 31;

    /// <summary>Places by kind, status, provider, area, what they can serve, cost, funder and when they are free. Each says what its provider said last and when, which is how fresh their word is; and whose case has it only where the caller may know of that case.</summary>
    [WolverineGet("/v1/beds"), Requires(Operation.ReadBeds), Answers<BedListView, ExampleBed>(Tagged = true)]
    [Query<PlaceKind>("kind", "Only places of this kind.")]
    [Query<BedStatus>("status", "Only places that stand so now.")]
    [Query<OdsCode>("provider", "Only places of this home or ward.")]
    [Query<OdsCode>("area", "Only places in the area of this local authority.")]
    [Query<BedFeature>("feature", "Only places that can serve this; given several times, all of them.")]
    [Query<Funder>("funder", "Only places that may be paid with this money.")]
    [Query<int>("atMost", "Only places that cost no more than this a week, in pence.")]
    [Query<LocalDate>("freeFrom", "Only places that are free from this day on, or from an earlier one, as far as anybody knows.")]
    [Query<LocalDate>("freeTo", "Only places that no provider has promised to somebody else up to this day.")]
    [Query<Instant>("confirmedSince", "Only places of which the provider has said something since.")]
    [Query<Guid>("after", "The places after this one: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 200; 50 where it is not said.")]
    public static Task<IResult> List(BedLists beds, HttpContext http) => Filter(http.Request.Query).Answer(async filter =>
    {
        var (json, next) = await beds.PageAsync(filter, Reaches.Of(http), http.RequestAborted);
        if (next is { } after)
        {
            http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, after.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
        }

        return Screens.Answer(new Shown(json, Version: 0), BedType.Instance.Name, http);
    });

    /// <summary>How many places there are and how they stand, by day, provider and kind: at the end of a day gone by, and of a day to come by what is on record now.</summary>
    [OfManyReads, WolverineGet("/v1/bed-capacity"), Requires(Operation.ReadBeds), Answers<BedCapacityView, ExampleBed>(Tagged = true)]
    [Query<LocalDate>("from", "The first day.", Required = true)]
    [Query<LocalDate>("to", "The last day, at most 30 days later.", Required = true)]
    [Query<PlaceKind>("kind", "Only places of this kind.")]
    [Query<OdsCode>("provider", "Only places of this home or ward.")]
    public static Task<IResult> Capacity(BedCapacities capacities, HttpContext http) => Period(http.Request.Query).Answer(async asked => Screens.Answer(
        new Shown(JsonSerializer.SerializeToUtf8Bytes(new BedCapacityView(await capacities.ReadAsync(asked.From, asked.To, asked.Kind, asked.Provider, http.RequestAborted)), PublicJson.Options), Version: 0),
        BedType.Instance.Name,
        http));

    /// <summary>How much places were used from one day to another, by provider and kind, in days: occupied, held and why, and reserved, each counted apart.</summary>
    [WolverineGet("/v1/bed-occupancy"), Requires(Operation.ReadBeds), Answers<BedOccupancyView, ExampleBed>(Tagged = true)]
    [Query<LocalDate>("from", "The first day.", Required = true)]
    [Query<LocalDate>("to", "The last day, at most 30 days later.", Required = true)]
    [Query<PlaceKind>("kind", "Only places of this kind.")]
    [Query<OdsCode>("provider", "Only places of this home or ward.")]
    public static Task<IResult> Occupancy(BedOccupancies occupancies, HttpContext http) => Period(http.Request.Query).Answer(async asked => Screens.Answer(
        new Shown(JsonSerializer.SerializeToUtf8Bytes(new BedOccupancyView(await occupancies.ReadAsync(asked.From, asked.To, asked.Kind, asked.Provider, http.RequestAborted)), PublicJson.Options), Version: 0),
        BedType.Instance.Name,
        http));

    /// <summary>Whatever a place and a case do not agree on, found by comparing the record of every place with the record of every case. There is nothing to find unless somebody has been at the database by hand. A case that the caller may not know of is not named.</summary>
    [OfManyReads, WolverineGet("/v1/bed-disagreements"), Requires(Operation.ReadBedDisagreements), Answers<DisagreementsView, ExampleBed>(Tagged = true)]
    public static async Task<IResult> Disagreements(Reconciliation reconciliation, HttpContext http) => Screens.Answer(
        new Shown(JsonSerializer.SerializeToUtf8Bytes(new DisagreementsView(await reconciliation.FindAsync(Reaches.Of(http), http.RequestAborted)), PublicJson.Options), Version: 0), BedType.Instance.Name, http);

    private static Reading<BedFilter> Filter(IQueryCollection query) =>
        query.Word<PlaceKind>("kind").And(query.Word<BedStatus>("status")).And(query.Code("provider")).And(query.Code("area")).And(query.Words<BedFeature>("feature")).And(query.Word<Funder>("funder"))
            .And(query.Number("atMost", 0, int.MaxValue)).And(query.Date("freeFrom")).And(query.Date("freeTo")).And(query.Moment("confirmedSince")).And(Places.Id(query, "after")).And(query.Number("limit", 1, Most)).Select(read =>
            {
                var (((((((((((kind, status), provider), area), features), funder), atMost), freeFrom), freeTo), confirmedSince), after), limit) = read;
                return new BedFilter(kind, status, provider, area, features, funder, atMost, freeFrom, freeTo, confirmedSince, after, limit ?? Usual);
            });

    private static Reading<(LocalDate From, LocalDate To, PlaceKind? Kind, OdsCode? Provider)> Period(IQueryCollection query) =>
        query.Date("from").Required("from").And(query.Date("to").Required("to")).And(query.Word<PlaceKind>("kind")).And(query.Code("provider")).Then<(LocalDate From, LocalDate To, PlaceKind? Kind, OdsCode? Provider)>(read =>
        {
            var (((from, to), kind), provider) = read;
            return NodaTime.Period.DaysBetween(from, to) is >= 0 and < MostDays ? (from, to, kind, provider) : Responses.Unreadable("to", "Give a day from the first one on, at most 30 days later.");
        });
}

/// <summary>A page of places.</summary>
/// <param name="Beds">The places, in the order they were registered.</param>
/// <param name="Next">The place to go on after, where there are more.</param>
public sealed record BedListView(IReadOnlyList<BedView> Beds, Guid? Next = null);

/// <summary>How places stand, by day, provider and kind.</summary>
/// <param name="Capacity">A line for each day, provider and kind.</param>
public sealed record BedCapacityView(IReadOnlyList<BedCapacity> Capacity);

/// <summary>How much places were used, by provider and kind.</summary>
/// <param name="Occupancy">A line for each provider and kind.</param>
public sealed record BedOccupancyView(IReadOnlyList<BedOccupancy> Occupancy);

/// <summary>What places and cases do not agree on.</summary>
/// <param name="Disagreements">Nothing, where all is well.</param>
public sealed record DisagreementsView(IReadOnlyList<Disagreement> Disagreements);
