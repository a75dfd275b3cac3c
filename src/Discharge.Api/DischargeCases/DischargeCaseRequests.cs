using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A command on a discharge case as it comes over HTTP.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
/// <param name="Note">What is added in words; kept beside the record, where it can be erased.</param>
public abstract record DischargeCaseRequest(Instant OccurredAt, string? Note) : ICaseRequest
{
    // Said by the type and never by a caller: a public property would be a field of the body.
    Operation? IDated.AlsoNeeds => AlsoNeeds;

    IEnumerable<string?> ICaseRequest.Words => [Note];

    /// <summary>What the caller must be permitted beside what the endpoint requires, because of what the body says.</summary>
    protected virtual Operation? AlsoNeeds => null;

    /// <summary>The command it is.</summary>
    protected abstract DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note);

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(ToCommand(note).Decide(DischargeCaseType.StateOf(id, history)));
}

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
    public const int LongestWard = 80;

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

    /// <summary>The opening it is.</summary>
    public IOpening ToOpening(PersonIndex index, Guid newPersonId) => new DischargeCaseOpening(
        new PersonDetails(Person.Name, Person.PreferredName, Person.DateOfBirth, Person.NhsNumber?.Value, Person.HospitalNumber, Person.Address),
        Person.NhsNumber,
        index,
        newPersonId,
        (person, hash) => new OpenCase(
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
            Authority ?? new ResponsibleAuthority(AuthorityStanding.Unknown)));
}

/// <summary>Who a person is. Everything may be unknown; nobody is turned away for it.</summary>
/// <param name="NhsNumber">The NHS number, ten digits with or without spaces.</param>
/// <param name="NhsNumberMissing">Why there is none; taken to be not yet traced where left out.</param>
/// <param name="Name">The name.</param>
/// <param name="PreferredName">What they like to be called.</param>
/// <param name="DateOfBirth">The date of birth.</param>
/// <param name="HospitalNumber">The hospital's own number.</param>
/// <param name="Address">Where they live, in words.</param>
public sealed record PersonRequest(
    NhsNumber? NhsNumber = null,
    NhsNumberMissing? NhsNumberMissing = null,
    [property: Longest(200)] string? Name = null,
    [property: Longest(200)] string? PreferredName = null,
    LocalDate? DateOfBirth = null,
    [property: Longest(40)] string? HospitalNumber = null,
    [property: Longest(500)] string? Address = null) : IExample<PersonRequest>
{
    /// <inheritdoc/>
    public static PersonRequest Example => new(
        NhsNumber.TryParse("999 007 9196", out var number) ? number : null,
        Name: "Ada Marlowe",
        PreferredName: "Addie",
        DateOfBirth: new LocalDate(1941, 6, 3),
        HospitalNumber: "H204417",
        Address: "14 Alder Court, Northgate");
}

/// <summary>A review of the criteria to reside.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="CriteriaMet">The criteria met; an empty list when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether they are medically stable.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CriteriaToResideReviewRequest(
    Instant OccurredAt, Listed<CriterionToReside> CriteriaMet, bool MedicallyStable, StaffRole By, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<CriteriaToResideReviewRequest>
{
    /// <inheritdoc/>
    public static CriteriaToResideReviewRequest Example => new(ExampleMoment.At(2026, 3, 4, 8, 40), [], MedicallyStable: true, StaffRole.Consultant, "Walking with one stick; keen to be home.");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) =>
        new ReviewCriteriaToReside(OccurredAt, CriteriaMet, MedicallyStable, By, note(Note));
}

/// <summary>A functional assessment made at the hospital.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What the person will need after discharge.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FunctionalAssessmentRequest(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<FunctionalAssessmentRequest>
{
    /// <inheritdoc/>
    public static FunctionalAssessmentRequest Example => new(ExampleMoment.At(2026, 3, 4, 11, 0), StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement, FunctionalNeed.Equipment]);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AssessFunction(OccurredAt, By, Needs, note(Note));
}

/// <summary>A pathway decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PathwayDecisionRequest(Instant OccurredAt, Pathway Pathway, PathwayReason Reason, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<PathwayDecisionRequest>
{
    /// <inheritdoc/>
    public static PathwayDecisionRequest Example => new(ExampleMoment.At(2026, 3, 4, 14, 20), Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new DecidePathway(OccurredAt, Pathway, Reason, By, note(Note));
}

/// <summary>A decision to discharge.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Override">A senior's decision to discharge with something missing; needs a permission of its own.</param>
public sealed record DischargeDecisionRequest(Instant OccurredAt, StaffRole By, OverrideRequest? Override = null) : DischargeCaseRequest(OccurredAt, Override?.Note), IExample<DischargeDecisionRequest>
{
    /// <inheritdoc/>
    public static DischargeDecisionRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 0), StaffRole.Consultant);

    /// <inheritdoc/>
    protected override Operation? AlsoNeeds => Override is null ? null : Operation.OverrideDischargeDecision;

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) =>
        new DecideDischarge(OccurredAt, By, Override is null ? null : new Override(Override.Role, Override.Reason, note(Override.Note)));
}

/// <summary>A senior's decision against a rule that allows it.</summary>
/// <param name="Role">The senior's professional role.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record OverrideRequest(SeniorRole Role, OverrideReason Reason, string? Note = null);

/// <summary>A visit at home booked.</summary>
/// <param name="OccurredAt">When it was booked.</param>
/// <param name="VisitAt">When the visit is to be; it may lie ahead.</param>
/// <param name="By">The role that will visit.</param>
public sealed record HomeVisitBookingRequest(Instant OccurredAt, Instant VisitAt, StaffRole By) : DischargeCaseRequest(OccurredAt, null), IExample<HomeVisitBookingRequest>
{
    /// <inheritdoc/>
    public static HomeVisitBookingRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 30), ExampleMoment.At(2026, 3, 5, 14, 0), StaffRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new BookHomeVisit(OccurredAt, VisitAt, By);
}

/// <summary>The person left the hospital.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="To">Where to.</param>
/// <param name="SelfDischarge">Whether they left on their own decision, against advice.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DischargeRequest(Instant OccurredAt, Destination To, bool SelfDischarge = false, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<DischargeRequest>
{
    /// <inheritdoc/>
    public static DischargeRequest Example => new(ExampleMoment.At(2026, 3, 5, 10, 15), Destination.OwnHome);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new LeaveHospital(OccurredAt, To, SelfDischarge, note(Note));
}

/// <summary>A welfare check after leaving.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever checked.</param>
/// <param name="Outcome">What they found.</param>
/// <param name="Note">What is added in words.</param>
public sealed record WelfareCheckRequest(Instant OccurredAt, StaffRole By, WelfareOutcome Outcome, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<WelfareCheckRequest>
{
    /// <inheritdoc/>
    public static WelfareCheckRequest Example => new(ExampleMoment.At(2026, 3, 5, 17, 45), StaffRole.DischargeCoordinator, WelfareOutcome.SafeAndWell);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new CheckWelfare(OccurredAt, By, Outcome, note(Note));
}

/// <summary>The person was seen at home.</summary>
/// <param name="OccurredAt">When they were seen.</param>
/// <param name="By">The role of whoever saw them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeVisitRequest(Instant OccurredAt, StaffRole By, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<HomeVisitRequest>
{
    /// <inheritdoc/>
    public static HomeVisitRequest Example => new(ExampleMoment.At(2026, 3, 5, 14, 5), StaffRole.OccupationalTherapist, "Managed the stairs; commode to be moved upstairs.");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new SeeAtHome(OccurredAt, By, note(Note));
}

/// <summary>Somebody came and did not see the person.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="By">The role of whoever came.</param>
/// <param name="Reason">Why the person was not seen.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FailedHomeVisitRequest(Instant OccurredAt, StaffRole By, FailedVisitReason Reason, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<FailedHomeVisitRequest>
{
    /// <inheritdoc/>
    public static FailedHomeVisitRequest Example => new(ExampleMoment.At(2026, 3, 5, 14, 5), StaffRole.OccupationalTherapist, FailedVisitReason.NoAnswer);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ReportFailedVisit(OccurredAt, By, Reason, note(Note));
}

/// <summary>The case is closed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ClosureRequest(Instant OccurredAt, CaseOutcome Outcome, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<ClosureRequest>
{
    /// <inheritdoc/>
    public static ClosureRequest Example => new(ExampleMoment.At(2026, 3, 20, 16, 0), CaseOutcome.HomeWithoutSupport);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new CloseCase(OccurredAt, Outcome, note(Note));
}
