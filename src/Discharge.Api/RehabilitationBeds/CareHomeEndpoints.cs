using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Wolverine.Http;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>The care home agreed for the case that home does not work out, and the move straight into it.</summary>
public static class CareHomeEndpoints
{
    /// <summary>Agrees on a contingency place before the person is discharged, with the manager who assessed them; its entry is how it is addressed. A registered place is kept for them until the moment given; 409 with who has it where somebody else does.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/contingency-places"), Requires(Operation.WorkRehabilitation), Accepts<CareHomeAgreementRequest>, Records]
    public static Task<IResult> Agree(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<CareHomeAgreementRequest>(id, http);

    /// <summary>Records that the risks became unmanageable and the person moved straight into the place agreed, and not back to hospital; refused where it is not the home that was agreed.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/contingency-places/{agreement}/moves"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationContingencyRequest>, Records]
    public static Task<IResult> Move(Guid id, long agreement, CaseCommands cases, HttpContext http) =>
        cases.OfRehabilitation<RehabilitationContingencyRequest>(id, http, request => (Reading<RehabilitationContingencyRequest>)(request with { Agreement = agreement }));

    /// <summary>Records a move straight into a care home that nobody had agreed on beforehand; it is never counted as contingency.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/unplanned-care-home-moves"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationUnplannedMoveRequest>, Records]
    public static Task<IResult> MoveUnplanned(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationUnplannedMoveRequest>(id, http);
}
