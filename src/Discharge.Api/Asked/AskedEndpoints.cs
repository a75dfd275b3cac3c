using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Persistence;
using Discharge.Persistence.Asked;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.Asked;

/// <summary>What is asked of whoever provides something, and nothing else of the cases that ask it.</summary>
public static class AskedEndpoints
{
    private const int Most = 200;

    private const int Usual = 50;

    /// <summary>
    /// What is asked of the caller's organisation, and of those whose work it does: referrals, tasks, places, care, advocates, teams. What is open comes first, and of that whoever has waited longest. The person it
    /// is for is named while it is open, and never afterwards.
    /// </summary>
    [WolverineGet("/v1/requests"), Requires(Operation.ReadRequests), Answers<AskedList, ExampleAsked>(Tagged = true)]
    [Query<bool>("ended", "Also what ended within the last 30 days.")]
    [Query<string>("after", "What comes after this place: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 200; 50 where it is not said.")]
    public static Task<IResult> List(AskedLists lists, HttpContext http)
    {
        var query = http.Request.Query;
        return Places.YesOrNo(query, "ended").And(After(query)).And(query.Number("limit", 1, Most)).Answer(async read =>
        {
            var ((ended, after), limit) = read;
            var page = await lists.PageAsync(Reaches.Of(http), ended, after, limit ?? Usual, http.RequestAborted);
            if (page.Next is { } next)
            {
                http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next)}>; rel=\"next\"";
            }

            return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(page, PublicJson.Options), Version: 0), "request", http);
        });
    }

    private static Reading<AskedPlace?> After(IQueryCollection query) => query["after"] switch
    {
        [] or [""] => (AskedPlace?)null,
        [{ } text] when AskedPlace.Parse(text) is { } place => place,
        _ => Responses.Unreadable("after", "Give the place that the page before gave as next."),
    };
}

/// <summary>What the case of the contract's examples asks when the person has just left.</summary>
internal sealed class ExampleAsked : IExample<AskedList>
{
    /// <inheritdoc/>
    public static AskedList Example => new([.. ExampleCase.Asked.OrderBy(asked => asked.Person is null).ThenBy(asked => asked.AskedAt)], Next: null);
}
