using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>To which care homes the person is referred, what each answers, which is chosen, and who pays what it asks above what is funded.</summary>
public static class HomeReferralEndpoints
{
    /// <summary>Refers the person to a care home; several may be asked at once. Its entry is how the referral is addressed from then on.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals"), Requires(Operation.Refer), Accepts<HomeReferralRequest>, Records]
    public static Task<IResult> Refer(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomeReferralRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person was assessed for the home, by the home or by a trusted assessor.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals/{homeReferral}/assessments"), Requires(Operation.Refer), Accepts<AssessedForHomeRequest>, Records]
    public static Task<IResult> Assess(Guid id, long homeReferral, CaseCommands cases, HttpContext http) => Answer<AssessedForHomeRequest>(id, homeReferral, cases, http);

    /// <summary>Records that the home accepted the person, from which day and hour, whether at weekends, and with which top-up.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals/{homeReferral}/acceptance"), Requires(Operation.Refer), Accepts<AcceptedByHomeRequest>, Records]
    public static Task<IResult> Accept(Guid id, long homeReferral, CaseCommands cases, HttpContext http) => Answer<AcceptedByHomeRequest>(id, homeReferral, cases, http);

    /// <summary>Records that the home declined the person, and why.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals/{homeReferral}/decline"), Requires(Operation.Refer), Accepts<DeclinedByHomeRequest>, Records]
    public static Task<IResult> Decline(Guid id, long homeReferral, CaseCommands cases, HttpContext http) => Answer<DeclinedByHomeRequest>(id, homeReferral, cases, http);

    /// <summary>Records which home was chosen, and by whom; the last choice counts.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals/{homeReferral}/choice"), Requires(Operation.RecordInvolvement), Accepts<HomeChosenRequest>, Records]
    public static Task<IResult> Choose(Guid id, long homeReferral, CaseCommands cases, HttpContext http) => Answer<HomeChosenRequest>(id, homeReferral, cases, http);

    /// <summary>Agrees with somebody that they pay what the home asks above what is funded; refused where it asks nothing, or another amount.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals/{homeReferral}/top-up"), Requires(Operation.AgreeFunding), Accepts<TopUpAgreedRequest>, Records]
    public static Task<IResult> AgreeTopUp(Guid id, long homeReferral, CaseCommands cases, HttpContext http) => Answer<TopUpAgreedRequest>(id, homeReferral, cases, http);

    /// <summary>Records that the referral was taken back.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-referrals/{homeReferral}/taking-back"), Requires(Operation.Refer), Accepts<HomeReferralTakenBackRequest>, Records]
    public static Task<IResult> TakeBack(Guid id, long homeReferral, CaseCommands cases, HttpContext http) => Answer<HomeReferralTakenBackRequest>(id, homeReferral, cases, http);

    /// <summary>Marks whether the person pays for their care home themselves; nothing is refused to them for it.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/self-funder-findings"), Requires(Operation.RecordInvolvement), Accepts<SelfFunderRequest>, Records]
    public static Task<IResult> MarkSelfFunder(Guid id, CaseCommands cases, HttpContext http) => cases.Run<SelfFunderRequest>(DischargeCaseType.Instance, id, http);

    private static Task<IResult> Answer<T>(Guid id, long referral, CaseCommands cases, HttpContext http)
        where T : HomeAnswerRequest => cases.Run<T>(DischargeCaseType.Instance, id, http, request => (Reading<T>)(request with { Referral = referral }));
}
