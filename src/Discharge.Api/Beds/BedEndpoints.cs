using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.Beds;

/// <summary>The register of places: what is done with a place, and how it stands. Nobody is ever given a place that somebody else has.</summary>
public static class BedEndpoints
{
    /// <summary>Registers a place. The same registration sent again registers nothing and is answered 200.</summary>
    [WolverinePost("/v1/beds"), Requires(Operation.KeepBeds), Accepts<BedRegistrationRequest>, Records(StatusCodes.Status201Created), Records]
    public static Task<IResult> Register(CaseCommands cases, HttpContext http) =>
        cases.Open<BedRegistrationRequest>(BedType.Instance, request => new BedRegistration(request.ToCommand()), http);

    /// <summary>A place as it stands now: who has it, by the id of their case where the caller may know of that case, until when, what the provider said last and when.</summary>
    [WolverineGet("/v1/beds/{bed}"), Requires(Operation.ReadBeds), Answers<BedView, ExampleBed>(Tagged = true)]
    public static async Task<IResult> Get(Guid bed, BedLists beds, HttpContext http) => Screens.Answer(await beds.OneAsync(bed, Reaches.Of(http), http.RequestAborted), BedType.Instance.Name, http);

    /// <summary>Every entry of a place with who recorded it and when; as it was at a moment, and as it was known at one. A case that the caller may not know of is not named.</summary>
    [WolverineGet("/v1/beds/{bed}/history"), Requires(Operation.ReadHistory), Answers<HistoryView, DischargeCases.ExampleCase>(Tagged = true)]
    [Query<Instant>("asOf", "Only what had occurred by then, with all that is known now.")]
    [Query<Instant>("knownAt", "Only what had been recorded by then.")]
    public static Task<IResult> History(Guid bed, CaseHistories histories, RuleBook book, TimeProvider time, HttpContext http) => CaseEndpoints.History(bed, histories, book, time, http);

    /// <summary>Changes what a place can serve, or what it costs.</summary>
    [WolverinePost("/v1/beds/{bed}/offer-changes"), Requires(Operation.KeepBeds), Accepts<BedOfferRequest>, Records]
    public static Task<IResult> ChangeOffer(Guid bed, CaseCommands cases, HttpContext http) => Run<BedOfferRequest>(bed, cases, http);

    /// <summary>Closes a place to whoever is not in it yet, for an infection or works.</summary>
    [WolverinePost("/v1/beds/{bed}/closures"), Requires(Operation.KeepBeds), Accepts<BedClosureRequest>, Records]
    public static Task<IResult> Close(Guid bed, CaseCommands cases, HttpContext http) => Run<BedClosureRequest>(bed, cases, http);

    /// <summary>Opens a closed place again.</summary>
    [WolverinePost("/v1/beds/{bed}/reopenings"), Requires(Operation.KeepBeds), Accepts<BedReopeningRequest>, Records]
    public static Task<IResult> Reopen(Guid bed, CaseCommands cases, HttpContext http) => Run<BedReopeningRequest>(bed, cases, http);

    /// <summary>Records the provider's word whether a place is free.</summary>
    [WolverinePost("/v1/beds/{bed}/vacancy-confirmations"), Requires(Operation.KeepBeds), Accepts<VacancyConfirmationRequest>, Records]
    public static Task<IResult> ConfirmVacancy(Guid bed, CaseCommands cases, HttpContext http) => Run<VacancyConfirmationRequest>(bed, cases, http);

    /// <summary>Reserves a place for somebody until a moment, in the place and in their case at once; 409 where somebody else has it, with their case where the caller may know of it.</summary>
    [WolverinePost("/v1/beds/{bed}/reservations"), Requires(Operation.ReserveBed), Accepts<BedReservationRequest>, Records]
    public static Task<IResult> Reserve(Guid bed, CaseCommands cases, HttpContext http) => Run<BedReservationRequest>(bed, cases, http);

    /// <summary>Ends a reservation before its moment, in the place and in the case at once.</summary>
    [WolverinePost("/v1/beds/{bed}/reservation-ends"), Requires(Operation.ReserveBed), Accepts<BedReservationEndRequest>, Records]
    public static Task<IResult> EndReservation(Guid bed, CaseCommands cases, HttpContext http) => Run<BedReservationEndRequest>(bed, cases, http);

    /// <summary>Withdraws any entry of a place as entered in error; what a case has on record of it is withdrawn with it. Refused where two people would have had the place at once.</summary>
    [WolverinePost("/v1/beds/{bed}/entries/{version}/withdrawal"), Requires(Operation.WithdrawEntry), Accepts<WithdrawalRequest>, Records]
    public static Task<IResult> Withdraw(Guid bed, long version, CaseCommands cases, HttpContext http) => cases.RunJointly<WithdrawalRequest>(
        BedType.Instance, bed, http, _ => Streams.OfPlace(bed), (request, held, note) => JointVerdict.Of((bed, request.Decide(bed, held[bed], note))), request => request with { Entry = version });

    private static Task<IResult> Run<T>(Guid bed, CaseCommands cases, HttpContext http)
        where T : BedRequest => cases.RunJointly<T>(BedType.Instance, bed, http, request => request.Streams(bed), (request, held, _) => request.Decide(bed, held));
}
