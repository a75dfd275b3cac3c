using Discharge.Api.Access;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Api.Beds;

/// <summary>The place that the contract's examples tell, decided by the domain itself as the example case is.</summary>
internal sealed class ExampleBed : IExample<BedView>, IExample<BedListView>, IExample<BedCapacityView>, IExample<BedOccupancyView>, IExample<DisagreementsView>
{
    /// <summary>Whom it is reserved for.</summary>
    public static readonly Guid Case = new("0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5");

    private static readonly Guid Id = new("0198c6a2-6f11-7d20-8a52-9c4417e0b3aa");

    private static readonly Actor Coordinator = new("c-41d7", Caller.Named(Role.DischargeCoordinator), OdsCode.Parse("QMJ01"));

    private static readonly Duration UntilRecorded = Duration.FromMinutes(6);

    private static readonly BedRequest[] Told =
        [BedOfferRequest.Example, BedClosureRequest.Example, BedReopeningRequest.Example, VacancyConfirmationRequest.Example, BedReservationRequest.Example, BedReservationEndRequest.Example];

    private static readonly Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Steps = Walk();

    /// <inheritdoc/>
    static BedView IExample<BedView>.Example => Reserved;

    /// <inheritdoc/>
    static BedListView IExample<BedListView>.Example => new([Reserved], Id);

    /// <inheritdoc/>
    static BedCapacityView IExample<BedCapacityView>.Example => new([new(new LocalDate(2026, 3, 3), Reserved.Provider, Reserved.Kind, Places: 12, Free: 3, Reserved: 1, Occupied: 6, Held: 1, Closed: 1, TakenElsewhere: 0)]);

    /// <inheritdoc/>
    static BedOccupancyView IExample<BedOccupancyView>.Example => new([new(Reserved.Provider, PlaceKind.Rehabilitation, Places: 12, PlaceDays: 84m, OccupiedDays: 61.25m, [new(HoldReason.HomeAccessVisit, 0.63m), new(HoldReason.TrialNight, 0.75m)], ReservedDays: 4.5m)]);

    /// <inheritdoc/>
    static DisagreementsView IExample<DisagreementsView>.Example => new([new(Id, Case, PlaceStep.Reserved, Reserved.Since!.Value, DisagreementKind.OnlyThePlaceHasIt)]);

    private static BedView Reserved => Steps[typeof(BedReservationRequest)].Now is var now ? BedType.ViewOf(Id, now.History, now.At) : throw new InvalidOperationException("The example has no reservation.");

    /// <summary>The answer to the example of a request.</summary>
    /// <param name="request">The type of the request.</param>
    public static CommandAnswer AnswerTo(Type request) => CommandAnswer.For(BedType.Instance, Steps[request].Now, Steps[request].Recorded);

    private static Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Walk()
    {
        var opening = BedRegistrationRequest.Example;
        var registered = Verdict.Of(opening.ToCommand().Decide(nameIsTaken: false));
        var steps = new Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> { [typeof(BedRegistrationRequest)] = After(History.Empty, registered, opening.OccurredAt) };
        var history = steps[typeof(BedRegistrationRequest)].Now.History;
        foreach (var told in Told.OrderBy(request => request.OccurredAt))
        {
            steps[told.GetType()] = After(history, InBed(told, history), told.OccurredAt);
            history = steps[told.GetType()].Now.History;
        }

        return steps;
    }

    private static Verdict.Accepted InBed(BedRequest told, History history) =>
        told.Decide(Id, new Held(new Dictionary<Guid, History> { [Id] = history, [Case] = DischargeCases.ExampleCase.Opened })) is JointVerdict.Accepted accepted
            ? new Verdict.Accepted(accepted.In.Single(given => given.Stream == Id).Facts)
            : throw new InvalidOperationException($"The example {told} is refused.");

    private static (CaseNow Now, IReadOnlyList<Entry> Recorded) After(History history, Verdict verdict, Instant occurredAt)
    {
        var facts = ((Verdict.Accepted)verdict).Facts;
        var recordedAt = occurredAt + UntilRecorded;
        var recorded = facts.Select((fact, index) => new Entry(history.Version + 1 + index, fact, recordedAt, Coordinator)).ToArray();
        return (CaseNow.Of(BedType.Instance, RuleBook.Standard, Id, history.With(recorded), recordedAt), recorded);
    }
}
