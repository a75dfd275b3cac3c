using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What is recommended, advised, agreed and decided on a pathway.</summary>
public static class PathwayEndpoints
{
    /// <summary>Records a pathway recommended.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/pathway-recommendations"), Requires(Operation.RecommendPathway), Accepts<PathwayRecommendedRequest>, Records]
    public static Task<IResult> RecommendPathway(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PathwayRecommendedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records advice given, or signposting.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/advice"), Requires(Operation.GiveAdvice), Accepts<AdviceGivenRequest>, Records]
    public static Task<IResult> Advise(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AdviceGivenRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Agrees who pays which part, in per cent, from when.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/funding-splits"), Requires(Operation.AgreeFunding), Accepts<FundingSplitAgreedRequest>, Records]
    public static Task<IResult> AgreeFundingSplit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FundingSplitAgreedRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Decides how a risk is managed, with the options considered.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/risk-decisions"), Requires(Operation.DecideRisk), Accepts<RiskDecidedRequest>, Records]
    public static Task<IResult> DecideRisk(Guid id, CaseCommands cases, HttpContext http) => cases.Run<RiskDecidedRequest>(DischargeCaseType.Instance, id, http);
}
