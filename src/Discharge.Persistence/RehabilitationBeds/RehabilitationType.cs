using Discharge.Domain.Asked;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Asked;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>The rehabilitation-bed case as the store knows it.</summary>
public sealed class RehabilitationType : IStreamType
{
    /// <summary>The table with a row for every such case.</summary>
    internal const string Table = "rehabilitation_cases";

    private const string Row =
        """
        insert into discharge.rehabilitation_cases (case_id, person_id, team, phase, open, referred_at) values (?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update set team = excluded.team, phase = excluded.phase, open = excluded.open, referred_at = excluded.referred_at
        """;

    /// <summary>The one instance.</summary>
    public static RehabilitationType Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "rehabilitation-bed-case";

    /// <summary>The case with this history.</summary>
    public static RehabilitationCase StateOf(Guid id, History history) => new(id, history.Facts<RehabilitationEvent>());

    /// <summary>What opened a case. Where that was withdrawn, the first entry still says whose it was.</summary>
    public static RehabilitationReferred ReferralOf(Guid id, History history) => StateOf(id, history).Referral ?? (RehabilitationReferred)history.Entries[0].Fact;

    /// <inheritdoc/>
    public IReadOnlyList<Clock> ClocksOf(RuleBook book, Guid id, History history) => RehabilitationTimelines.ClocksOf(StateOf(id, history), ClockTerms.Of(book, history));

    /// <inheritdoc/>
    public IReadOnlyList<NextStep> NextStepsOf(Guid id, History history, IReadOnlyList<Clock> clocks, Instant at) => RehabilitationSteps.Of(StateOf(id, history), clocks, at);

    /// <inheritdoc/>
    public Instant? BedFreeAt(Guid id, History history) => StateOf(id, history).Left?.At;

    /// <inheritdoc/>
    public Departure DepartureOf(string code) => RehabilitationDepartures.Of(code);

    /// <inheritdoc/>
    public IEnumerable<Instant> TurnsIn(Guid id, History history, Instant at) =>
        StateOf(id, history).Facts.All<RehabilitationEvent>().Select(fact => (fact as ISharedFact)?.Until).OfType<Instant>();

    // Somebody else arrived in a place that was reserved for the person.
    /// <inheritdoc/>
    public Fact? OtherHalf(Guid id, History history, Guid other, Fact half) => half is BedReleased { Reason: ReleaseReason.SomebodyElseArrived }
        && EndingReservation(id, history, half.OccurredAt, other, ReservationEnd.SomebodyElseArrived) is Verdict.Accepted { Facts: [var lost] }
            ? lost
            : null;

    /// <inheritdoc/>
    public Verdict? Reserving(Guid id, History history, Instant at, Guid bed, BedRegistered registered, Instant until) =>
        Verdict.Of(new ReserveRehabilitationBed(at, bed, registered.Kind, registered.Provider, until).Decide(StateOf(id, history)));

    /// <inheritdoc/>
    public Verdict? EndingReservation(Guid id, History history, Instant at, Guid bed, ReservationEnd end) =>
        Verdict.Of(new EndRehabilitationReservation(at, bed, end).Decide(StateOf(id, history)));

    /// <inheritdoc/>
    public Refusal? AgainstCorrection(History before, History after) => RehabilitationCorrection.Against(StateOf(Guid.Empty, before), StateOf(Guid.Empty, after));

    /// <inheritdoc/>
    public Guid? BoundTo(Guid id, History history) => StateOf(id, history).Place;

    /// <inheritdoc/>
    public IEnumerable<Statement> Show(CaseNow before, CaseNow now)
    {
        var (state, referral) = (StateOf(now.Id, now.History), ReferralOf(now.Id, now.History));
        return
        [
            new(Row, now.Id, referral.Person.Id, referral.Team.Value, PublicJson.Spell(state.Phase), state.IsOpen, referral.OccurredAt.ToDateTimeOffset()),
            .. AskedRows.Changes(now.Id, AskedInRehabilitation.Of(StateOf(before.Id, before.History)), AskedInRehabilitation.Of(state)),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Statement> Forget(Guid[] ids) => [new("delete from discharge.rehabilitation_cases where case_id = any (?)", ids), AskedRows.Forget(ids)];
}
