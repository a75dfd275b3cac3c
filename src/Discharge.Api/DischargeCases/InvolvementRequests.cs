using Discharge.Api.OpenApi;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The person or their carer was involved in planning the discharge (Care Act 2014 s74).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Who">Who was involved.</param>
/// <param name="By">The role of whoever involved them.</param>
/// <param name="Wants">What they said they want.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PartyInvolvedRequest(Instant OccurredAt, Party Who, StaffRole By, string? Wants = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<PartyInvolvedRequest>
{
    /// <inheritdoc/>
    public static PartyInvolvedRequest Example => new(ExampleMoment.At(2026, 3, 3, 10, 0), Party.Person, StaffRole.SocialWorker, Wants: "To go home to her own flat and her cat.");

    /// <inheritdoc/>
    protected override IEnumerable<string?> Words => [Wants, Note];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new Involve(OccurredAt, Who, By, note(Wants), note(Note));
}

/// <summary>The person or their carer objected.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Who">Who objects.</param>
/// <param name="To">What to.</param>
/// <param name="By">The role of whoever heard it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ObjectionRaisedRequest(Instant OccurredAt, Party Who, ObjectionTo To, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ObjectionRaisedRequest>
{
    /// <inheritdoc/>
    public static ObjectionRaisedRequest Example => new(ExampleMoment.At(2026, 3, 3, 10, 30), Party.Carer, ObjectionTo.Destination, StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RaiseObjection(OccurredAt, Who, To, By, note(Note));
}

/// <summary>An objection was settled.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="As">How.</param>
/// <param name="By">The role of whoever settled it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ObjectionSettledRequest(Instant OccurredAt, ObjectionSettlement As, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ObjectionSettledRequest>
{
    /// <inheritdoc/>
    public static ObjectionSettledRequest Example => new(ExampleMoment.At(2026, 3, 3, 16, 30), ObjectionSettlement.MetInPart, StaffRole.DischargeCoordinator, "Home first, and looked at again after a fortnight.");

    /// <summary>The objection, from the path.</summary>
    internal long Objection { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new SettleObjection(OccurredAt, Objection, As, By, note(Note));
}

/// <summary>The person or their carer was informed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">Who was informed.</param>
/// <param name="On">About what.</param>
/// <param name="By">The role of whoever informed them.</param>
/// <param name="Format">In which format, where it was a special one.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InformationGivenRequest(Instant OccurredAt, Party To, InformationOn On, StaffRole By, InformationFormat? Format = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<InformationGivenRequest>
{
    /// <inheritdoc/>
    public static InformationGivenRequest Example => new(ExampleMoment.At(2026, 3, 3, 11, 0), Party.Person, InformationOn.Charges, StaffRole.SocialWorker, InformationFormat.LargePrint);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new GiveInformation(OccurredAt, To, On, By, Format, note(Note));
}

/// <summary>A choice was offered and answered.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">To whom.</param>
/// <param name="Of">Of what.</param>
/// <param name="Answer">What they answered.</param>
/// <param name="By">The role of whoever offered it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ChoiceOfferedRequest(Instant OccurredAt, Party To, ChoiceOf Of, OfferAnswer Answer, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ChoiceOfferedRequest>
{
    /// <inheritdoc/>
    public static ChoiceOfferedRequest Example => new(ExampleMoment.At(2026, 3, 3, 11, 15), Party.Person, ChoiceOf.DirectPayment, OfferAnswer.Undecided, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new OfferChoice(OccurredAt, To, Of, Answer, By, note(Note));
}

/// <summary>Consent was asked for, and given, refused or withdrawn.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">To what.</param>
/// <param name="Answer">What was said.</param>
/// <param name="By">The role of whoever asked.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ConsentAnsweredRequest(Instant OccurredAt, ConsentTo To, ConsentAnswer Answer, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ConsentAnsweredRequest>
{
    /// <inheritdoc/>
    public static ConsentAnsweredRequest Example => new(ExampleMoment.At(2026, 3, 3, 10, 5), ConsentTo.SharingInformation, ConsentAnswer.Given, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordConsent(OccurredAt, To, Answer, By, note(Note));
}

/// <summary>The person's capacity to make one decision was assessed (Mental Capacity Act 2005).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">The decision.</param>
/// <param name="Found">What was found.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CapacityAssessedRequest(Instant OccurredAt, DecisionInQuestion For, Capacity Found, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<CapacityAssessedRequest>
{
    /// <inheritdoc/>
    public static CapacityAssessedRequest Example => new(ExampleMoment.At(2026, 3, 3, 12, 0), DecisionInQuestion.WhereToLive, Capacity.Lacks, StaffRole.Doctor);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AssessCapacity(OccurredAt, For, Found, By, note(Note));
}

/// <summary>A decision was made in the person's best interests.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">The decision.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Note">What is added in words.</param>
public sealed record BestInterestsDecidedRequest(Instant OccurredAt, DecisionInQuestion For, StaffRole By, string? Decision = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<BestInterestsDecidedRequest>
{
    /// <inheritdoc/>
    public static BestInterestsDecidedRequest Example => new(ExampleMoment.At(2026, 3, 3, 15, 0), DecisionInQuestion.WhereToLive, StaffRole.SocialWorker, Decision: "Home with visits four times a day, as she always wished.");

    /// <inheritdoc/>
    protected override IEnumerable<string?> Words => [Decision, Note];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new DecideInBestInterests(OccurredAt, For, By, note(Decision), note(Note));
}

/// <summary>An advocate was instructed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="By">The role of whoever instructed them.</param>
/// <param name="Organisation">The advocate's organisation, where it has a code.</param>
/// <param name="Note">Who the advocate is, and what is added in words.</param>
public sealed record AdvocateInstructedRequest(Instant OccurredAt, AdvocateKind Kind, StaffRole By, OdsCode? Organisation = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<AdvocateInstructedRequest>
{
    /// <inheritdoc/>
    public static AdvocateInstructedRequest Example => new(ExampleMoment.At(2026, 3, 3, 13, 0), AdvocateKind.IndependentMentalCapacityAdvocate, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new InstructAdvocate(OccurredAt, Kind, By, Organisation, note(Note));
}

/// <summary>Somebody acts for the person as attorney or deputy.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Power">In which power.</param>
/// <param name="DocumentSeen">Whether the document, or its register entry, was seen.</param>
/// <param name="Note">Who they are, and what is added in words.</param>
public sealed record AttorneyRecordedRequest(Instant OccurredAt, PowerToAct Power, bool DocumentSeen, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<AttorneyRecordedRequest>
{
    /// <inheritdoc/>
    public static AttorneyRecordedRequest Example => new(ExampleMoment.At(2026, 3, 3, 13, 10), PowerToAct.LastingPowerHealthAndWelfare, DocumentSeen: true);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordAttorney(OccurredAt, Power, DocumentSeen, note(Note));
}

/// <summary>The next of kin was told.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="What">What they were told.</param>
/// <param name="By">The role of whoever told them.</param>
/// <param name="Note">Who was told, and what is added in words.</param>
public sealed record NextOfKinToldRequest(Instant OccurredAt, NextOfKinNews What, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<NextOfKinToldRequest>
{
    /// <inheritdoc/>
    public static NextOfKinToldRequest Example => new(ExampleMoment.At(2026, 3, 3, 16, 0), NextOfKinNews.DischargePlanned, StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new TellNextOfKin(OccurredAt, What, By, note(Note));
}
