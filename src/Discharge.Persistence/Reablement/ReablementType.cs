using Discharge.Domain.Asked;
using Discharge.Domain.Deciding;
using Discharge.Domain.Handovers;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Asked;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Handovers;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Reablement;

/// <summary>The reablement case as the store knows it.</summary>
public sealed class ReablementType : IStreamType
{
    private const string Row =
        """
        insert into discharge.reablement_cases
               (case_id, person_id, team, worker, open, allocated_on, allocated_role, phase, referred_at, referred_on, respond_by, start_on, started_on, last_contact_on, ended_on, to_end)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update
           set team = excluded.team, worker = excluded.worker, open = excluded.open, allocated_on = excluded.allocated_on, allocated_role = excluded.allocated_role, phase = excluded.phase,
               referred_at = excluded.referred_at, referred_on = excluded.referred_on, respond_by = excluded.respond_by, start_on = excluded.start_on, started_on = excluded.started_on,
               last_contact_on = excluded.last_contact_on, ended_on = excluded.ended_on, to_end = excluded.to_end
        """;

    /// <summary>The one instance.</summary>
    public static ReablementType Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "reablement-case";

    /// <summary>The case with this history.</summary>
    public static ReablementCase StateOf(Guid id, History history) => new(id, history.Facts<ReablementEvent>());

    /// <summary>A case as it is shown.</summary>
    /// <param name="now">The case.</param>
    /// <param name="person">Who they are.</param>
    /// <param name="otherOpen">The other cases of the person that are open.</param>
    public static ReablementView ViewOf(CaseNow now, PersonDetails? person, IReadOnlyList<Guid> otherOpen) => ReablementView.Of(StateOf(now.Id, now.History), ReferralOf(now), now, person, otherOpen);

    /// <inheritdoc/>
    public IReadOnlyList<Clock> ClocksOf(RuleBook book, Guid id, History history) => ReablementTimelines.ClocksOf(StateOf(id, history), ClockTerms.Of(book, history));

    /// <inheritdoc/>
    public IReadOnlyList<NextStep> NextStepsOf(Guid id, History history, IReadOnlyList<Clock> clocks, Instant at) => ReablementSteps.Of(StateOf(id, history), clocks);

    /// <inheritdoc/>
    public Departure DepartureOf(string code) => ReablementDepartures.Of(code);

    /// <inheritdoc/>
    public IEnumerable<ToldAtOnce> ToldAtOnceIn(Guid id, History history) => ReablementTimelines.ToldIn(StateOf(id, history));

    /// <summary>What opened a case. Where that was withdrawn, the first entry still says whose it was.</summary>
    public static ReablementReferred ReferralOf(Guid id, History history) => StateOf(id, history).Referral ?? (ReablementReferred)history.Entries[0].Fact;

    /// <inheritdoc/>
    public IEnumerable<Statement> Ask(CaseNow before, CaseNow now) =>
        SeenByReablement.Of(StateOf(now.Id, now.History)) != SeenByReablement.Of(StateOf(before.Id, before.History)) ? [HandOvers.Asking(now.Id, now.At.ToDateTimeOffset())] : [];

    /// <inheritdoc/>
    public IEnumerable<Statement> Show(CaseNow before, CaseNow now)
    {
        var (state, referral) = (StateOf(now.Id, now.History), ReferralOf(now));
        var given = state.TakesPlace;
        return
        [
            new(
                Row,
                now.Id,
                referral.Person.Id,
                referral.Team.Value,
                OrNull(state.Responsible?.InCharge.Value),
                state.IsOpen,
                OrNull(DateOf(given?.OccurredAt)),
                OrNull(given is null ? null : PublicJson.Spell(given.Role)),
                PublicJson.Spell(state.Phase),
                referral.OccurredAt.ToDateTimeOffset(),
                DateOf(referral.OccurredAt)!,
                OrNull(RespondBy(state, now.Clocks)?.ToDateTimeOffset()),
                OrNull(state.FirstContact is null ? state.Facts.Last<StartDated>()?.On.ToDateOnly() : null),
                OrNull(DateOf(state.FirstContact?.OccurredAt)),
                OrNull(DateOf(state.Facts.Last<ContactMade>()?.OccurredAt)),
                OrNull(DateOf(state.Ending?.OccurredAt)),
                state.IsToEndOrGoOn),
            .. AskedRows.Changes(now.Id, AskedInReablement.Of(StateOf(before.Id, before.History)), AskedInReablement.Of(state)),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Statement> Forget(Guid[] ids) => [new("delete from discharge.reablement_cases where case_id = any (?)", ids), AskedRows.Forget(ids)];

    // Until the referrer was told what came of it; whoever is urgent and was not taken on is owed a contact all the same.
    private static Instant? RespondBy(ReablementCase state, IReadOnlyList<Clock> clocks) =>
        clocks.FirstOrDefault(clock => clock.Rule.Id == ReablementTimelines.Response.RuleId && (clock.IsOpen || !state.IsReferrerTold))?.Due.DueAt
            ?? (state.Phase is ReablementPhase.Declined ? clocks.FirstOrDefault(clock => clock.Rule.Id == ReablementTimelines.UrgentContact.RuleId && clock.IsOpen)?.Due.DueAt : null);

    private static ReablementReferred ReferralOf(CaseNow now) => ReferralOf(now.Id, now.History);

    private static object OrNull(object? value) => value ?? DBNull.Value;

    private static DateOnly? DateOf(Instant? moment) => moment is { } at ? LocalCalendar.DateOf(at).ToDateOnly() : null;
}
