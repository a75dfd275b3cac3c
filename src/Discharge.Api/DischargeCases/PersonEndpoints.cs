using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What is recorded about the person in a discharge case, and about those who care for them. None of it is a reason to refuse anything.</summary>
public static class PersonEndpoints
{
    /// <summary>Records that the person or their carer was involved in planning, and what they said they want.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/involvement"), Requires(Operation.RecordInvolvement), Accepts<PartyInvolvedRequest>, Records]
    public static Task<IResult> Involve(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PartyInvolvedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person or their carer objects; the number of the entry recorded addresses the objection from then on.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/objections"), Requires(Operation.RecordInvolvement), Accepts<ObjectionRaisedRequest>, Records]
    public static Task<IResult> RaiseObjection(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ObjectionRaisedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records how an objection was settled.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/objections/{objection}/settlement"), Requires(Operation.RecordInvolvement), Accepts<ObjectionSettledRequest>, Records]
    public static Task<IResult> SettleObjection(Guid id, long objection, CaseCommands cases, HttpContext http) =>
        cases.Run<ObjectionSettledRequest>(DischargeCaseType.Instance, id, http, request => request with { Objection = objection });

    /// <summary>Records that the person or their carer was informed.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/information"), Requires(Operation.RecordInvolvement), Accepts<InformationGivenRequest>, Records]
    public static Task<IResult> Inform(Guid id, CaseCommands cases, HttpContext http) => cases.Run<InformationGivenRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a choice offered, and what was answered.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/choices"), Requires(Operation.RecordInvolvement), Accepts<ChoiceOfferedRequest>, Records]
    public static Task<IResult> OfferChoice(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ChoiceOfferedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records consent given, refused or withdrawn.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/consents"), Requires(Operation.RecordInvolvement), Accepts<ConsentAnsweredRequest>, Records]
    public static Task<IResult> Consent(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ConsentAnsweredRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records an assessment of the person's capacity to make one decision.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/capacity-assessments"), Requires(Operation.RecordInvolvement), Accepts<CapacityAssessedRequest>, Records]
    public static Task<IResult> AssessCapacity(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CapacityAssessedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a decision made in the person's best interests.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/best-interests-decisions"), Requires(Operation.RecordInvolvement), Accepts<BestInterestsDecidedRequest>, Records]
    public static Task<IResult> DecideInBestInterests(Guid id, CaseCommands cases, HttpContext http) => cases.Run<BestInterestsDecidedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that an advocate was instructed.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/advocates"), Requires(Operation.RecordInvolvement), Accepts<AdvocateInstructedRequest>, Records]
    public static Task<IResult> InstructAdvocate(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AdvocateInstructedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that somebody acts for the person as attorney or deputy.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/attorneys"), Requires(Operation.RecordInvolvement), Accepts<AttorneyRecordedRequest>, Records]
    public static Task<IResult> RecordAttorney(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AttorneyRecordedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the next of kin was told.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/next-of-kin"), Requires(Operation.RecordInvolvement), Accepts<NextOfKinToldRequest>, Records]
    public static Task<IResult> TellNextOfKin(Guid id, CaseCommands cases, HttpContext http) => cases.Run<NextOfKinToldRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Names a carer; the number of the entry recorded addresses them from then on.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/carers"), Requires(Operation.RecordInvolvement), Accepts<CarerNamedRequest>, Records]
    public static Task<IResult> NameCarer(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CarerNamedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records what was offered to a carer, and what they answered.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/carers/{carer}/offers"), Requires(Operation.RecordInvolvement), Accepts<CarerOfferMadeRequest>, Records]
    public static Task<IResult> OfferToCarer(Guid id, long carer, CaseCommands cases, HttpContext http) =>
        cases.Run<CarerOfferMadeRequest>(DischargeCaseType.Instance, id, http, request => request with { Carer = carer });

    /// <summary>Records what came of it for a carer.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/carers/{carer}/outcomes"), Requires(Operation.RecordInvolvement), Accepts<CarerOutcomeRecordedRequest>, Records]
    public static Task<IResult> RecordCarerOutcome(Guid id, long carer, CaseCommands cases, HttpContext http) =>
        cases.Run<CarerOutcomeRecordedRequest>(DischargeCaseType.Instance, id, http, request => request with { Carer = carer });

    /// <summary>Records language, interpreter and information formats.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/communication-needs"), Requires(Operation.RecordInvolvement), Accepts<CommunicationNeedsRecordedRequest>, Records]
    public static Task<IResult> RecordCommunicationNeeds(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CommunicationNeedsRecordedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Names somebody to talk to about the case.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/contacts"), Requires(Operation.RecordInvolvement), Accepts<ContactNamedRequest>, Records]
    public static Task<IResult> NameContact(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ContactNamedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Assigns the case to a case manager, by the subject of their tokens, so that it is among theirs.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/assignment"), Requires(Operation.AssignCase), Accepts<CaseAssignedRequest>, Records]
    public static Task<IResult> AssignCase(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CaseAssignedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a safeguarding concern; its content is shown to few.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/safeguarding-concerns"), Requires(Operation.RaiseSafeguardingConcern), Accepts<SafeguardingConcernRaisedRequest>, Records]
    public static Task<IResult> RaiseSafeguardingConcern(Guid id, CaseCommands cases, HttpContext http) => cases.Run<SafeguardingConcernRaisedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person has no home to go to, or is about to lose it.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/homelessness"), Requires(Operation.RecordInvolvement), Accepts<HomelessnessRecordedRequest>, Records]
    public static Task<IResult> RecordHomelessness(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomelessnessRecordedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records whether the person has recourse to public funds.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/no-recourse-to-public-funds"), Requires(Operation.RecordInvolvement), Accepts<PublicFundsRecordedRequest>, Records]
    public static Task<IResult> RecordRecourseToPublicFunds(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PublicFundsRecordedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records the person's GP practice.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/gp-practice"), Requires(Operation.RecordInvolvement), Accepts<GpPracticeRecordedRequest>, Records]
    public static Task<IResult> RecordGpPractice(Guid id, CaseCommands cases, HttpContext http) => cases.Run<GpPracticeRecordedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the responsible local authority is another, or disputed.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/authority"), Requires(Operation.RecordInvolvement), Accepts<AuthorityChangedRequest>, Records]
    public static Task<IResult> ChangeAuthority(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AuthorityChangedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that another care transfer hub answers for the case.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/hub-changes"), Requires(Operation.AssignCase), Accepts<HubChangedRequest>, Records]
    public static Task<IResult> ChangeHub(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HubChangedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person usually lives elsewhere than the opening says.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/residence"), Requires(Operation.RecordInvolvement), Accepts<ResidenceChangedRequest>, Records]
    public static Task<IResult> ChangeResidence(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ResidenceChangedRequest>(DischargeCaseType.Instance, id, http);
}
