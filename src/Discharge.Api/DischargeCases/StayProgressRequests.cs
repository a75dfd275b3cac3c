using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The person was admitted.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Method">How they came in.</param>
public sealed record AdmissionRequest(Instant OccurredAt, AdmissionMethod Method) : DischargeCaseRequest(OccurredAt), IExample<AdmissionRequest>
{
    /// <inheritdoc/>
    public static AdmissionRequest Example => new(ExampleMoment.At(2026, 3, 1, 22, 15), AdmissionMethod.Emergency);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new Admit(OccurredAt, Method);
}

/// <summary>The person was moved in hospital, or came under another consultant. What is left out stays as it was; a bed belongs to its ward.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Site">The hospital site's ODS code, where it is another.</param>
/// <param name="Ward">The ward, where it is another.</param>
/// <param name="Bed">The bed, where known.</param>
/// <param name="ToDischargeLounge">Whether to the discharge lounge, which is still in hospital.</param>
/// <param name="Consultant">The consultant or specialty now answering for them, in words.</param>
public sealed record MoveRequest(
    Instant OccurredAt,
    OdsCode? Site = null,
    [property: Longest(80)] string? Ward = null,
    [property: Longest(20)] string? Bed = null,
    bool ToDischargeLounge = false,
    [property: Longest(200)] string? Consultant = null) : DischargeCaseRequest(OccurredAt), ICaseRequest, IExample<MoveRequest>
{
    /// <inheritdoc/>
    public static MoveRequest Example => new(ExampleMoment.At(2026, 3, 3, 15, 30), Ward: "Southgate", Bed: "7");

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Amiss.InWard(Ward);

    /// <inheritdoc/>
    protected override IEnumerable<string?> Words => [Consultant];

    /// <summary>This move, or that it says nothing.</summary>
    public Reading<MoveRequest> SayingSomething() => this is { Site: null, Ward: null, Bed: null, ToDischargeLounge: false, Consultant: null }
        ? Responses.Unreadable("body", "Say where the person was moved (site, ward, bed, toDischargeLounge) or under which consultant.")
        : this;

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new MovePerson(OccurredAt, Site, Ward, Bed, ToDischargeLounge, note(Consultant));
}

/// <summary>The plan for the discharge was opened.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever opened it.</param>
public sealed record PlanRequest(Instant OccurredAt, StaffRole By) : DischargeCaseRequest(OccurredAt), IExample<PlanRequest>
{
    /// <inheritdoc/>
    public static PlanRequest Example => new(ExampleMoment.At(2026, 3, 2, 10, 0), StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new OpenPlan(OccurredAt, By);
}

/// <summary>The expected date of discharge was set, confirmed or changed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Date">The date expected, local to Europe/London.</param>
/// <param name="By">The role of whoever set it.</param>
/// <param name="Reason">Why it changed, where it did.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ExpectedDateRequest(Instant OccurredAt, LocalDate Date, StaffRole By, ExpectedDateReason? Reason = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ExpectedDateRequest>
{
    /// <inheritdoc/>
    public static ExpectedDateRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 10), new LocalDate(2026, 3, 5), StaffRole.Consultant, ExpectedDateReason.ConditionChanged);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ExpectDischarge(OccurredAt, Date, By, Reason, note(Note));
}

/// <summary>A ward round looked at the person's discharge.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Attended">Who attended.</param>
/// <param name="Note">What is added in words.</param>
public sealed record WardRoundRequest(Instant OccurredAt, Listed<WardRoundAttendance> Attended, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<WardRoundRequest>
{
    /// <inheritdoc/>
    public static WardRoundRequest Example => new(
        ExampleMoment.At(2026, 3, 4, 8, 30), [WardRoundAttendance.Health, WardRoundAttendance.SocialCare, WardRoundAttendance.Housing]);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AttendWardRound(OccurredAt, Attended, note(Note));
}
