using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.Hardening;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.AccessLogs;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Records;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Records;

/// <summary>Requests of people for access to their record: by when they are answered, what is withheld and on which ground, and the answer itself.</summary>
public static class SubjectAccessEndpoints
{
    private const string What = "subject-access-request";

    private const int Most = 500;

    private const int Usual = 100;

    /// <summary>
    /// Records that a person asked for their record, and says by when it is answered: one month from the day of receipt, to the corresponding day of the next month or its last one, and where that is a Saturday or Sunday to the Monday after it.
    /// Public holidays are not counted: a due day on one is shown as it is.
    /// </summary>
    [WolverinePost("/v1/people/{person}/subject-access-requests"), Requires(Operation.AnswerSubjectAccess), Accepts<SubjectAccessReceipt>]
    [Answers<SubjectAccessView, ExampleSubjectAccess>(StatusCodes.Status201Created, Tagged = true), Answers<SubjectAccessView, ExampleSubjectAccess>(Tagged = true)]
    public static Task<IResult> Receive(Guid person, SubjectAccessRequests requests, CaseCommands commands, TimeProvider time, HttpContext http) =>
        Read<SubjectAccessReceipt>(commands, time, http, "person", (body, sent) => requests.ReceiveAsync(new PersonRef(person), ((ISubjectAccessBody)body).Asked, sent, http.RequestAborted));

    /// <summary>The requests that are not answered, by the day they are due; those of which the day is over are marked as overdue. Nothing here says who anybody is.</summary>
    [WolverineGet("/v1/subject-access-requests"), Requires(Operation.AnswerSubjectAccess), Answers<SubjectAccessList, ExampleSubjectAccess>(Tagged = true)]
    [Query<Guid>("after", "The requests after this one: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 500; 100 where it is not said.")]
    public static Task<IResult> List(SubjectAccessRequests requests, HttpContext http) =>
        Places.Id(http.Request.Query, "after").And(http.Request.Query.Number("limit", 1, Most)).Answer(async read =>
        {
            var page = await requests.PageAsync(Reaches.Of(http), read.First, read.Second ?? Usual, http.RequestAborted);
            if (page.Next is { } next)
            {
                http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
            }

            return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(page, PublicJson.Options), Version: 0), What, http);
        });

    /// <summary>A request as it stands: by when it is due, what is withheld, and everything that was done, with the reasons in words.</summary>
    [WolverineGet("/v1/subject-access-requests/{id}"), Requires(Operation.AnswerSubjectAccess), Answers<SubjectAccessView, ExampleSubjectAccess>(Tagged = true)]
    public static async Task<IResult> Get(Guid id, SubjectAccessRequests requests, HttpContext http) => Screens.Answer(
        await requests.ReadAsync(id, http.RequestAborted) is { } view ? new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), view.Version) : null, What, http);

    /// <summary>Makes the time to answer longer by two further months, once, where the person was told why within the first month.</summary>
    [WolverinePost("/v1/subject-access-requests/{id}/extensions"), Requires(Operation.AnswerSubjectAccess), Accepts<SubjectAccessExtension>, Answers<SubjectAccessView, ExampleSubjectAccess>(Tagged = true)]
    public static Task<IResult> Extend(Guid id, SubjectAccessRequests requests, CaseCommands commands, TimeProvider time, HttpContext http) => Take<SubjectAccessExtension>(id, requests, commands, time, http);

    /// <summary>Withholds the words of an entry, or all of it, from the answer, on a ground. What is about others is withheld by itself already.</summary>
    [WolverinePost("/v1/subject-access-requests/{id}/redactions"), Requires(Operation.AnswerSubjectAccess), Accepts<RedactionRequest>, Answers<SubjectAccessView, ExampleSubjectAccess>(Tagged = true)]
    public static Task<IResult> Withhold(Guid id, SubjectAccessRequests requests, CaseCommands commands, TimeProvider time, HttpContext http) => Take<RedactionRequest>(id, requests, commands, time, http);

    /// <summary>Shows after all what was withheld under a number.</summary>
    [WolverinePost("/v1/subject-access-requests/{id}/redactions/{redaction}/withdrawal"), Requires(Operation.AnswerSubjectAccess), Accepts<RedactionWithdrawal>, Answers<SubjectAccessView, ExampleSubjectAccess>(Tagged = true)]
    public static Task<IResult> ShowAfterAll(Guid id, int redaction, SubjectAccessRequests requests, CaseCommands commands, TimeProvider time, HttpContext http) =>
        Take<RedactionWithdrawal>(id, requests, commands, time, http, body => body with { Redaction = redaction });

    /// <summary>
    /// The answer as a file: who the person is and how that was put right, the records linked with theirs, every case with its entries in order, their words and notices, and how much is withheld on which ground. Whoever recorded
    /// something is named by role and organisation alone. It is put together anew each time, and a look of its own.
    /// </summary>
    [OfManyReads, WolverineGet("/v1/subject-access-requests/{id}/export"), Requires(Operation.AnswerSubjectAccess), Answers<SubjectAccessExport, ExampleSubjectAccess>]
    public static async Task<IResult> Export(Guid id, SubjectAccessExports exports, HttpContext http)
    {
        if (await exports.ReadAsync(id, Caller.Of(http).Sees, Reaches.Of(http), http.RequestAborted) is not { } export)
        {
            return Screens.Answer(shown: null, What, http);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(export, PublicJson.Options);
        return new LookedFor(LookOutcome.Shown, NamedIds.In(json), OfOpenCases: false, new Attached($"subject-access-{id}.json", new WrittenJson(json)), What);
    }

    /// <summary>Records that the answer was sent. Nothing of the request is changed any more.</summary>
    [WolverinePost("/v1/subject-access-requests/{id}/answer"), Requires(Operation.AnswerSubjectAccess), Accepts<SubjectAccessAnswer>, Answers<SubjectAccessView, ExampleSubjectAccess>(Tagged = true)]
    public static Task<IResult> Answer(Guid id, SubjectAccessRequests requests, CaseCommands commands, TimeProvider time, HttpContext http) => Take<SubjectAccessAnswer>(id, requests, commands, time, http);

    private static Task<IResult> Take<T>(Guid id, SubjectAccessRequests requests, CaseCommands commands, TimeProvider time, HttpContext http, Func<T, T>? completing = null)
        where T : ISubjectAccessBody => Read<T>(commands, time, http, What, (body, sent) =>
        {
            var completed = completing is null ? body : completing(body);
            return requests.TakeAsync(id, completed.Asked, completed.Said, sent, http.RequestAborted);
        });

    private static async Task<IResult> Read<T>(CaseCommands commands, TimeProvider time, HttpContext http, string what, Func<T, Sent, Task<Outcome>> change)
        where T : ISubjectAccessBody => await (await Request.Read<T>(http)).Answer(async request => request.Body.Amiss(LocalCalendar.DateOf(time.GetUtcNow().ToInstant())).ToArray() is [_, ..] amiss
            ? Responses.Unreadable(amiss)
            : CaseCommands.Answer(what, await change(request.Body, commands.SentWith(request, http)), http));
}

/// <summary>An answer that is kept as a file by whoever asked for it, and by nothing on the way.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Attached(string Name, IResult Answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{Name}\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        return Answer.ExecuteAsync(httpContext);
    }
}
