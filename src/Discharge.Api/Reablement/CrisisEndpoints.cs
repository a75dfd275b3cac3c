using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.Reablement;
using Wolverine.Http;

namespace Discharge.Api.Reablement;

/// <summary>The urgent community response for somebody in a crisis, as out of hours.</summary>
public static class CrisisEndpoints
{
    /// <summary>Records that the urgent community response was asked to see to the person, which it does within two hours; its entry is how the request is addressed.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/crisis-responses"), Requires(Operation.WorkReablement), Accepts<CrisisResponseRequest>, Records]
    public static Task<IResult> Request(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CrisisResponseRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that the urgent community response was in contact with the person.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/crisis-contacts"), Requires(Operation.WorkReablement), Accepts<CrisisContactRequest>, Records]
    public static Task<IResult> Contact(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CrisisContactRequest>(ReablementType.Instance, id, http);
}
