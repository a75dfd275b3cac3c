using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A case to be opened.</summary>
/// <param name="OccurredAt">When the case is opened: at admission, or when the person is first heard of on a ward.</param>
/// <param name="Person">Who the person is.</param>
/// <param name="Site">The hospital site's ODS code.</param>
/// <param name="Ward">The ward's name at that site.</param>
/// <param name="Hub">The care transfer hub's ODS code.</param>
/// <param name="Residence">Where they usually live.</param>
/// <param name="Bed">The bed, where known.</param>
/// <param name="AdmittedAt">When they were admitted, where known.</param>
/// <param name="Authority">The local authority that answers for their care; unknown where left out.</param>
public sealed record OpenCaseRequest(
    Instant OccurredAt,
    PersonRequest Person,
    OdsCode Site,
    [property: Longest(OpenCaseRequest.LongestWard)] string Ward,
    OdsCode Hub,
    UsualResidence Residence,
    [property: Longest(20)] string? Bed = null,
    Instant? AdmittedAt = null,
    ResponsibleAuthority? Authority = null) : IDated, IExample<OpenCaseRequest>
{
    /// <summary>The longest name of a ward, in characters.</summary>
    internal const int LongestWard = 80;

    /// <inheritdoc/>
    public static OpenCaseRequest Example => new(
        ExampleMoment.At(2026, 3, 2, 9, 30),
        PersonRequest.Example,
        OdsCode.Parse("RYJ01"),
        "Northgate",
        OdsCode.Parse("QMJ01"),
        UsualResidence.OwnHome,
        Bed: "12",
        AdmittedAt: ExampleMoment.At(2026, 3, 1, 22, 15),
        Authority: new ResponsibleAuthority(AuthorityStanding.Known, OdsCode.Parse("713")));

    // Not a field of the body, so it must not be seen as one.
    Instant IDated.Latest => AdmittedAt is { } admitted ? Instant.Max(admitted, OccurredAt) : OccurredAt;

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => [.. Amiss.In(Person, "person.", today), .. Amiss.InWard(Ward), .. Amiss.In(Authority)];

    /// <summary>What is amiss in where the person is said to be, for somebody of this reach: ward staff open cases on their own ward, others at a site or for a hub that they work for.</summary>
    internal IEnumerable<(string Field, string Sentence)> AmissFor(Reach reach)
    {
        if (reach.IsOfWard ? !reach.WorksFor(Site) : !reach.WorksFor(Site) && !reach.WorksFor(Hub))
        {
            yield return ("site", reach.IsOfWard ? "Give the site of your own ward: ward staff open cases there and nowhere else." : "Give a site, or a hub, that your organisation is or does the work of.");
        }

        if (!reach.WorksOn(Ward))
        {
            yield return ("ward", "Give your own ward: ward staff open cases there and nowhere else.");
        }
    }

    /// <summary>Who the person is, as it is kept.</summary>
    internal PersonDetails Details => Person.Details;

    /// <summary>The opening it is.</summary>
    public IOpening ToOpening(PersonIndex index, Guid newPersonId) => new DischargeCaseOpening(Details, Person.NhsNumber, index, newPersonId, ToCommand);

    /// <summary>The command it is, given who it is for and the commitment to their details.</summary>
    internal OpenCase ToCommand(PersonRef person, string hash) => new(
        OccurredAt,
        person,
        hash,
        Person.NhsNumber is null ? Person.NhsNumberMissing ?? NhsNumberMissing.NotYetTraced : null,
        Site,
        Ward,
        Bed,
        AdmittedAt,
        Residence,
        Hub,
        Authority ?? new ResponsibleAuthority(AuthorityStanding.Unknown));
}

/// <summary>Who a person is. Everything may be unknown; nobody is turned away for it.</summary>
/// <param name="NhsNumber">The NHS number, ten digits with or without spaces.</param>
/// <param name="NhsNumberMissing">Why there is none; taken to be not yet traced where left out.</param>
/// <param name="Name">The name.</param>
/// <param name="PreferredName">What they like to be called.</param>
/// <param name="DateOfBirth">The date of birth.</param>
/// <param name="HospitalNumber">The hospital's own number.</param>
/// <param name="Address">Where they live, in words.</param>
/// <param name="Phone">How to reach them by telephone.</param>
/// <param name="Gender">Their gender, in their words.</param>
/// <param name="Ethnicity">Their ethnicity, in their words.</param>
/// <param name="DischargeAddress">Where they are to go, in words, where it is not where they live.</param>
/// <param name="Uprn">The Unique Property Reference Number of where they live.</param>
public sealed record PersonRequest(
    NhsNumber? NhsNumber = null,
    NhsNumberMissing? NhsNumberMissing = null,
    [property: Longest(200)] string? Name = null,
    [property: Longest(200)] string? PreferredName = null,
    LocalDate? DateOfBirth = null,
    [property: Longest(40)] string? HospitalNumber = null,
    [property: Longest(500)] string? Address = null,
    [property: Longest(40)] string? Phone = null,
    [property: Longest(100)] string? Gender = null,
    [property: Longest(100)] string? Ethnicity = null,
    [property: Longest(500)] string? DischargeAddress = null,
    Uprn? Uprn = null) : IExample<PersonRequest>
{
    /// <inheritdoc/>
    public static PersonRequest Example => new(
        NhsNumber.TryParse("999 007 9196", out var number) ? number : null,
        Name: "Ada Marlowe",
        PreferredName: "Addie",
        DateOfBirth: new LocalDate(1941, 6, 3),
        HospitalNumber: "H204417",
        Address: "14 Alder Court, Northgate");

    /// <summary>Who they are, as it is kept.</summary>
    internal PersonDetails Details => new(Name, PreferredName, DateOfBirth, NhsNumber?.Value, HospitalNumber, Address, Phone, Gender, Ethnicity, DischargeAddress, Uprn?.Value);
}

/// <summary>A review of the criteria to reside.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="CriteriaMet">The criteria met; an empty list when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether they are medically stable.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="NextReview">When the next review is due; it may lie ahead.</param>
public sealed record CriteriaToResideReviewRequest(
    Instant OccurredAt, Listed<CriterionToReside> CriteriaMet, bool MedicallyStable, StaffRole By, string? Note = null, Instant? NextReview = null) : DischargeCaseRequest(OccurredAt, Note), IExample<CriteriaToResideReviewRequest>
{
    /// <inheritdoc/>
    public static CriteriaToResideReviewRequest Example => new(ExampleMoment.At(2026, 3, 4, 8, 40), [], MedicallyStable: true, StaffRole.Consultant, "Walking with one stick; keen to be home.", ExampleMoment.At(2026, 3, 4, 16, 0));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) =>
        new ReviewCriteriaToReside(OccurredAt, CriteriaMet, MedicallyStable, By, note(Note), NextReview);
}
