using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.Timelines;

/// <summary>The rule book, and the arithmetic of each rule on its own.</summary>
public static class TimelineEndpoints
{
    /// <summary>Every rule: what starts and stops it, how long it allows, who is warned, on whose authority, and whether it is in use.</summary>
    [WolverineGet("/v1/timelines"), Requires(Operation.ReadTimelines), Answers<RuleBookView>(Tagged = true)]
    public static IResult RuleBookOf(RuleBook book, HttpContext http) => Shown(RuleBookView.Of(book.Rules), http);

    /// <summary>When a clock of this rule, started at a moment, would be due, and how that is counted.</summary>
    [WolverineGet("/v1/timelines/{id}/due"), Requires(Operation.ReadTimelines), Answers<DueView>(Tagged = true)]
    [Query<Instant>("startedAt", "When the clock would start.", Required = true)]
    [ProducesResponseType(StatusCodes.Status422UnprocessableEntity)]
    public static Task<IResult> Due(string id, RuleBook book, HttpContext http) =>
        http.Request.Query.Moment("startedAt").Required("startedAt").Answer(startedAt => Task.FromResult(book.DueAfter(id, startedAt) switch
        {
            null => Responses.NotFound("timeline"),
            Due due => Shown(DueView.Of(due), http),
            NoDue none => Responses.Refused(new(none.Code, none.Sentence, "A rule with one due moment, and a start on a date it was in force.")),
            _ => throw new InvalidOperationException("There is a due moment or there is none."),
        }));

    private static IResult Shown<T>(T view, HttpContext http) => Screens.Answer(new Shown(JsonSerializer.Serialize(view, PublicJson.Options), version: 0), "timeline", http);
}

/// <summary>When a clock would be due.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="StartedAt">The start.</param>
/// <param name="DueAt">The last microsecond that meets the rule.</param>
/// <param name="DueOn">The date it is due on, where it counts dates.</param>
/// <param name="BreachAt">The first microsecond that no longer meets it.</param>
/// <param name="EarliestAt">The first moment that meets it, where it has one.</param>
/// <param name="Explanation">How it was counted, in sentences a stranger can recompute.</param>
/// <param name="Tzdb">The version of the time zone database it was counted with.</param>
public sealed record DueView(
    string? RuleId, Instant StartedAt, Instant DueAt, LocalDate? DueOn, Instant BreachAt, Instant? EarliestAt, IReadOnlyList<string> Explanation, string Tzdb) : IExample<DueView>
{
    /// <inheritdoc/>
    public static DueView Example => Of((Due)RuleBook.Standard.DueAfter("T01", ExampleMoment.At(2026, 3, 28, 20, 0))!);

    /// <summary>A due as it is shown.</summary>
    public static DueView Of(Due due) =>
        new(due.RuleId, due.StartedAt, due.DueAt, due.DueOn, due.BreachAt, due.EarliestAt, due.Explanation, LocalCalendar.TzdbVersion);
}
