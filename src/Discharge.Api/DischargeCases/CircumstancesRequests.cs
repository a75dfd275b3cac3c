using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>Somebody who cares for the person was named. The number of this entry is how the carer is addressed from then on.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Relationship">What they are to the person.</param>
/// <param name="LivesWithPerson">Whether they live with the person.</param>
/// <param name="Note">Who they are, and what is added in words.</param>
public sealed record CarerNamedRequest(Instant OccurredAt, CarerRelationship Relationship, bool LivesWithPerson, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<CarerNamedRequest>
{
    /// <inheritdoc/>
    public static CarerNamedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 45), CarerRelationship.Child, LivesWithPerson: false, "Her daughter; mornings only.");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new NameCarer(OccurredAt, Relationship, LivesWithPerson, note(Note));
}

/// <summary>Something was offered to a carer in their own right (A18).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Offer">What was offered.</param>
/// <param name="Answer">What they answered.</param>
/// <param name="By">The role of whoever offered it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CarerOfferMadeRequest(Instant OccurredAt, CarerOffer Offer, OfferAnswer Answer, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<CarerOfferMadeRequest>
{
    /// <inheritdoc/>
    public static CarerOfferMadeRequest Example => new(ExampleMoment.At(2026, 3, 3, 14, 0), CarerOffer.RespiteFunding, OfferAnswer.Accepted, StaffRole.SocialWorker);

    /// <summary>The entry that named the carer, from the path.</summary>
    internal long Carer { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new OfferToCarer(OccurredAt, Carer, Offer, Answer, By, note(Note));
}

/// <summary>What came of it for a carer (A18).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">The role of whoever records it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CarerOutcomeRecordedRequest(Instant OccurredAt, CarerOutcome Outcome, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<CarerOutcomeRecordedRequest>
{
    /// <inheritdoc/>
    public static CarerOutcomeRecordedRequest Example => new(ExampleMoment.At(2026, 3, 3, 17, 0), CarerOutcome.SupportStarted, StaffRole.SocialWorker);

    /// <summary>The entry that named the carer, from the path.</summary>
    internal long Carer { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordCarerOutcome(OccurredAt, Carer, Outcome, By, note(Note));
}

/// <summary>How to communicate with the person was recorded; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Language">Their language, where it is known.</param>
/// <param name="InterpreterNeeded">Whether an interpreter is needed.</param>
/// <param name="Formats">The formats information has to come in; none where any will do.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CommunicationNeedsRecordedRequest(
    Instant OccurredAt,
    LanguageTag? Language,
    bool InterpreterNeeded,
    Listed<InformationFormat>? Formats,
    string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<CommunicationNeedsRecordedRequest>
{
    /// <inheritdoc/>
    public static CommunicationNeedsRecordedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 20), LanguageTag.Parse("bn"), InterpreterNeeded: true, [InformationFormat.EasyRead]);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) =>
        new RecordCommunicationNeeds(OccurredAt, Language, InterpreterNeeded, Formats ?? [], note(Note));
}

/// <summary>Somebody to talk to about the case was named.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Whom they are.</param>
/// <param name="Organisation">Their organisation, where it has a code.</param>
/// <param name="Name">Their full name.</param>
/// <param name="Phone">Their telephone number.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ContactNamedRequest(
    Instant OccurredAt,
    ContactKind Kind,
    OdsCode? Organisation = null,
    [property: Longest(200)] string? Name = null,
    [property: Longest(40)] string? Phone = null,
    [property: Longest(200)] string? Email = null,
    string? Note = null) : DischargeCaseRequest(OccurredAt, Said(Name, Phone, Email, Note)), IExample<ContactNamedRequest>
{
    /// <inheritdoc/>
    public static ContactNamedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 50), ContactKind.LocalAuthority, OdsCode.Parse("713"), "Jo Ash", "020 7946 0001", "jo.ash@example.org", "Mondays to Thursdays.");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new NameContact(OccurredAt, Kind, Organisation, note(Said(Name, Phone, Email, Note)), Given);

    private Listed<ContactDetail> Given =>
    [
        .. new[] { (Said: Name, Detail: ContactDetail.Name), (Said: Phone, Detail: ContactDetail.Phone), (Said: Email, Detail: ContactDetail.Email) }
            .Where(given => !string.IsNullOrWhiteSpace(given.Said)).Select(given => given.Detail),
    ];

    // Who somebody is and how they are reached is personal, so all of it is kept as words.
    private static string? Said(params string?[] words) => words.Where(word => !string.IsNullOrWhiteSpace(word)).ToArray() is { Length: > 0 } said ? string.Join(", ", said) : null;
}

/// <summary>A safeguarding concern was raised. Who may see it is limited (<see cref="SensitiveFacts"/>); what it is about is only in its note.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever raises it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record SafeguardingConcernRaisedRequest(Instant OccurredAt, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<SafeguardingConcernRaisedRequest>
{
    /// <inheritdoc/>
    public static SafeguardingConcernRaisedRequest Example => new(ExampleMoment.At(2026, 3, 3, 12, 30), StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RaiseSafeguardingConcern(OccurredAt, By, note(Note));
}

/// <summary>The person was found to have no home to go to, or to be about to lose it. Never a reason to refuse anything (A19).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Situation">In which way.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomelessnessRecordedRequest(Instant OccurredAt, Homelessness Situation, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<HomelessnessRecordedRequest>
{
    /// <inheritdoc/>
    public static HomelessnessRecordedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 30), Homelessness.SleepingRough, StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordHomelessness(OccurredAt, Situation, By, note(Note));
}

/// <summary>Whether the person has recourse to public funds was recorded. Never a reason to refuse anything.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PublicFundsRecordedRequest(Instant OccurredAt, PublicFunds Standing, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<PublicFundsRecordedRequest>
{
    /// <inheritdoc/>
    public static PublicFundsRecordedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 35), PublicFunds.Suspected, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordRecourseToPublicFunds(OccurredAt, Standing, By, note(Note));
}

/// <summary>The person's GP practice was recorded; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Practice">The practice; none where the person is registered with none.</param>
/// <param name="Note">What is added in words.</param>
public sealed record GpPracticeRecordedRequest(Instant OccurredAt, OdsCode? Practice = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<GpPracticeRecordedRequest>
{
    /// <inheritdoc/>
    public static GpPracticeRecordedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 10), OdsCode.Parse("E87001"));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordGpPractice(OccurredAt, Practice, note(Note));
}

/// <summary>The local authority that answers for the person's care was found to be another, or came to be disputed; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Authority">Which, or that it is not known or disputed.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AuthorityChangedRequest(Instant OccurredAt, ResponsibleAuthority Authority, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), ICaseRequest, IExample<AuthorityChangedRequest>
{
    /// <inheritdoc/>
    public static AuthorityChangedRequest Example => new(ExampleMoment.At(2026, 3, 3, 12, 50), new ResponsibleAuthority(AuthorityStanding.Disputed), StaffRole.SocialWorker);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Amiss.In(Authority);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ChangeAuthority(OccurredAt, Authority, By, note(Note));
}

/// <summary>Where the person usually lives was put right, or changed while they were in hospital; the last record counts.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Residence">Where they usually live.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ResidenceChangedRequest(Instant OccurredAt, UsualResidence Residence, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ResidenceChangedRequest>
{
    /// <inheritdoc/>
    public static ResidenceChangedRequest Example => new(ExampleMoment.At(2026, 3, 3, 12, 55), UsualResidence.WithFamilyOrFriends, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ChangeResidence(OccurredAt, Residence, By, note(Note));
}

/// <summary>The case is assigned to a case manager; whom it was assigned to last counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="CaseManager">Who: the subject of their tokens, never a name.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CaseAssignedRequest(Instant OccurredAt, Subject CaseManager, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<CaseAssignedRequest>
{
    /// <inheritdoc/>
    public static CaseAssignedRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 55), Subject.Parse("c-41d7"));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AssignCase(OccurredAt, CaseManager, note(Note));
}

/// <summary>Another care transfer hub came to answer for the case; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Hub">The ODS code of the hub.</param>
/// <param name="Reason">Why it is another.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HubChangedRequest(Instant OccurredAt, OdsCode Hub, HubChangeReason Reason, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<HubChangedRequest>
{
    /// <inheritdoc/>
    public static HubChangedRequest Example => new(ExampleMoment.At(2026, 3, 3, 13, 5), OdsCode.Parse("QMJ02"), HubChangeReason.AnotherArea);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ChangeHub(OccurredAt, Hub, Reason, note(Note));
}
