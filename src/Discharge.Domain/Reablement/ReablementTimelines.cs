using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.Reablement;

/// <summary>The timelines of a reablement case: the rule book's words bound to what is on record.</summary>
public static class ReablementTimelines
{
    /// <summary>T02: a person responds to a referral within 48 hours, and the referrer is told; also where the person does not want reablement.</summary>
    public static readonly ClockBinding<ReablementCase> Response = new(
        "T02",
        Awaits: new("answer-referral", "Accept, decline or ask back, and tell the referrer.", Owner.ReablementTeam),
        Starts: Referrals,
        Stops: (reablement, _) => reablement.Facts.EntriesOf<ReferralAnswered>().Where(entry => ((ReferralAnswered)entry.Fact).ReferrerTold),
        IsVoid: ReferredInError)
    {
        Endings = EndsForGood,
    };

    /// <summary>T03: where it is urgent, contact on the same day. It is owed also where the team does not take the person on, until somebody says that they were reached; not where they had been contacted before it turned out to be urgent.</summary>
    public static readonly ClockBinding<ReablementCase> UrgentContact = new(
        "T03",
        Awaits: new("contact-today", "Contact the person today.", Owner.ReablementTeam),
        Starts: reablement => reablement.Facts.Entries.Where(entry => entry.Fact is ReablementReferred { Urgent: true } or ReferralMarkedUrgent).Take(1)
            .Where(entry => !(reablement.FirstContact?.OccurredAt < entry.Fact.OccurredAt)),
        Stops: Contacts,
        IsVoid: ReferredInError)
    {
        Endings = Ends,
    };

    /// <summary>T04: a named worker at once.</summary>
    public static readonly ClockBinding<ReablementCase> Allocation = new(
        "T04",
        Awaits: new("allocate-worker", "Allocate a named worker; the one on duty where the team is full.", Owner.ReablementTeam),
        Starts: reablement => reablement.Facts.Entries.Where(entry => entry.Fact is ReablementReferred { DischargeCase: not null } or ReferralAnswered { Answer: ReferralAnswer.Accepted }).Take(1),
        Stops: (reablement, _) => reablement.Facts.EntriesOf<WorkerAllocated>(),
        IsVoid: ReferredInError)
    {
        Endings = Declines,
    };

    /// <summary>T28: somebody referred in the community starts within two days.</summary>
    public static readonly ClockBinding<ReablementCase> StartedSoon = new(
        "T28",
        Awaits: new("start-reablement", "Make the first contact.", Owner.ReablementTeam),
        Starts: Referrals,
        Stops: Contacts,
        IsVoid: ReferredInError)
    {
        Endings = Declines,
    };

    /// <summary>T06: a request for a functional assessment is responded to within 48 hours; the assessment is its milestone, and responds to it too.</summary>
    public static readonly ClockBinding<ReablementCase> AssessmentResponse = new(
        "T06",
        Awaits: new("respond-to-assessment-request", "Respond to the request for a functional assessment.", Owner.ReablementTeam),
        Starts: reablement => reablement.Facts.EntriesOf<AssessmentRequested>(),
        Stops: (reablement, request) => reablement.Facts.Entries.Where(entry => entry.Fact is AssessmentAnswered answered && answered.Request == request.Version
            || entry.Fact is FunctionAssessed assessed && assessed.Request == request.Version),
        IsVoid: ReferredInError)
    {
        Endings = Ends,
    };

    /// <summary>T27: the urgent community response is in contact within two hours of being asked.</summary>
    public static readonly ClockBinding<ReablementCase> CrisisContact = new(
        "T27",
        Awaits: new("crisis-contact", "See that the urgent community response has been in contact with the person.", Owner.ReablementTeam),
        Starts: reablement => reablement.Facts.EntriesOf<CrisisResponseRequested>(),
        Stops: (reablement, request) => reablement.Facts.EntriesOf<CrisisContactMade>().Where(entry => ((CrisisContactMade)entry.Fact).Request == request.Version),
        IsVoid: ReferredInError)
    {
        Endings = Ends,
    };

    /// <summary>T05: six weeks from the first contact at most.</summary>
    public static readonly ClockBinding<ReablementCase> SixWeeks = new(
        "T05",
        Awaits: new("end-reablement", "End reablement with what comes after it; past six weeks, decide what it waits for.", Owner.ReablementTeam),
        Starts: Start,
        Stops: (reablement, _) => reablement.Facts.EntriesOf<ReablementEnded>(),
        IsVoid: ReferredInError)
    {
        Endings = Deaths,
    };

    /// <summary>T12: free of charge for six weeks; by then it has ended, or charging has begun or was waived. A charge within the free days settles nothing, nor does a waiver long before their end.</summary>
    public static readonly ClockBinding<ReablementCase> Free = new(
        "T12",
        Awaits: new("settle-charge", "End reablement, or settle whether it is charged for from the end of its free days on.", Owner.ReablementTeam),
        Starts: Start,
        Stops: (reablement, _) => reablement.Facts.Entries.Where(entry => entry.Fact is ReablementEnded
            || (entry.Fact is LimitDecided { Charge: ChargePosition.Waived } && NearTheLimit.Is(reablement, entry.Fact.OccurredAt))
            || (entry.Fact is ChargingStarted charge && !FreeOfCharge.Covers(reablement, charge.For, charge.OccurredAt))),
        IsVoid: ReferredInError)
    {
        Endings = Deaths,
    };

    /// <summary>T11: where somebody of 65 or over, discharged into reablement, is on day 91.</summary>
    public static readonly ClockBinding<ReablementCase> FollowedUp = new(
        "T11",
        Awaits: new("follow-up", "Find out where the person is on day 91.", Owner.ReablementTeam),
        Starts: reablement => reablement is { IsFromHospital: true, SixtyFiveOrOver: true } ? reablement.Facts.EntriesOf<ReablementReferred>().Take(1) : [],
        Stops: (reablement, _) => reablement.Facts.EntriesOf<FollowUpRecorded>(),
        IsVoid: ReferredInError);

    private static readonly ClockBinding<ReablementCase>[] All = [Response, UrgentContact, Allocation, StartedSoon, AssessmentResponse, CrisisContact, SixWeeks, Free, FollowedUp];

    /// <summary>The clocks of a case.</summary>
    public static IReadOnlyList<Clock> ClocksOf(ReablementCase reablement, ClockTerms terms) => [.. All.SelectMany(binding => binding.ClocksOf(reablement, terms))];

    /// <summary>What is offered where contact on the same day was asked for after the service had closed (T03); null where it was not.</summary>
    public static string? OfferedOutOfHours(IEnumerable<Clock> clocks) => clocks.Select(Offered).FirstOrDefault(offered => offered is not null);

    /// <summary>What the team lead is told at once: that a case was given to the worker on duty because the team was full.</summary>
    public static IEnumerable<ToldAtOnce> ToldIn(ReablementCase reablement) =>
        from entry in reablement.Facts.EntriesOf<WorkerAllocated>()
        where ((WorkerAllocated)entry.Fact).OverCapacity
        select new ToldAtOnce(AllocateWorker.OverCapacity.Code, entry.Version, "over capacity: the worker on duty was allocated", LadderLevel.L2, entry.Fact.OccurredAt);

    private static string? Offered(Clock clock) => clock.Rule.Warnings.FirstOrDefault(warning => warning.At is OnStartDayWhileOpen open && open.HadClosed(clock.Due.StartedAt))?.Offers;

    // Whoever was handed over from a discharge is not a referral to be answered, nor somebody of the community.
    private static IEnumerable<Entry> Referrals(ReablementCase reablement) => reablement.Facts.EntriesOf<ReablementReferred>().Where(entry => ((ReablementReferred)entry.Fact).DischargeCase is null).Take(1);

    private static IEnumerable<Entry> Contacts(ReablementCase reablement, Entry start) => reablement.Facts.EntriesOf<ContactMade>();

    // What had ended before anybody was in contact does not begin with a contact after it.
    private static IEnumerable<Entry> Start(ReablementCase reablement) => reablement.FirstContact is { } first && !(reablement.Ending?.OccurredAt < first.OccurredAt) ? reablement.Facts.EntriesOf<ContactMade>().Where(entry => entry.Fact == first).Take(1) : [];

    // From the decline on whoever is not taken on is owed neither a worker nor a start; what was late by then stays late.
    private static IEnumerable<Ending> Declines(ReablementCase reablement, Entry start) =>
        reablement is { Phase: ReablementPhase.Declined, DeclinedSince: { } since } ? [new(Voiding.Declined, since), .. Ends(reablement, start)] : Ends(reablement, start);

    // What the person no longer wants is not owed to them any more.
    private static IEnumerable<Ending> Ends(ReablementCase reablement, Entry start) =>
    [
        .. reablement.UnwantedSince is { } since ? [new(Voiding.Declined, since)] : Array.Empty<Ending>(),
        .. EndsForGood(reablement, start),
    ];

    // Nor is anything that they did not live to see, are back in hospital for, or reablement ended without.
    private static IEnumerable<Ending> EndsForGood(ReablementCase reablement, Entry start) =>
    [
        .. reablement.Ending is { } ending ? [new(CauseOf(ending.Sequel), ending.OccurredAt)] : Array.Empty<Ending>(),
        .. Deaths(reablement, start),
        .. reablement.Facts.All<ReturnHandedOver>().Where(back => back.OccurredAt >= start.Fact.OccurredAt).Select(back => new Ending(Voiding.Readmitted, back.OccurredAt)),
    ];

    private static IEnumerable<Ending> Deaths(ReablementCase reablement, Entry start) => reablement.Facts.All<DeathHandedOver>().Select(death => new Ending(Voiding.PersonDied, death.OccurredAt));

    private static Voiding CauseOf(ReablementSequel sequel) => sequel switch
    {
        ReablementSequel.Died => Voiding.PersonDied,
        ReablementSequel.Readmitted => Voiding.Readmitted,
        _ => Voiding.Declined,
    };

    private static bool ReferredInError(ReablementCase reablement) => reablement.Referral is null;
}
