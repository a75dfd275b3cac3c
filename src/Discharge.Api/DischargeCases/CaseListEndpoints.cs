using System.Globalization;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>Finds cases.</summary>
public static class CaseListEndpoints
{
    private const int Most = 200;

    private const int Usual = 50;

    /// <summary>Cases by site, ward, hub, pathway and phase, one's own, and those in which something is due before a moment; open cases where no phase is given.</summary>
    [WolverineGet("/v1/discharge-cases"), Requires(Operation.ReadCase), Answers<CaseListView>(Tagged = true)]
    [Query<OdsCode>("site", "Only this hospital site.")]
    [Query<string>("ward", "Only this ward.")]
    [Query<OdsCode>("hub", "Only this care transfer hub.")]
    [Query<Pathway>("pathway", "Only this pathway.")]
    [Query<DischargePhase>("phase", "Only this phase, open or not.")]
    [Query<bool>("mine", "Only cases the caller opened or is the case manager of.")]
    [Query<Instant>("dueBefore", "Only cases in which a clock, a referral, a task or anything else that is next is due before this, such as next Monday at 09:00.")]
    [Query<Guid>("after", "The cases after this one: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 200; 50 where it is not said.")]
    public static Task<IResult> List(CaseLists lists, HttpContext http) => Filter(http).Answer(async filter =>
    {
        var (json, next) = await lists.PageAsync(filter, Reaches.Of(http), http.RequestAborted);
        if (next is { } after)
        {
            http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, after.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
        }

        return Screens.Answer(new Shown(json, Version: 0) { OfOpenCases = filter.Phase is null }, "discharge-case", http);
    });

    private static Reading<CaseFilter> Filter(HttpContext http)
    {
        var query = http.Request.Query;
        return query.Code("site").And(query.Code("hub")).And(query.Word<Pathway>("pathway")).And(query.Word<DischargePhase>("phase")).And(query.Moment("dueBefore"))
            .And(query.Number("limit", 1, Most)).And(Places.Id(query, "after")).And(Places.YesOrNo(query, "mine")).And(Places.Words(query, "ward", OpenCaseRequest.LongestWard)).Select(read =>
            {
                var ((((((((site, hub), pathway), phase), dueBefore), limit), after), mine), ward) = read;
                return new CaseFilter(
                    site, ward, hub, pathway, phase, mine ? Caller.Of(http).Actor.Id : null, dueBefore, after, limit ?? Usual);
            });
    }
}

/// <summary>A page of cases.</summary>
/// <param name="Cases">The cases, in the order they were opened.</param>
/// <param name="Next">The case to go on after, where there are more.</param>
public sealed record CaseListView(IReadOnlyList<WithPerson<WardBoardRow>> Cases, Guid? Next = null) : IExample<CaseListView>
{
    /// <inheritdoc/>
    public static CaseListView Example => new([ExampleCase.Shown(WardBoardRow.Of(ExampleCase.JustLeft))], ExampleCase.JustLeft.Id);
}
