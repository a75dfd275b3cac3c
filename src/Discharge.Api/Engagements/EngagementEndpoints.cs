using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Engagements;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Engagements;

/// <summary>Whose cases auditors may know of. They see nobody's name until they say why they must.</summary>
public static class EngagementEndpoints
{
    private const int Most = 200;

    private const int Usual = 50;

    /// <summary>Records an engagement: until it is over, or ended, auditors of that body see these cases, and no others, without names. It is for whoever works for all of the organisations whose cases they are.</summary>
    [WolverinePost("/v1/engagements"), Requires(Operation.KeepEngagements), Accepts<EngagementRequest>, Answers<Engagement, ExampleEngagement>(StatusCodes.Status201Created, Tagged = true, Located = false)]
    public static async Task<IResult> Record(EngagementRecords engagements, CaseCommands commands, TimeProvider time, HttpContext http) =>
        await (await Request.Read<EngagementRequest>(http)).Answer(async request => request.Body.Amiss(time.GetUtcNow().ToInstant(), Reaches.Of(http)).ToArray() is [_, ..] amiss
            ? Responses.Unreadable(amiss)
            : CaseCommands.Answer("engagement", await engagements.RecordAsync(request.Body.Scope, commands.SentWith(request, http), http.RequestAborted), http));

    /// <summary>Engagements, the last recorded first: for an auditor, those of their own body; else those whose organisations the caller works for, all of them.</summary>
    [WolverineGet("/v1/engagements"), Requires(Operation.ReadEngagements), Answers<EngagementList, ExampleEngagement>(Tagged = true)]
    [Query<Guid>("after", "The engagements before this one: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 200; 50 where it is not said.")]
    public static Task<IResult> List(EngagementRecords engagements, HttpContext http) =>
        Places.Id(http.Request.Query, "after").And(http.Request.Query.Number("limit", 1, Most)).Answer(async read =>
        {
            var (after, limit) = read;
            var caller = Caller.Of(http);
            var page = await (caller.Role is Role.Auditor
                ? engagements.PageAsync(caller.Actor.Organisation, keeper: null, after, limit ?? Usual, http.RequestAborted)
                : engagements.PageAsync(body: null, Reaches.Of(http), after, limit ?? Usual, http.RequestAborted));
            if (page.Next is { } next)
            {
                http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
            }

            return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(page, PublicJson.Options), Version: 0), "engagement", http);
        });

    /// <summary>Ends an engagement before its time. What was ended already stays so.</summary>
    [WolverinePost("/v1/engagements/{id}/end"), Requires(Operation.KeepEngagements), Accepts<EngagementEndRequest>, Answers<Engagement, ExampleEngagement.Ended>(Tagged = true)]
    public static async Task<IResult> End(Guid id, EngagementRecords engagements, CaseCommands commands, HttpContext http) =>
        await (await Request.Read<EngagementEndRequest>(http)).Answer(async request =>
            CaseCommands.Answer("engagement", await engagements.EndAsync(id, PublicJson.Spell(request.Body.Reason), commands.SentWith(request, http), http.RequestAborted), http));

    /// <summary>Names to the calling auditor, and to nobody else, whom one case of an engagement of theirs is about, with the words of its notes, from now on and until the engagement is over. It changes nothing in the case.</summary>
    [WolverinePost("/v1/cases/{id}/reveal"), Requires(Operation.RevealPerson), Accepts<RevealRequest>, Answers<Reveal, ExampleEngagement>(Tagged = true)]
    public static async Task<IResult> Reveal(Guid id, EngagementRecords engagements, CaseCommands commands, HttpContext http) =>
        await (await Request.Read<RevealRequest>(http)).Answer(async request =>
            await engagements.RevealAsync(id, PublicJson.Spell(request.Body.Ground), request.Body.Reason, commands.SentWith(request, http), http.RequestAborted) switch
            {
                // That it was asked for is a look, whatever is looked at then.
                Outcome.Answered answered => Screens.Answer(new Shown(answered.Body, answered.Version), "case", http),
                var outcome => CaseCommands.Answer("case", outcome, http),
            });
}
