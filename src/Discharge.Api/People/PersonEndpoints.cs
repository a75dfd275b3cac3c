using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Access;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.People;

/// <summary>Who a person is, and putting it right.</summary>
public static class PersonEndpoints
{
    /// <summary>Who a person is as far as is known now, with what was put right, by whom and when.</summary>
    [WolverineGet("/v1/people/{person}"), Requires(Operation.ReadPerson), Answers<PersonRecord, ExamplePerson>(Tagged = true)]
    public static async Task<IResult> Get(Guid person, PersonCorrections corrections, HttpContext http) => Screens.Answer(
        await corrections.ReadAsync(new PersonRef(person), http.RequestAborted) is { } record ? new Shown(JsonSerializer.Serialize(record, PublicJson.Options), record.Version) : null,
        "person",
        http);

    /// <summary>Puts right who a person is, in every case of theirs and on every board at once. What is left out stays; what stood before is kept, with who put it right and when.</summary>
    [WolverinePost("/v1/people/{person}/details"), Requires(Operation.CorrectPerson), Accepts<PersonCorrectionRequest>, Answers<PersonCorrected, ExamplePerson>(Tagged = true)]
    public static async Task<IResult> Correct(Guid person, PersonCorrections corrections, CaseCommands commands, Reaching reaching, TimeProvider time, HttpContext http) =>
        await (await Request.Read<PersonCorrectionRequest>(http)).Answer(async request => request.Body.Amiss(LocalCalendar.DateOf(time.GetUtcNow().ToInstant())).ToArray() is [_, ..] amiss
            ? Responses.Unreadable(amiss)
            : !await reaching.HoldsAsync(Reaches.Of(http), person, http.RequestAborted)
            ? Responses.NotFound("person")
            : CaseCommands.Answer(
                "person",
                await corrections.CorrectAsync(new PersonRef(person), details => details.PutRight(request.Body.Details, request.Body.NotKnown ?? []), commands.SentWith(request, http), http.RequestAborted),
                http));
}

/// <summary>What is put right of who a person is. What is left out stays as it was.</summary>
/// <param name="NhsNumber">The NHS number, ten digits with or without spaces.</param>
/// <param name="Name">The name.</param>
/// <param name="PreferredName">What they like to be called.</param>
/// <param name="DateOfBirth">The date of birth.</param>
/// <param name="HospitalNumber">The hospital's own number.</param>
/// <param name="Address">Where they live, in words.</param>
/// <param name="Uprn">The Unique Property Reference Number of where they live.</param>
/// <param name="Phone">How to reach them by telephone.</param>
/// <param name="Gender">Their gender, in their words.</param>
/// <param name="Ethnicity">Their ethnicity, in their words.</param>
/// <param name="DischargeAddress">Where they are to go, in words, where it is not where they live.</param>
/// <param name="NotKnown">What was on record and is not known after all.</param>
public sealed record PersonCorrectionRequest(
    NhsNumber? NhsNumber = null,
    [property: Longest(200)] string? Name = null,
    [property: Longest(200)] string? PreferredName = null,
    LocalDate? DateOfBirth = null,
    [property: Longest(40)] string? HospitalNumber = null,
    [property: Longest(500)] string? Address = null,
    Uprn? Uprn = null,
    [property: Longest(40)] string? Phone = null,
    [property: Longest(100)] string? Gender = null,
    [property: Longest(100)] string? Ethnicity = null,
    [property: Longest(500)] string? DischargeAddress = null,
    Listed<PersonField>? NotKnown = null) : IExample<PersonCorrectionRequest>
{
    /// <inheritdoc/>
    public static PersonCorrectionRequest Example => new(Name: "Ada Marlow", Address: "41 Alder Court, Northgate", NotKnown: [PersonField.HospitalNumber]);

    /// <summary>What is put right, as details.</summary>
    internal PersonDetails Details => new(Name, PreferredName, DateOfBirth, NhsNumber?.Value, HospitalNumber, Address, Phone, Gender, Ethnicity, DischargeAddress, Uprn?.Value);

    /// <summary>What is to be put right in the request itself, by the name of the field.</summary>
    internal IEnumerable<(string Field, string Sentence)> Amiss(LocalDate today)
    {
        var given = Enum.GetValues<PersonField>().Where(field => Details.Of(field) is not null).ToArray();
        return
        [
            .. given is [] && NotKnown is null or [] ? [(FieldErrors.Body, "Say what is to be put right.")] : Array.Empty<(string, string)>(),
            .. given.Intersect(NotKnown ?? []).Select(field => ("notKnown", $"Leave {PublicJson.Spell(field)} out here, or where it is given: it is either known or not.")),
            .. DischargeCases.Amiss.InDateOfBirth(DateOfBirth, "dateOfBirth", today),
        ];
    }
}

/// <summary>The person of the contract's examples once they were put right.</summary>
internal sealed class ExamplePerson : IExample<PersonRecord>, IExample<PersonCorrected>
{
    private static readonly PersonDetails After = ExampleCase.Person.PutRight(PersonCorrectionRequest.Example.Details, PersonCorrectionRequest.Example.NotKnown ?? []);

    /// <inheritdoc/>
    static PersonRecord IExample<PersonRecord>.Example => new(ExampleCase.JustLeft.PersonRef, Version: 2, After,
    [
        new(Version: 2, ExampleMoment.At(2026, 3, 3, 11, 20), "c-41d7", Caller.Named(Role.DischargeCoordinator), OdsCode.Parse("QMJ01"), After.DifferingFrom(ExampleCase.Person), ExampleCase.Person),
    ]);

    /// <inheritdoc/>
    static PersonCorrected IExample<PersonCorrected>.Example => new(ExampleCase.JustLeft.PersonRef, Version: 2, After.DifferingFrom(ExampleCase.Person));
}
