using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.Hardening;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Timelines;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Clocks;

/// <summary>What falls due, across all cases and in one, and how that was counted.</summary>
public static class ClockEndpoints
{
    private const int Most = 500;

    private const int Usual = 100;

    private static readonly Duration Farthest = Duration.FromDays(31);

    /// <summary>What falls due across all cases, in the order of the due moments; open clocks where no status is given.</summary>
    [WolverineGet("/v1/clocks"), Requires(Operation.ReadClocks), Answers<ClockListView>(Tagged = true)]
    [Query<Instant>("dueBefore", "Only clocks due before this, such as next Monday at 09:00.")]
    [Query<ClockStatus>("status", "Only clocks that stand so, open or not.")]
    [Query<string>("rule", "Only clocks of this rule, such as T01.")]
    [Query<OdsCode>("site", "Only this hospital site.")]
    [Query<string>("ward", "Only this ward.")]
    [Query<OdsCode>("hub", "Only this care transfer hub.")]
    [Query<Pathway>("pathway", "Only this pathway.")]
    [Query<Owner>("owner", "Only clocks that wait for this team.")]
    [Query<OdsCode>("team", "Only clocks of reablement cases or rehabilitation-bed cases of this team.")]
    [Query<string>("after", "The clocks after this place: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 500; 100 where it is not said.")]
    public static Task<IResult> List(ClockLists lists, RuleBook book, HttpContext http) => Filter(book, http.Request.Query).Answer(async filter =>
    {
        var (clocks, next) = await lists.PageAsync(filter, Reaches.Of(http), http.RequestAborted);
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString())}>; rel=\"next\"";
        }

        return Shown(new ClockListView(clocks, next?.ToString()), http);
    });

    /// <summary>What the clocks will say and record up to a moment if nobody does anything.</summary>
    [OfManyReads, WolverineGet("/v1/clocks/forecast"), Requires(Operation.ReadClocks), Answers<Forecast, ExampleCase>]
    [Query<Instant>("until", "Up to this moment, within 31 days.", Required = true)]
    public static Task<IResult> Forecast(Forecasts forecasts, TimeProvider time, HttpContext http) => http.Request.Query.Moment("until").Required("until")
        .Then(until => time.GetUtcNow().ToInstant() is var now && until > now && until <= now + Farthest
            ? (Reading<Instant>)until
            : Responses.Unreadable("until", "Give a moment ahead, within 31 days."))
        .Answer(async until => Screens.AnswerOnce(await forecasts.UntilAsync(until, Reaches.Of(http), http.RequestAborted), "forecast", http));

    /// <summary>The clocks of a case, each with how it came to its due moment: enough for a stranger to recompute it.</summary>
    [WolverineGet("/v1/cases/{id}/clocks"), Requires(Operation.ReadCase), Answers<ExplainedClocksView, ExampleCase>(Tagged = true)]
    public static async Task<IResult> Explain(Guid id, CaseHistories histories, RuleBook book, TimeProvider time, HttpContext http) =>
        Screens.Answer(
            await histories.ReadAsync(id, http.RequestAborted) is { } history
                ? new Shown(JsonSerializer.Serialize(ExplainedClocksView.Of(CaseNow.Of(StreamTypes.Of(history), book, id, history, time.GetUtcNow().ToInstant())), PublicJson.Options), history.Version)
                : null,
            "case",
            http);

    private static Reading<ClockFilter> Filter(RuleBook book, IQueryCollection query) =>
        query.Moment("dueBefore").And(query.Word<ClockStatus>("status")).And(RuleIn(book, query)).And(query.Code("site")).And(Places.Words(query, "ward", OpenCaseRequest.LongestWard))
            .And(query.Code("hub").And(query.Word<Pathway>("pathway")).And(query.Word<Owner>("owner")).And(After(query)).And(query.Number("limit", 1, Most)).And(query.Code("team")))
            .Select(read =>
            {
                var (((((dueBefore, status), rule), site), ward), (((((hub, pathway), owner), after), limit), team)) = read;
                return new ClockFilter
                {
                    DueBefore = dueBefore,
                    Status = status,
                    Rule = rule,
                    Site = site,
                    Ward = ward,
                    Hub = hub,
                    Pathway = pathway,
                    Owner = owner,
                    Team = team,
                    After = after,
                    Limit = limit ?? Usual,
                };
            });

    private static Reading<string?> RuleIn(RuleBook book, IQueryCollection query) => (string?)query["rule"] switch
    {
        null or "" => (string?)null,
        var id when book.Eras(id).Any() => id,
        _ => Responses.Unreadable("rule", string.Create(CultureInfo.InvariantCulture, $"Give a rule of the rule book: {book.Rules[0].Id} to {book.Rules[^1].Id}.")),
    };

    private static Reading<ClockPlace?> After(IQueryCollection query) => (string?)query["after"] switch
    {
        null or "" => (ClockPlace?)null,
        var text when ClockPlace.Parse(text) is { } place => place,
        _ => Responses.Unreadable("after", "Give the place that the page before gave as next."),
    };

    private static IResult Shown<T>(T view, HttpContext http) => Screens.Answer(new Shown(JsonSerializer.Serialize(view, PublicJson.Options), version: 0), "clock", http);
}

/// <summary>A page of clocks.</summary>
/// <param name="Clocks">The clocks, in the order in which they fall due.</param>
/// <param name="Next">The place to go on after, where there are more.</param>
public sealed record ClockListView(IReadOnlyList<ListedClock> Clocks, string? Next = null) : IExample<ClockListView>
{
    /// <inheritdoc/>
    public static ClockListView Example => ExampleCase.JustLeft is var shown
        ? new([.. shown.Clocks.Select(clock => new ListedClock(
            shown.Id, clock.Rule, 1, clock.Name, clock.Kind, clock.Status, clock.StartedAt, clock.StartedBy, clock.DueAt, clock.BreachAt, null, null, Owner.ReablementTeam,
            shown.Site.Value, shown.Ward, shown.Hub.Value, shown.Pathway))])
        : throw new InvalidOperationException("The example has no case.");
}

/// <summary>The clocks of a case, explained.</summary>
/// <param name="Id">The case.</param>
/// <param name="At">When they stood so.</param>
/// <param name="Clocks">The clocks.</param>
public sealed record ExplainedClocksView(Guid Id, Instant At, IReadOnlyList<ExplainedClock> Clocks)
{
    /// <summary>The clocks of a case as they stand.</summary>
    public static ExplainedClocksView Of(CaseNow now) => new(now.Id, now.At, ExplainedClock.Of(now));
}
