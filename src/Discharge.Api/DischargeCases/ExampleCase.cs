using System.Security.Cryptography;
using System.Text;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.Clocks;
using Discharge.Api.OpenApi;
using Discharge.Api.Reablement;
using Discharge.Api.Requests;
using Discharge.Domain.Asked;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Asked;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Timelines;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>
/// The case that the contract's examples tell: what the example of each request records, decided by the domain itself, and what would be
/// answered and shown. An example can therefore not say what the service would not.
/// </summary>
internal sealed class ExampleCase : IExample<WithPerson<DischargeCaseView>>, IExample<HistoryView>, IExample<SensitiveFactsView>, IExample<CaseProof>, IExample<DelayLedgerView>, IExample<DelayMeasuresView>, IExample<ExplainedClocksView>, IExample<WhatIf>, IExample<Forecast>
{
    private static readonly Guid Id = new("0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5");

    private static readonly Actor Coordinator = new("c-41d7", Caller.Named(Role.DischargeCoordinator), OdsCode.Parse("QMJ01"));

    private static readonly Duration UntilRecorded = Duration.FromMinutes(6);

    // Every request on a case there is, in the order of their moments. The withdrawal takes back the failed visit, which belonged to somebody else.
    private static readonly ICaseRequest[] Told =
    [
        .. typeof(ExampleCase).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(ICaseRequest)) && !ExampleReablement.Tells(type) && !ExampleTeam.Tells(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ICaseRequest)type.GetProperty(nameof(IExample<>.Example))!.GetValue(null)!)
            .OrderBy(request => request.OccurredAt),
    ];

    private static readonly Dictionary<Type, Step> Steps = Walk();

    /// <summary>The case as it is shown when the person has just left.</summary>
    public static DischargeCaseView JustLeft => DischargeCaseType.ViewOf(Leaving);

    /// <summary>What it asks of organisations then.</summary>
    public static IEnumerable<AskedView> Asked => AskedInDischarge.Of(StateOf(Leaving)).Select(asking => AskedView.Of(Id, asking, Person, Leaving.At));

    /// <summary>The case when it was just opened.</summary>
    public static History Opened => Steps[typeof(OpenCaseRequest)].Now.History;

    /// <summary>Whose case it is.</summary>
    public static PersonDetails Person => OpenCaseRequest.Example.Details;

    /// <summary>What was said in it, as it is joined to what is shown.</summary>
    public static NoteWords Words { get; } = new(Told.SelectMany(request => request.Words).OfType<string>().Distinct().ToDictionary(words => NoteOf(words)!.Id));

    /// <inheritdoc/>
    static WithPerson<DischargeCaseView> IExample<WithPerson<DischargeCaseView>>.Example => Shown(JustLeft);

    /// <inheritdoc/>
    static DelayLedgerView IExample<DelayLedgerView>.Example => DelayLedgerView.Of(StateOf(Leaving), Leaving.At, codeset: null);

    // Ten people of one week.
    /// <inheritdoc/>
    static DelayMeasuresView IExample<DelayMeasuresView>.Example => DelayMeasuresView.Of(
        OpenCaseRequest.Example.Site, new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 8), DelayMeasures.Of([0, 0, 0, 0, 1, 1, 2, 5, 9, 22]), leftWithNoReadyDate: 1, decidedAgainstRule: 1);

    /// <inheritdoc/>
    static HistoryView IExample<HistoryView>.Example => Steps[typeof(WithdrawalRequest)].Now is var now
        ? HistoryView.Of(RuleBook.Standard, Id, now.History, [.. NoticesIn(now)], now.At, asOf: null, knownAt: null, Role.HubLead.Sees())
        : throw new InvalidOperationException("The example has no history.");

    /// <inheritdoc/>
    static SensitiveFactsView IExample<SensitiveFactsView>.Example => Leaving.History is var history
        ? new(
            Id,
            history.Version,
            [.. Role.HubLead.Sees().Order()],
            [
                .. from entry in history.Standing
                   let sensitive = SensitiveFacts.ClassOf(entry, history)
                   where sensitive is not null
                   select new SensitiveFactView(Id, sensitive.Value, EntryView.Of(entry, stands: true, NamedCases.All)),
            ])
        : throw new InvalidOperationException("The example has no history.");

    /// <inheritdoc/>
    static CaseProof IExample<CaseProof>.Example => new(
        Id, Leaving.History.Version, ProofVerdict.InDoubt, Leaving.History.Entries.Length, "Xq0n5w8C2mB7rT3fJ1kP9sLdYvGhZaUeQoIiNtWbRcE", [new(DoubtKind.Altered, 3, 3, Leaving.History.Entries[2].RecordedAt)]);

    /// <inheritdoc/>
    static ExplainedClocksView IExample<ExplainedClocksView>.Example => ExplainedClocksView.Of(Leaving);

    /// <inheritdoc/>
    static WhatIf IExample<WhatIf>.Example => WhatIf.Of(
        RuleBook.Standard,
        RuleBook.Standard,
        Id,
        Leaving.History,
        [history => ((ICaseRequest)HomeVisitRequest.Example).Decide(Id, history, NoteOf)],
        Coordinator,
        WhatIfRequest.Example.At!.Value);

    /// <inheritdoc/>
    static Forecast IExample<Forecast>.Example => Leaving.Clocks[0] is var clock
        ? new(Leaving.At, clock.Due.BreachAt, Complete: true,
        [
            new(clock.Moments[^2].At, Id, clock.Rule.Id, clock.Start.Version, ForeseenKind.Warning, clock.Moments[^2].Words, Level: null, Who: null),
            new(clock.Due.BreachAt, Id, clock.Rule.Id, clock.Start.Version, ForeseenKind.Breach, "breached", Level: null, Who: null),
        ])
        : throw new InvalidOperationException("The example has no clock.");

    private static CaseNow Leaving => Steps[typeof(DischargeRequest)].Now;

    /// <summary>A view of the case when the person has just left, as it is shown.</summary>
    /// <param name="view">The view.</param>
    public static WithPerson<TView> Shown<TView>(TView view) => new(Person, DaysOfStay.Of(HospitalStay.Of(StateOf(Leaving)), LocalCalendar.DateOf(Leaving.At)), view);

    /// <summary>The answer to the example of a request.</summary>
    /// <param name="request">The type of the request.</param>
    public static CommandAnswer AnswerTo(Type request) => CommandAnswer.For(DischargeCaseType.Instance, Steps[request].Now, Steps[request].Recorded);

    private static DischargeCase StateOf(CaseNow now) => DischargeCaseType.StateOf(Id, now.History);

    private static Dictionary<Type, Step> Walk()
    {
        var opening = OpenCaseRequest.Example;
        var opened = Verdict.Of(opening.ToCommand(new PersonRef(new("5b0f6c1e-8a43-4f0e-9d27-64c1f2a7be10")), HashOf("details")).Decide());
        var steps = new Dictionary<Type, Step> { [typeof(OpenCaseRequest)] = After(History.Empty, opened, opening.OccurredAt) };
        var history = steps[typeof(OpenCaseRequest)].Now.History;
        foreach (var told in Told)
        {
            var request = Referring(told, steps);
            steps[told.GetType()] = After(history, request.Decide(Id, history, NoteOf), request.OccurredAt);
            history = steps[told.GetType()].Now.History;
        }

        return steps;
    }

    // What a path or a body would name: an entry told before, or what it made.
    private static ICaseRequest Referring(ICaseRequest told, Dictionary<Type, Step> steps) => told switch
    {
        WithdrawalRequest withdrawal => withdrawal with { Entry = VersionOf<FailedHomeVisitRequest>(steps) },
        DelayRequest delay => delay.In(DelayCodes.Own) is Reading<DelayRequest>.Understood read ? read.Value : throw new InvalidOperationException("The example's delay has no reason."),
        DelayEndRequest end => end with { Delay = VersionOf<DelayRequest>(steps) },
        PrimaryDelayRequest primary => primary with { Delay = VersionOf<DelayRequest>(steps) },
        CarerOfferMadeRequest offer => offer with { Carer = VersionOf<CarerNamedRequest>(steps) },
        CarerOutcomeRecordedRequest outcome => outcome with { Carer = VersionOf<CarerNamedRequest>(steps) },
        ObjectionSettledRequest settled => settled with { Objection = VersionOf<ObjectionRaisedRequest>(steps) },
        ReferralStepTakenRequest step => step with { Referral = Made<ReferralSentRequest, ReferralSent>(steps).Referral },
        ContingencyMoveRequest move => move with { Agreement = VersionOf<ContingencyPlaceRequest>(steps) },
        HomeAnswerRequest answer => answer with { Referral = VersionOf<HomeReferralRequest>(steps) },
        TaskEndedRequest end => end with { Task = Made<TaskSetRequest, TaskSet>(steps).Task },
        _ => told,
    };

    private static long VersionOf<TRequest>(Dictionary<Type, Step> steps) => steps[typeof(TRequest)].Recorded[0].Version;

    private static TFact Made<TRequest, TFact>(Dictionary<Type, Step> steps)
        where TFact : Fact => (TFact)steps[typeof(TRequest)].Recorded[0].Fact;

    private static Step After(History history, Verdict verdict, Instant occurredAt)
    {
        var facts = verdict is Verdict.Accepted accepted ? accepted.Facts : throw new InvalidOperationException($"An example is refused: {verdict}.");
        var recordedAt = occurredAt + UntilRecorded;
        var recorded = facts.Select((fact, index) => new Entry(history.Version + 1 + index, fact, recordedAt, Coordinator)).ToArray();
        return new Step(recorded, CaseNow.Of(DischargeCaseType.Instance, RuleBook.Standard, Id, history.With(recorded), recordedAt));
    }

    private static IEnumerable<Notice> NoticesIn(CaseNow now) =>
        from clock in now.Clocks
        from moment in clock.Moments
        where moment.At <= (clock.StoppedAt ?? now.At)
        select new Notice(clock.Rule.Id, clock.Start.Version, moment.Words, moment.Level?.ToString(), moment.Who, moment.At, moment.At + Duration.FromMilliseconds(412));

    // Both are random in a real case; here they follow from the words, so that the contract is the same each time.
    private static NoteRef? NoteOf(string? words) => words is null ? null : new(new(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16)), HashOf(words));

    private static string HashOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    private sealed record Step(IReadOnlyList<Entry> Recorded, CaseNow Now);
}
