using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.Wards;

/// <summary>What a ward round looks at.</summary>
public static class WardBoardEndpoints
{
    /// <summary>The ward now: a row for each person with an open case, the clock due first on top.</summary>
    [WolverineGet("/v1/wards/{odsSite}/{ward}/board"), Requires(Operation.ReadBoard), Answers<WardBoard>(Tagged = true)]
    public static Task<IResult> Board(string odsSite, string ward, DischargeCaseScreens screens, HttpContext http) =>
        Places.Code("odsSite", odsSite).And(Places.Words("ward", Places.Slashes(ward), OpenCaseRequest.LongestWard)).Answer(async place =>
            Screens.Answer(await screens.WardBoardAsync(place.First, place.Second, Reaches.Of(http), http.RequestAborted), "ward", http));
}
