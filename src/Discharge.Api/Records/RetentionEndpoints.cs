using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Records;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Records;

/// <summary>How long people's records are kept, and their disposal. Nothing here says who anybody is.</summary>
public static class RetentionEndpoints
{
    private const int Most = 500;

    private const int Usual = 100;

    /// <summary>Whose retention has ended, in the order of their references. A page looks at so many records and shows those it has ended of, so it may be short, or empty, where there is a next.</summary>
    [WolverineGet("/v1/retention"), Requires(Operation.ReadRetention), Answers<RetentionList, ExampleRetention>(Tagged = true)]
    [Query<Guid>("after", "The people after this one: next of the page before.")]
    [Query<int>("limit", "At how many records it looks at the most, 1 to 500; 100 where it is not said.")]
    public static Task<IResult> List(RetentionRecords records, HttpContext http) =>
        Places.Id(http.Request.Query, "after").And(http.Request.Query.Number("limit", 1, Most)).Answer(async read =>
        {
            var (after, limit) = read;
            var page = await records.PageAsync(Reaches.Of(http), after, limit ?? Usual, http.RequestAborted);
            if (page.Next is { } next)
            {
                http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
            }

            return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(page, PublicJson.Options), Version: 0), "person", http);
        });

    /// <summary>How long a person's record is kept and why, what was decided of it, and of a record that was disposed of, who did so, when and on what authority.</summary>
    [WolverineGet("/v1/people/{person}/retention"), Requires(Operation.ReadRetention), Answers<RetentionView, ExampleRetention>(Tagged = true)]
    public static async Task<IResult> Get(Guid person, RetentionRecords records, HttpContext http) => Screens.Answer(
        await records.ReadAsync(new PersonRef(person), http.RequestAborted) is { } view ? new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), view.Version) : null, "person", http);

    /// <summary>Places a legal hold: nothing of the person is disposed of until it is lifted. One that stands for the same reason already stays as it is.</summary>
    [WolverinePost("/v1/people/{person}/legal-holds"), Requires(Operation.HoldRecords), Accepts<LegalHoldRequest>, Answers<RetentionView, ExampleRetention>(Tagged = true)]
    public static Task<IResult> Hold(Guid person, RetentionRecords records, CaseCommands commands, TimeProvider time, HttpContext http) => Decide<LegalHoldRequest>(person, records, commands, time, http);

    /// <summary>Lifts the legal hold that stands for a reason.</summary>
    [WolverinePost("/v1/people/{person}/legal-hold-ends"), Requires(Operation.HoldRecords), Accepts<LegalHoldEndRequest>, Answers<RetentionView, ExampleRetention>(Tagged = true)]
    public static Task<IResult> Lift(Guid person, RetentionRecords records, CaseCommands commands, TimeProvider time, HttpContext http) => Decide<LegalHoldEndRequest>(person, records, commands, time, http);

    /// <summary>Records that the record was appraised: to be kept until a date, or as one to dispose of. The last appraisal stands, and none from before care went on again.</summary>
    [WolverinePost("/v1/people/{person}/appraisals"), Requires(Operation.AppraiseRecords), Accepts<AppraisalRequest>, Answers<RetentionView, ExampleRetention>(Tagged = true)]
    public static Task<IResult> Appraise(Guid person, RetentionRecords records, CaseCommands commands, TimeProvider time, HttpContext http) => Decide<AppraisalRequest>(person, records, commands, time, http);

    /// <summary>
    /// Destroys the person's key and everything personal under it, for good; cases, counts and clocks stay. Refused while care goes on, before retention has ended, under a legal hold, and without an appraisal by
    /// somebody else to dispose. Asked for again, it answers with the disposal on record.
    /// </summary>
    [WolverinePost("/v1/people/{person}/disposals"), Requires(Operation.DisposeOfRecords), Accepts<DisposalRequest>, Answers<RetentionView, ExampleRetention>(Tagged = true)]
    public static Task<IResult> DisposeOf(Guid person, RetentionRecords records, CaseCommands commands, TimeProvider time, HttpContext http) => Decide<DisposalRequest>(person, records, commands, time, http);

    private static async Task<IResult> Decide<T>(Guid person, RetentionRecords records, CaseCommands commands, TimeProvider time, HttpContext http)
        where T : IRetentionRequest => await (await Request.Read<T>(http)).Answer(async request => request.Body.Amiss(LocalCalendar.DateOf(time.GetUtcNow().ToInstant())).ToArray() is [_, ..] amiss
            ? Responses.Unreadable(amiss)
            : CaseCommands.Answer("person", await records.DecideAsync(new PersonRef(person), request.Body.Asked, commands.SentWith(request, http), http.RequestAborted), http));
}
