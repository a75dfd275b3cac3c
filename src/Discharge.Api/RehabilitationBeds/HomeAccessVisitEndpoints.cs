using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Wolverine.Http;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>The home access visit, through which the bed is held, and whether home can be managed.</summary>
public static class HomeAccessVisitEndpoints
{
    /// <summary>Records that the person goes home with the team to try it; its entry is how the visit is addressed. The bed is held and given to nobody until the visit has an outcome.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/home-access-visits"), Requires(Operation.WorkRehabilitation), Accepts<HomeAccessVisitRequest>, Records]
    public static Task<IResult> Start(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<HomeAccessVisitRequest>(id, http);

    /// <summary>Records the test of a piece of equipment, with its result.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/home-access-visits/{visit}/equipment-tests"), Requires(Operation.WorkRehabilitation), Accepts<EquipmentTestRequest>, Records]
    public static Task<IResult> Test(Guid id, long visit, CaseCommands cases, HttpContext http) =>
        cases.OfRehabilitation<EquipmentTestRequest>(id, http, request => (Reading<EquipmentTestRequest>)(request with { Visit = visit }));

    /// <summary>Decides how the risks found are managed: what was considered, the least intrusive first, and what is chosen.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/home-access-visits/{visit}/risk-decisions"), Requires(Operation.WorkRehabilitation), Accepts<VisitRiskRequest>, Records]
    public static Task<IResult> DecideRisk(Guid id, long visit, CaseCommands cases, HttpContext http) =>
        cases.OfRehabilitation<VisitRiskRequest>(id, http, request => (Reading<VisitRiskRequest>)(request with { Visit = visit }));

    /// <summary>Records how the visit ended, which says what becomes of the bed: back in it, still held, another place, or free.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/home-access-visits/{visit}/outcome"), Requires(Operation.WorkRehabilitation), Accepts<VisitOutcomeRequest>, Records]
    public static Task<IResult> Conclude(Guid id, long visit, CaseCommands cases, HttpContext http) =>
        cases.OfRehabilitation<VisitOutcomeRequest>(id, http, request => (Reading<VisitOutcomeRequest>)(request with { Visit = visit }));

    /// <summary>Records that the person came back to the bed that was held for them after the visit had ended without that.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/returns"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationReturnRequest>, Records]
    public static Task<IResult> Return(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationReturnRequest>(id, http);

    /// <summary>Records that a named professional judges the risks at home to be manageable, after a visit or with the reason none was needed.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/risk-judgements"), Requires(Operation.WorkRehabilitation), Accepts<ManageableRisksRequest>, Records]
    public static Task<IResult> Judge(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<ManageableRisksRequest>(id, http);

    /// <summary>Decides to discharge the person home; refused unless somebody is on record as confident that the risks can be managed. It does not discharge them yet.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/discharge-home-decisions"), Requires(Operation.WorkRehabilitation), Accepts<DischargeHomeRequest>, Records]
    public static Task<IResult> DecideHome(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<DischargeHomeRequest>(id, http);
}
