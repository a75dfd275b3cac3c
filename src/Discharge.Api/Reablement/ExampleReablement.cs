using Discharge.Api.Access;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>The reablement case that the contract's examples tell, decided by the domain itself as the example case is.</summary>
internal sealed class ExampleReablement : IExample<ReablementView>, IExample<Caseload>
{
    private static readonly Guid Id = new("0198c6a2-7a22-7e31-9b63-1d5528f1c4bb");

    private static readonly Actor Worker = new("w-118", Caller.Named(Role.ReablementTeam), OdsCode.Parse("RBT01"));

    private static readonly Duration UntilRecorded = Duration.FromMinutes(6);

    private static readonly ReablementRequest[] Told =
    [
        UrgencyRequest.Example, ReferralAnswerRequest.Example, AllocationRequest.Example, ContactRequest.Example, CoverRequest.Example, CoverEndRequest.Example, WorkerDepartureRequest.Example,
        HandOverRequest.Example, PlannedVisitRequest.Example, MissedVisitRequest.Example, ReablementConsentRequest.Example, StartDateRequest.Example, PatchRequest.Example, BridgingRequest.Example,
        AssessmentRequest.Example, AssessmentAnswerRequest.Example, HomeAssessmentRequest.Example, GoalRequest.Example, HomeNeedRequest.Example, CareRequest.Example, BridgingEndRequest.Example, CrisisResponseRequest.Example,
        CrisisContactRequest.Example,
        GoalScoreRequest.Example, ReablementReviewRequest.Example, LimitDecisionRequest.Example, ChargeRequest.Example, ReablementEndingRequest.Example, FollowUpRequest.Example,
    ];

    private static readonly Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Steps = Walk();

    /// <inheritdoc/>
    static ReablementView IExample<ReablementView>.Example => Whole;

    /// <inheritdoc/>
    static Caseload IExample<Caseload>.Example => new([Whole], Id);

    private static ReablementView Whole => ReablementType.ViewOf(Steps[typeof(FollowUpRequest)].Now, ReablementReferralRequest.Example.Person.Details, otherOpen: []);

    /// <summary>Whether this case tells a request.</summary>
    public static bool Tells(Type request) => request == typeof(ReablementReferralRequest) || request.IsSubclassOf(typeof(ReablementRequest));

    /// <summary>The answer to the example of a request.</summary>
    /// <param name="request">The type of the request.</param>
    public static CommandAnswer AnswerTo(Type request) => CommandAnswer.For(ReablementType.Instance, Steps[request].Now, Steps[request].Recorded);

    private static Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Walk()
    {
        var opening = ReablementReferralRequest.Example;
        var referred = Verdict.Of(opening.ToCommand(new PersonRef(new("5b0f6c1e-8a43-4f0e-9d27-64c1f2a7be10")), "3b1f8f0f").Decide(hasOpenCase: false));
        var steps = new Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> { [typeof(ReablementReferralRequest)] = After(History.Empty, referred, opening.OccurredAt) };
        var history = steps[typeof(ReablementReferralRequest)].Now.History;
        foreach (var told in Told)
        {
            steps[told.GetType()] = After(history, told.Decide(Id, history, _ => null), told.OccurredAt);
            history = steps[told.GetType()].Now.History;
        }

        return steps;
    }

    private static (CaseNow Now, IReadOnlyList<Entry> Recorded) After(History history, Verdict verdict, Instant occurredAt)
    {
        var facts = verdict is Verdict.Accepted accepted ? accepted.Facts : throw new InvalidOperationException($"An example is refused: {verdict}.");
        var recordedAt = occurredAt + UntilRecorded;
        var recorded = facts.Select((fact, index) => new Entry(history.Version + 1 + index, fact, recordedAt, Worker)).ToArray();
        return (CaseNow.Of(ReablementType.Instance, RuleBook.Standard, Id, history.With(recorded), recordedAt), recorded);
    }
}
