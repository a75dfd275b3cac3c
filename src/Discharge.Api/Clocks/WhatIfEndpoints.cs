using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.Hardening;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.AccessLogs;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Timelines;
using Microsoft.AspNetCore.Http.Timeouts;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Clocks;

/// <summary>Asks what would be if something happened, or if another rule held. Nothing is written.</summary>
public static class WhatIfEndpoints
{
    /// <summary>A dry run over one case: what would be different in its clocks, breaches and bed if this happened, or if these rules held. Nothing is written.</summary>
    [WolverinePost("/v1/cases/{id}/what-if"), Requires(Operation.ReadCase), Asks, Accepts<WhatIfRequest>, Answers<WhatIf, ExampleCase>]
    public static async Task<IResult> DryRun(Guid id, CaseHistories histories, SupposedCommands commands, RuleBook book, TimeProvider time, HttpContext http) =>
        await (await RequestBody.Read<WhatIfRequest>(http))
            .Answer(async body => await histories.ReadAsync(id, http.RequestAborted) is { } history
                ? await commands.Read(StreamTypes.Of(history), body.Value.Facts ?? []).And(body.Value.BookFrom(book))
                    .Then(read => body.Value.MomentFrom(read.Item1, time.GetUtcNow().ToInstant()).Select(at => (Supposed: read.Item1, Other: read.Item2, At: at))).Answer(read =>
                {
                    var (supposed, other, at) = read;
                    return Task.FromResult(Screens.AnswerOnce(WhatIf.Of(book, other, id, history, [.. supposed.Select(request => Supposing(id, request, Caller.Of(http).Sees))], Caller.Of(http).Actor, at), "case", http));
                })
                : Screens.Answer(shown: null, "case", http));

    /// <summary>Tries other lengths on the clocks that started in a period: how they stand, how they would, and which of them flip. Progress comes while it runs. Nothing is written.</summary>
    [DisableRequestTimeout, OfManyReads, WolverinePost("/v1/timelines/back-test"), Requires(Operation.ReadClocks), Asks, Accepts<BackTestRequest>, Answers<BackTestView>]
    public static async Task<IResult> BackTest(BackTests tests, RuleBook book, HttpContext http) =>
        await (await RequestBody.Read<BackTestRequest>(http)).Then(body => body.Value.BookFrom(book).Select(other => (Asked: body.Value, Other: other))).Answer(asked =>
            Task.FromResult<IResult>(new LookedFor(LookOutcome.Shown, [], OfOpenCases: false, new BackTestAnswer(tests.RunAsync(
                asked.Other,
                [.. asked.Asked.Rules.Select(rule => rule.Rule)],
                LocalCalendar.StartOf(asked.Asked.From),
                LocalCalendar.EndOf(asked.Asked.Until),
                Reaches.Of(http),
                http.RequestAborted)), "case")));

    // What the asker may not see must not show in what would be on record already.
    private static WhatIf.Supposed Supposing(Guid id, ICaseRequest request, IReadOnlySet<SensitiveClass> seen) =>
        history => request.Decide(id, SensitiveFacts.SeenBy(seen, history), words => words is null ? null : new NoteRef(Guid.Empty, string.Empty));
}

/// <summary>What is supposed.</summary>
/// <param name="Facts">What would have happened or been decided, in order; each as its own command says it.</param>
/// <param name="Rules">Rules that would allow another length.</param>
/// <param name="At">The moment at which the case is looked at, within a year from now; where it is not said now, or when the last of what is supposed would have happened where that lies ahead. What happens after it does not count.</param>
public sealed record WhatIfRequest(IReadOnlyList<SupposedFact>? Facts = null, IReadOnlyList<SupposedRule>? Rules = null, Instant? At = null) : IExample<WhatIfRequest>
{
    private const int Most = 20;

    private static readonly Duration Farthest = Duration.FromDays(366);

    /// <inheritdoc/>
    public static WhatIfRequest Example => new([new("home-visit", JsonSerializer.SerializeToElement(HomeVisitRequest.Example, ApiJson.Options))], At: ExampleMoment.At(2026, 3, 6, 12, 0));

    /// <summary>The rules as they would be.</summary>
    internal Reading<RuleBook> BookFrom(RuleBook book) => SupposedRule.In(book, Rules ?? [], new LocalDate(2015, 1, 1));

    /// <summary>The moment at which the case is looked at.</summary>
    internal Reading<Instant> MomentFrom(IReadOnlyList<ICaseRequest> supposed, Instant now)
    {
        var last = supposed.Select(request => request.OccurredAt).Append(now).Max();
        return this switch
        {
            { Facts: null or [], Rules: null or [] } => Responses.Unreadable("facts", "Suppose something: facts, rules, or both."),
            { Facts.Count: > Most } => Responses.Unreadable("facts", $"Suppose {Most} facts at the most."),
            { At: { } at } when at > now + Farthest => Responses.Unreadable("at", "Give a moment within a year from now."),
            { At: null } when last > now + Farthest => Responses.Unreadable("facts", "Suppose only what happens within a year from now."),
            _ => At ?? last,
        };
    }
}

/// <summary>Something that would have happened or been decided.</summary>
/// <param name="What">The last part of its command's path, such as "home-visit".</param>
/// <param name="Body">What its command's body would say. Its moment may lie ahead.</param>
public sealed record SupposedFact(string What, JsonElement Body);

/// <summary>A rule that would allow another length.</summary>
/// <param name="Rule">The rule, such as "T01".</param>
/// <param name="Length">How long it would allow, in the words and the calendar of the rule, such as "48 hours".</param>
public sealed record SupposedRule(string Rule, string Length)
{
    /// <summary>The book as it would be from a date on.</summary>
    internal static Reading<RuleBook> In(RuleBook book, IReadOnlyList<SupposedRule> rules, LocalDate from)
    {
        foreach (var (index, supposed) in rules.Index())
        {
            if (book.AsIf(supposed.Rule, supposed.Length, from) is not { } next)
            {
                return book.InForce(supposed.Rule, from) is { } rule
                    ? Responses.Unreadable($"rules[{index}].length", $"{rule.Id} allows {rule.Length.Words} ({rule.Length.Calendar}); give another length written so, where it has one.")
                    : Responses.Unreadable($"rules[{index}].rule", "Give a rule of the rule book that is in force then.");
            }

            book = next;
        }

        return book;
    }
}

/// <summary>Other lengths to try on the past.</summary>
/// <param name="From">The first London date of the period.</param>
/// <param name="Until">The last.</param>
/// <param name="Rules">The rules with the lengths they would allow.</param>
public sealed record BackTestRequest(LocalDate From, LocalDate Until, IReadOnlyList<SupposedRule> Rules) : IExample<BackTestRequest>
{
    /// <inheritdoc/>
    public static BackTestRequest Example => new(new(2026, 1, 1), new(2026, 3, 31), [new("T01", "12 hours")]);

    /// <summary>The rules as they would have been.</summary>
    internal Reading<RuleBook> BookFrom(RuleBook book) => this switch
    {
        { Rules: [] } => Responses.Unreadable("rules", "Give one rule or more to try."),
        { Rules: var rules } when rules.DistinctBy(rule => rule.Rule).Count() < rules.Count => Responses.Unreadable("rules", "Give each rule once."),
        _ when Until < From => Responses.Unreadable("until", "Give a date that is not before from."),
        _ => SupposedRule.In(book, Rules, From),
    };
}
