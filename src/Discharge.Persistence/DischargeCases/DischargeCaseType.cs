using System.Text.Json;
using Discharge.Domain.Asked;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Handovers;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Asked;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Handovers;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>The discharge case as the store knows it.</summary>
public sealed class DischargeCaseType : IStreamType
{
    private static readonly WrittenRows Screens = new(
        """
        insert into discharge.discharge_cases
               (case_id, version, person_id, site, ward, hub, pathway, phase, in_hospital, open, opened_by, body, board_row, due_first, changes_at, admitted_on, ready_on, left_on, gone_on, back_in_hospital,
                readmission_of, delay_days, decided_against_rule, out_of_hospital, falls_due, reviewed_on, reviews_that_day, by_doctor_that_day, case_manager)
        {rows}
            on conflict (case_id) do update
           set version = excluded.version, site = excluded.site, ward = excluded.ward, hub = excluded.hub, pathway = excluded.pathway, phase = excluded.phase,
               in_hospital = excluded.in_hospital, open = excluded.open, body = excluded.body, board_row = excluded.board_row,
               due_first = excluded.due_first, changes_at = excluded.changes_at,
               admitted_on = excluded.admitted_on, ready_on = excluded.ready_on, left_on = excluded.left_on, gone_on = excluded.gone_on,
               back_in_hospital = excluded.back_in_hospital, delay_days = excluded.delay_days,
               decided_against_rule = excluded.decided_against_rule, out_of_hospital = excluded.out_of_hospital,
               falls_due = excluded.falls_due,
               reviewed_on = excluded.reviewed_on, reviews_that_day = excluded.reviews_that_day, by_doctor_that_day = excluded.by_doctor_that_day,
               case_manager = excluded.case_manager
        """,
        "uuid", "bigint", "uuid", "text", "text", "text", "text", "text", "boolean", "boolean", "text", "text", "text", "timestamptz", "timestamptz", "date", "date", "date", "date", "boolean",
        "uuid", "int", "boolean", "boolean", "timestamptz", "date", "int", "int", "text");

    private const string KeepLink =
        """
        insert into discharge.person_links (case_id, person_id, other_id, linked, at) values (?, ?, ?, ?, ?)
            on conflict (case_id, other_id) do update set linked = excluded.linked, at = excluded.at
        """;

    /// <summary>The one instance.</summary>
    public static DischargeCaseType Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "discharge-case";

    /// <summary>The case with this history.</summary>
    public static DischargeCase StateOf(Guid id, History history) => new(id, history.Facts<DischargeCaseEvent>());

    /// <summary>A case as it is shown. Where its opening was withdrawn, the first entry still says whose it was and where.</summary>
    public static DischargeCaseView ViewOf(CaseNow now) => DischargeCaseView.Of(StateOf(now.Id, now.History), (CaseOpened)now.History.Entries[0].Fact, now);

    /// <inheritdoc/>
    public IReadOnlyList<Clock> ClocksOf(RuleBook book, Guid id, History history) => DischargeCaseTimelines.ClocksOf(StateOf(id, history), ClockTerms.Of(book, history));

    /// <inheritdoc/>
    public IReadOnlyList<NextStep> NextStepsOf(Guid id, History history, IReadOnlyList<Clock> clocks, Instant at) => NextSteps.Of(StateOf(id, history), clocks, at);

    /// <inheritdoc/>
    public Instant? BedFreeAt(Guid id, History history) => StateOf(id, history) is var discharge && InterimStay.Of(discharge) is [.., var last] ? last.Until : discharge.GoneAt;

    /// <inheritdoc/>
    public Departure DepartureOf(string code) => DischargeCaseDepartures.Of(code);

    /// <inheritdoc/>
    public Guid? IdMadeBy(Fact fact) => fact switch
    {
        ReferralSent sent => sent.Referral,
        TaskSet set => set.Task,
        _ => null,
    };

    /// <inheritdoc/>
    public Fact? OtherHalf(Guid id, History history, Guid other, Fact half) => half is BedReleased { Reason: ReleaseReason.SomebodyElseArrived }
        && Verdict.Of(new EndReservation(half.OccurredAt, other, ReservationEnd.SomebodyElseArrived).Decide(StateOf(id, history))) is Verdict.Accepted { Facts: [var lost] }
            ? lost
            : null;

    /// <inheritdoc/>
    public Verdict? Reserving(Guid id, History history, Instant at, Guid bed, BedRegistered registered, Instant until) =>
        Verdict.Of(new ReservePlace(at, bed, registered.Kind, registered.Provider, until).Decide(StateOf(id, history)));

    /// <inheritdoc/>
    public Verdict? EndingReservation(Guid id, History history, Instant at, Guid bed, ReservationEnd end) => Verdict.Of(new EndReservation(at, bed, end).Decide(StateOf(id, history)));

    /// <inheritdoc/>
    public Guid? BoundTo(Guid id, History history) => InterimStay.NotVacated(StateOf(id, history))?.Bed;

    /// <inheritdoc/>
    public IEnumerable<ToldAtOnce> ToldAtOnceIn(Guid id, History history) => ToldToTheHub.Of(StateOf(id, history));

    /// <inheritdoc/>
    public IEnumerable<Instant> TurnsIn(Guid id, History history, Instant at)
    {
        var state = StateOf(id, history);
        return [.. state.Facts.All<HomeVisitBooked>().Select(booked => booked.VisitAt), .. state.Facts.All<DischargeCaseEvent>().Select(fact => (fact as ISharedFact)?.Until).OfType<Instant>(), .. NextSteps.TurnsIn(state, at)];
    }

    // Whether and when they left into reablement, died or were back may come out late, or turn out otherwise.
    /// <inheritdoc/>
    public IEnumerable<Statement> Ask(CaseNow before, CaseNow now) =>
        HandsOverTheSame(StateOf(before.Id, before.History), StateOf(now.Id, now.History)) ? [] : [HandOvers.Asking(now.Id, now.At.ToDateTimeOffset())];

    /// <inheritdoc/>
    public IEnumerable<Statement> Show(CaseNow before, CaseNow now) => [Row(now), .. Links(before, now), .. AskedRows.Changes(now.Id, AskedBy(before), AskedBy(now))];

    /// <inheritdoc/>
    public IEnumerable<Statement> Forget(Guid[] ids) =>
        [new("delete from discharge.discharge_cases where case_id = any (?)", ids), new("delete from discharge.person_links where case_id = any (?)", ids), AskedRows.Forget(ids)];

    private static IReadOnlyList<Asking> AskedBy(CaseNow stands) => AskedInDischarge.Of(StateOf(stands.Id, stands.History));

    private static bool HandsOverTheSame(DischargeCase before, DischargeCase now) =>
        IntoReablement.Of(before) == IntoReablement.Of(now) && IntoReablement.Since(before).SequenceEqual(IntoReablement.Since(now));

    private static Statement Row(CaseNow now)
    {
        var view = ViewOf(now);
        var reviewed = ReviewedDay.LastOf(StateOf(now.Id, now.History));
        return Screens.One(
            now.Id,
            view.Version,
            view.PersonRef,
            view.Site.Value,
            view.Ward,
            view.Hub.Value,
            OrNull(view.Pathway is { } pathway ? PublicJson.Spell(pathway) : null),
            PublicJson.Spell(view.Phase),
            view.Phase is DischargePhase.InHospital or DischargePhase.Ready or DischargePhase.DischargeDecided,
            // Somebody who died or is back in hospital stays on the board until the case is closed, so that nobody is lost from it unseen.
            // So does somebody whose case was closed and who, by what stands on record now, has still to be seen.
            view.Phase is not (DischargePhase.Closed or DischargePhase.OpenedInError) || (view.Phase is DischargePhase.Closed && view.Next is not []),
            now.History.Entries[0].RecordedBy.Id,
            JsonSerializer.Serialize(view, PublicJson.Options),
            JsonSerializer.Serialize(WardBoardRow.Of(view), PublicJson.Options),
            OrNull(view.DueFirst?.DueAt?.ToDateTimeOffset()),
            OrNull(now.ChangesAt?.ToDateTimeOffset()),
            OrNull(view.Dates.AdmittedOn?.ToDateOnly()),
            OrNull(view.Dates.ReadyOn?.ToDateOnly()),
            OrNull(view.Dates.LeftOn?.ToDateOnly()),
            OrNull(view.Dates.GoneOn?.ToDateOnly()),
            view.IsInHospitalAgain,
            OrNull(view.ReadmissionOf),
            OrNull(view.Dates.DelayDays),
            view.IsDecidedAgainstRule,
            view is { Destination: not (null or Destination.AnotherHospital), Phase: DischargePhase.LeftHospital or DischargePhase.SeenAtHome or DischargePhase.InInterimBed },
            OrNull(view.FallsDue?.ToDateTimeOffset()),
            OrNull(reviewed?.On.ToDateOnly()),
            reviewed?.Reviews ?? 0,
            reviewed?.ByADoctor ?? 0,
            OrNull(view.CaseManager?.Value));
    }

    private static IEnumerable<Statement> Links(CaseNow before, CaseNow now)
    {
        var (then, said) = (PersonLinks.LastSaid(StateOf(before.Id, before.History)), PersonLinks.LastSaid(StateOf(now.Id, now.History)));
        var person = ((CaseOpened)now.History.Entries[0].Fact).Person.Id;
        return
        [
            .. then.Keys.Except(said.Keys).Select(gone => new Statement("delete from discharge.person_links where case_id = ? and other_id = ?", now.Id, gone.Id)),
            .. said.Except(then).SelectMany(last => (Statement[])
            [
                new(KeepLink, now.Id, person, last.Key.Id, last.Value is PersonLinked, last.Value.OccurredAt.ToDateTimeOffset()),
                KeptPerson.HasMore(person),
                KeptPerson.HasMore(last.Key.Id),
            ]),
        ];
    }

    private static object OrNull(object? value) => value ?? DBNull.Value;
}
