using System.Net.Sockets;
using Discharge.Api.Access;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Npgsql;

namespace Discharge.Api.Tests.Requests;

/// <summary>A visit to record.</summary>
/// <param name="OccurredAt">When the person was seen.</param>
/// <param name="By">The role of whoever saw them.</param>
/// <param name="Met">The criteria met.</param>
/// <param name="Place">Where.</param>
/// <param name="Note">In words.</param>
/// <param name="Person">Who was seen.</param>
/// <param name="BornOn">Their date of birth.</param>
/// <param name="Count">How often.</param>
/// <param name="Pathway">On which pathway.</param>
public sealed record VisitRequest(
    Instant OccurredAt,
    StaffRole By,
    Listed<CriterionToReside> Met,
    [property: Longest(20)] string Place,
    string? Note = null,
    VisitedPerson? Person = null,
    LocalDate? BornOn = null,
    int Count = 1,
    Pathway? Pathway = null) : IExample<VisitRequest>
{
    public static VisitRequest Example { get; } = new(
        Instant.FromUtc(2026, 3, 29, 20, 0), StaffRole.OccupationalTherapist, [CriterionToReside.LowerLimbSurgeryWithin48Hours], "Northgate", Pathway: Domain.DischargeCases.Pathway.Pathway1);
}

/// <summary>Who was seen.</summary>
public sealed record VisitedPerson(NhsNumber NhsNumber, OdsCode Practice, OdsCode? Hub);

/// <summary>A visit recorded.</summary>
public sealed record VisitRecorded(VisitRequest Visit, string Fingerprint, long? ExpectedVersion, string? IdempotencyKey, string By) : IExample<VisitRecorded>
{
    public static VisitRecorded Example { get; } = new(VisitRequest.Example, new string('0', 64), 7, null, "development-hub-lead");
}

/// <summary>The endpoints of <see cref="SmallService"/>.</summary>
public static class Visits
{
    public const string Inside = "the words nobody outside should read";

    public static readonly Guid Id = new("019b76da-a800-7000-8000-000000000001");

    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/visits/{id:guid}", Record);
        app.MapGet("/v1/visits", (Delegate)Find);
        app.MapGet("/v1/visits/overriding", (Delegate)MayOverride);
        app.MapGet("/v1/failures/{what}", Fail);
        app.MapGet("/v1/correlation", (Delegate)Correlated);
        app.MapGet("/health/live", () => "alive").AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The person was seen at home.</summary>
    [EndpointSummary("The person was seen at home.")]
    [Accepts<VisitRequest>]
    [Answers<VisitRecorded>]
    [Requires(Operation.RecordHomeVisit)]
    public static async Task<IResult> Record(Guid id, HttpContext http)
    {
        var read = await Request.Read<VisitRequest>(http);
        return await read.Answer(visit => Task.FromResult<IResult>(TypedResults.Ok(
            new VisitRecorded(visit.Body, visit.Fingerprint, visit.ExpectedVersion, visit.IdempotencyKey, Caller.Of(http).Actor.Id))));
    }

    /// <summary>Visits as they were, and as they were known.</summary>
    [Query<Instant>("asOf", "Only what had occurred by then.")]
    [Query<Instant>("knownAt", "Only what had been recorded by then.")]
    [Query<Pathway>("pathway", "Only this pathway.")]
    [Answers<VisitRequest>]
    [ProducesResponseType(StatusCodes.Status422UnprocessableEntity)]
    [Requires(Operation.ReadHistory)]
    public static Task<IResult> Find(HttpContext http)
    {
        var query = http.Request.Query;
        return query.Moment("asOf").And(query.Moment("knownAt")).And(query.Word<Pathway>("pathway")).And(query.Number("limit", 1, 100)).And(query.Code("hub"))
            .Answer(asked => Task.FromResult<IResult>(TypedResults.Ok(asked.First.First.First.First)));
    }

    /// <summary>Whether the caller may override.</summary>
    [Requires(Operation.OverrideDischargeDecision)]
    public static Task<IResult> MayOverride(HttpContext http) => Task.FromResult<IResult>(TypedResults.Ok());

    /// <summary>What the request is called.</summary>
    public static Task<IResult> Correlated(HttpContext http) => Task.FromResult<IResult>(TypedResults.Ok(Correlation.Of(http)));

    /// <summary>Fails as asked.</summary>
    public static IResult Fail(string what) => what switch
    {
        "inside" => throw new InvalidOperationException(Inside),
        "database" => throw new InvalidOperationException(Inside, new NpgsqlException(Inside, new SocketException((int)SocketError.ConnectionRefused))),
        "refused" => Responses.Refused(DecideDischarge.NotReady.For(WhatDischargeNeeds.MissingFrom(new DischargeCase(Id, History.Empty.Facts<DischargeCaseEvent>())))),
        "one-off" => Responses.Refused(AssessFunction.AlreadyAssessed.Naming(4)),
        "taken" => Responses.Refused(OpenCase.AlreadyOpen, Id),
        "stale" => Responses.Stale([new(8, "discharge-case.home-visit-made.v1", Instant.FromUtc(2026, 3, 29, 20, 0), Instant.FromUtc(2026, 3, 29, 20, 5))]),
        "overtaken" => Responses.Overtaken([]),
        "contended" => Responses.Contended,
        "key" => Responses.KeyUsedBefore,
        _ => Responses.NotFound("discharge-case"),
    };
}
