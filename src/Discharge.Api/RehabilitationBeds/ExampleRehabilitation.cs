using Discharge.Api.Access;
using Discharge.Api.Beds;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>The rehabilitation-bed case that the contract's examples tell, decided by the domain itself as the example case is.</summary>
internal sealed class ExampleRehabilitation : IExample<RehabilitationView>, IExample<RehabilitationList>, IExample<RehabilitationBoard>
{
    /// <summary>The bed the person is in.</summary>
    public static readonly Guid Bed = new("0198c6a2-8b33-7f42-8c74-2e6639a2d5cc");

    private static readonly Guid Id = new("0198c6a2-9c44-7a53-9d85-3f774ab3e6dd");

    private static readonly Actor Worker = new("w-118", Caller.Named(Role.RehabilitationTeam), OdsCode.Parse("RHB01"));

    private static readonly Duration UntilRecorded = Duration.FromMinutes(6);

    private static readonly RehabilitationRequest[] Told =
    [
        RehabilitationAnswerRequest.Example, RehabilitationAdmissionRequest.Example, RehabilitationGoalRequest.Example, TherapySessionRequest.Example, RehabilitationGoalScoreRequest.Example, RehabilitationReviewRequest.Example,
        CareHomeAgreementRequest.Example, HomeAccessVisitRequest.Example, EquipmentTestRequest.Example with { Visit = 9 }, VisitRiskRequest.Example with { Visit = 9 }, VisitOutcomeRequest.Example with { Visit = 9 },
        RehabilitationReturnRequest.Example, ManageableRisksRequest.Example with { Visit = 9 }, DischargeHomeRequest.Example, RehabilitationDepartureRequest.Example, RehabilitationContingencyRequest.Example with { Agreement = 8 },
        RehabilitationUnplannedMoveRequest.Example,
        // Whoever is in a care home has left it, or stays there for good, before rehabilitation ends.
        new RehabilitationDepartureRequest(ExampleMoment.At(2026, 3, 30, 9, 0), LeavingFor.CareHome), RehabilitationEndingRequest.Example,
    ];

    private static readonly Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Steps = Walk();

    /// <inheritdoc/>
    static RehabilitationView IExample<RehabilitationView>.Example => Shown(typeof(RehabilitationEndingRequest));

    /// <inheritdoc/>
    static RehabilitationList IExample<RehabilitationList>.Example => new([Shown(typeof(HomeAccessVisitRequest))], Id);

    /// <inheritdoc/>
    static RehabilitationBoard IExample<RehabilitationBoard>.Example =>
        RehabilitationBoard.Of(RehabilitationReferralRequest.Example.Team, [Shown(typeof(HomeAccessVisitRequest))], new Dictionary<Guid, string> { [Bed] = "Bay 2, bed 4" });

    /// <summary>Whether this case tells a request.</summary>
    public static bool Tells(Type request) => request == typeof(RehabilitationReferralRequest) || request.IsSubclassOf(typeof(RehabilitationRequest));

    /// <summary>The answer to the example of a request.</summary>
    /// <param name="request">The type of the request.</param>
    public static CommandAnswer AnswerTo(Type request) => CommandAnswer.For(RehabilitationType.Instance, Steps[request].Now, Steps[request].Recorded);

    private static RehabilitationView Shown(Type after) => RehabilitationView.Of(Steps[after].Now, RehabilitationReferralRequest.Example.Person!.Details, otherOpen: []);

    private static Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Walk()
    {
        var opening = RehabilitationReferralRequest.Example;
        var referred = Verdict.Of(opening.ToCommand(new PersonRef(new("6c1f7d2f-9b54-4a1f-8e38-75d2a3b8cf21")), "4c2f9a1e").Decide(hasOpenCase: false));
        var step = After(History.Empty, referred, opening.OccurredAt);
        var steps = new Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> { [typeof(RehabilitationReferralRequest)] = step };
        foreach (var told in Told)
        {
            var history = step.Now.History;
            step = After(history, InCase(told.Decide(Id, new Held(new Dictionary<Guid, History> { [Id] = history, [Bed] = Registered }), Note), told), told.OccurredAt);
            steps.TryAdd(told.GetType(), step);
        }

        return steps;
    }

    private static History Registered => History.Of(new Entry(
        1, ((Verdict.Accepted)Verdict.Of((BedRegistrationRequest.Example.ToCommand() with { Kind = PlaceKind.Rehabilitation }).Decide(nameIsTaken: false))).Facts[0], BedRegistrationRequest.Example.OccurredAt, Worker));

    private static NoteRef? Note(string? words) => words is null ? null : new(new("0198c6a2-ad55-7b64-8e96-40885bc4f7ee"), "5d3f0b2f");

    private static Verdict.Accepted InCase(JointVerdict verdict, RehabilitationRequest told) => verdict is JointVerdict.Accepted accepted
        ? new Verdict.Accepted(accepted.In.Single(given => given.Stream == Id).Facts)
        : throw new InvalidOperationException($"The example {told} is refused: {verdict}");

    private static (CaseNow Now, IReadOnlyList<Entry> Recorded) After(History history, Verdict verdict, Instant occurredAt)
    {
        var facts = verdict is Verdict.Accepted accepted ? accepted.Facts : throw new InvalidOperationException($"An example is refused: {verdict}.");
        var recordedAt = occurredAt + UntilRecorded;
        var recorded = facts.Select((fact, index) => new Entry(history.Version + 1 + index, fact, recordedAt, Worker)).ToArray();
        return (CaseNow.Of(RehabilitationType.Instance, RuleBook.Standard, Id, history.With(recorded), recordedAt), recorded);
    }
}
