using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>An interim stay on Pathway 3, and the place agreed for the case that home does not work out.</summary>
public static class InterimStayEndpoints
{
    /// <summary>Agrees on a contingency place before the person leaves, with the manager of a care home who assessed them in hospital; its entry is how it is addressed from then on. A registered place is kept for them until the moment given, in the place and in their case at once; 409 with who has it where somebody else does.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/contingency-places"), Requires(Operation.DecideInterimStay), Accepts<ContingencyPlaceRequest>, Records]
    public static Task<IResult> AgreeContingency(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<ContingencyPlaceRequest>(DischargeCaseType.Instance, id, http, agreement => agreement.Concerning(id), (agreement, held, note) => agreement.Decide(id, held, note));

    /// <summary>Records that the risks at home became unmanageable and the person moved straight into the contingency place; refused where it is not the place that was agreed.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/contingency-places/{agreement}/moves"), Requires(Operation.RecordInterimStay), Accepts<ContingencyMoveRequest>, Records]
    public static Task<IResult> InvokeContingency(Guid id, long agreement, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<ContingencyMoveRequest>(
            DischargeCaseType.Instance, id, http, move => move.Concerning(id), (move, held, note) => move.Decide(id, held, note), move => (Reading<ContingencyMoveRequest>)(move with { Agreement = agreement }));

    /// <summary>Records a move straight from home into a care home that nobody had agreed on beforehand; it is never counted as contingency.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/unplanned-care-home-moves"), Requires(Operation.RecordInterimStay), Accepts<UnplannedMoveRequest>, Records]
    public static Task<IResult> MoveUnplanned(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<UnplannedMoveRequest>(DischargeCaseType.Instance, id, http, move => move.Concerning(id), (move, held, note) => move.Decide(id, held, note));

    /// <summary>Records that home was found not to be possible for now, and why.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-not-possible-findings"), Requires(Operation.AssessLongTermNeeds), Accepts<HomeNotPossibleRequest>, Records]
    public static Task<IResult> FindHomeNotPossible(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomeNotPossibleRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Decides on an interim stay; refused with what is missing.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/interim-stay-decisions"), Requires(Operation.DecideInterimStay), Accepts<InterimStayDecisionRequest>, Records]
    public static Task<IResult> Decide(Guid id, CaseCommands cases, HttpContext http) => cases.Run<InterimStayDecisionRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person arrived in an interim bed; never refused for what was missing. It starts the limit of its kind, or continues it. A registered bed is theirs from then on, which is refused only where somebody else has it.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/interim-bed-arrivals"), Requires(Operation.RecordInterimStay), Accepts<InterimBedArrivalRequest>, Records]
    public static Task<IResult> Arrive(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<InterimBedArrivalRequest>(DischargeCaseType.Instance, id, http, arrival => arrival.Concerning(id), (arrival, held, note) => arrival.Decide(id, held, note));

    /// <summary>Records that the bed is held while the person is in hospital; the limit goes on being counted, and a registered bed is kept.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/interim-bed-holds"), Requires(Operation.RecordInterimStay), Accepts<InterimBedHoldRequest>, Records]
    public static Task<IResult> Hold(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<InterimBedHoldRequest>(DischargeCaseType.Instance, id, http, _ => Streams.OfCase(id), (said, held, note) => JointVerdict.Of((id, said.Decide(id, held[id], note))));

    /// <summary>Records that the person left the interim bed, and what for; a registered one is free with it.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/interim-bed-departures"), Requires(Operation.RecordInterimStay), Accepts<InterimBedDepartureRequest>, Records]
    public static Task<IResult> Leave(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<InterimBedDepartureRequest>(DischargeCaseType.Instance, id, http, _ => Streams.OfCase(id), (said, held, note) => JointVerdict.Of((id, said.Decide(id, held[id], note))));

    /// <summary>Decides, by a named senior and with a reason and a new date, that the stay goes on past its limit; the limit stays what it is and its breach stands.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/interim-stay-extensions"), Requires(Operation.DecideInterimStay), Accepts<InterimStayExtensionRequest>, Records]
    public static Task<IResult> Extend(Guid id, CaseCommands cases, HttpContext http) => cases.Run<InterimStayExtensionRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records how the deprivation of the person's liberty stands; it is warned of and never blocks anything.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/deprivations-of-liberty"), Requires(Operation.RecordInterimStay), Accepts<LibertyRequest>, Records]
    public static Task<IResult> RecordLiberty(Guid id, CaseCommands cases, HttpContext http) => cases.Run<LibertyRequest>(DischargeCaseType.Instance, id, http);
}
