using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What keeps a person in hospital, and where the time from ready to gone went.</summary>
public static class DelayEndpoints
{
    /// <summary>Records that something began to keep the person in hospital; several delays may run at once.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/delays"), Requires(Operation.RecordDelay), Accepts<DelayRequest>, Records]
    public static Task<IResult> Start(Guid id, DelayCodes codes, CaseCommands cases, HttpContext http) =>
        cases.Run<DelayRequest>(DischargeCaseType.Instance, id, http, request => request.In(codes));

    /// <summary>Records that a delay ended.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/delays/{delayId}/end"), Requires(Operation.RecordDelay), Accepts<DelayEndRequest>, Records]
    public static Task<IResult> End(Guid id, long delayId, CaseCommands cases, HttpContext http) =>
        cases.Run<DelayEndRequest>(DischargeCaseType.Instance, id, http, request => request with { Delay = delayId });

    /// <summary>Names the primary delay of a day; the last naming for a day counts.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/primary-delays"), Requires(Operation.RecordDelay), Accepts<PrimaryDelayRequest>, Records]
    public static Task<IResult> NamePrimary(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PrimaryDelayRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>How long people waited from ready to gone: the share on the day, averages and bands over everybody who left, by site and period. The answer is live.</summary>
    [WolverineGet("/v1/discharge-cases/delay-measures"), Requires(Operation.ReadDelayMeasures), Answers<DelayMeasuresView, ExampleCase>(Tagged = true)]
    [Query<OdsCode>("site", "Only who left this hospital site.")]
    [Query<LocalDate>("from", "Only who left on this date or later.")]
    [Query<LocalDate>("to", "Only who left on this date or earlier.")]
    public static Task<IResult> Measures(DelayMeasuring measuring, HttpContext http) => Asked(http.Request.Query).Answer(async asked => Screens.Answer(
        new Shown(JsonSerializer.Serialize(await measuring.MeasureAsync(asked.Site, asked.From, asked.To, Reaches.Of(http), http.RequestAborted), PublicJson.Options), version: 0), "delay-measures", http));

    /// <summary>Where the time from ready to gone, or to now, went: attributed to delays or to nothing, and the two always add up.</summary>
    [WolverineGet("/v1/discharge-cases/{id}/delay-ledger"), Requires(Operation.ReadDelayLedger), Answers<DelayLedgerView, ExampleCase>(Tagged = true)]
    [Query<string>("codeset", "Another list of reasons with its version, such as community-2023, in which each reason's equivalent is shown.")]
    public static Task<IResult> Ledger(Guid id, DelayCodes codes, CaseHistories histories, TimeProvider time, HttpContext http) =>
        codes.Asked(http.Request.Query).Answer(async codeset => Screens.Answer(
            await histories.ReadAsync(id, http.RequestAborted) is { } history && StreamTypes.Of(history) == DischargeCaseType.Instance
                ? new Shown(JsonSerializer.Serialize(DelayLedgerView.Of(DischargeCaseType.StateOf(id, history), time.GetUtcNow().ToInstant(), codeset), PublicJson.Options), history.Version)
                : null,
            DischargeCaseType.Instance.Name,
            http));

    private static Reading<(OdsCode? Site, LocalDate? From, LocalDate? To)> Asked(IQueryCollection query) =>
        query.Code("site").And(query.Date("from")).And(query.Date("to")).Then<(OdsCode? Site, LocalDate? From, LocalDate? To)>(read => read switch
        {
            var ((_, from), to) when to < from => Responses.Unreadable("to", "Give a date that is not before from."),
            var ((site, from), to) => (site, from, to),
        });
}
