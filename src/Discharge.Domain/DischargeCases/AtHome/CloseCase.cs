using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To close the case with its outcome. Somebody who has to be seen, and to be checked on the day of leaving, has to have been, unless they died, are back in
/// hospital, or the outcome on record says that they are no longer where they could be. Without the check (T25) a senior may close with role and reason: once its
/// day is over, a check may have nothing left to find. Without having been seen, only the case of somebody who declined a visit may be closed, by a senior as well:
/// nobody is seen against their will, and the clock counts as unmet. What is still open, and an outcome that differs from the rest of the
/// record, are no reason to refuse: the closing says so.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Override">A senior's decision to close with the welfare check missing, or a visit that the person declined.</param>
public sealed record CloseCase(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null, Override? Override = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The person is still in hospital.</summary>
    public static readonly Refusal StillInHospital = new(
        "discharge.still-in-hospital", "The person had not left the hospital by then, so the case cannot be closed.", "Record that they left, or withdraw the opening as entered in error.");

    /// <summary>The person has to be seen first.</summary>
    public static readonly Refusal NotSeenYet = new(
        "discharge.not-seen-yet", "The person had not been seen at home by then, so the case cannot be closed.", "Record the visit at which somebody who assesses saw them, or the outcome where they are no longer at home; or, where they declined a visit, a senior closes with role and reason.");

    /// <summary>Being seen after leaving.</summary>
    public static readonly Missing Seen = new("discharge.not-seen-at-home", "Nobody who assesses has seen the person after they left; they declined a visit.");

    /// <summary>The person's interim bed is still theirs.</summary>
    public static readonly Refusal StillInInterimBed = new(
        "discharge.still-in-interim-bed", "Nothing says that the person's interim bed was given up by then, so the case cannot be closed.", "Record when they left it, and what for; where they died, that it was given back.");

    /// <summary>A welfare check after leaving.</summary>
    public static readonly Missing WelfareCheck = new("discharge.no-welfare-check", "There is no welfare check made after the person left.");

    /// <summary>The person has to be checked on first.</summary>
    public static readonly Refusal NotCheckedYet = new Refusal(
        "discharge.not-checked-yet",
        "The welfare check that was owed on the day of leaving had not been made by then, so the case cannot be closed.",
        "Record the welfare check, also one made late; or a senior closes with role and reason.").For(WelfareCheck);

    /// <summary>Something is on record after the closing.</summary>
    public static readonly Departure BeforeOtherFacts = new(
        "discharge.closed-before-other-facts", "Something is on record that happened after this closing; it may need to be followed up.", Owner.CareTransferHub);

    /// <summary>The outcome is one at home, and the person is on record as back in hospital.</summary>
    public static readonly Departure ContradictsReturn = new(
        "discharge.closing-contradicts-return", "The case was closed with an outcome at home, and the person is on record as back in hospital.", Owner.CareTransferHub);

    /// <summary>The outcome is not the one on record.</summary>
    public static readonly Departure ContradictsOutcome = new(
        "discharge.closing-contradicts-outcome", "The case was closed with another outcome than the one last recorded.", Owner.CareTransferHub);

    /// <summary>What an override departs from, for what was missing.</summary>
    public static Departure Overridden(Missing missing) => new(missing.Code, $"A senior closed the case although: {missing.Sentence}", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CaseClosed(OccurredAt, Outcome, Note, Override);

    /// <inheritdoc/>
    protected override bool MayFollowTheEnd => true;

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => Reservations.EndedBy(WithoutItsPlaces(discharge), discharge, OccurredAt);

    private Decision<DischargeCaseEvent> WithoutItsPlaces(DischargeCase discharge) => discharge.At(OccurredAt) switch
    {
        _ when discharge.Closing is not null => CaseIsClosed.Naming(discharge.VersionOf<CaseClosed>()),
        var then when InterimStay.NotVacated(then) is { } stay => StillInInterimBed.Naming(stay.Start.Version),
        { Death: not null } or { IsBackInHospital: true } => Closing(discharge),
        { Left: null } => StillInHospital,
        { IsAwayFromHome: true } => Closing(discharge),
        { MustBeSeenAtHome: true, SeenAtHome: null } then when Override is null || !HasDeclined(then) => NotSeenYet,
        { MustBeSeenAtHome: true, WelfareCheck: null } when Override is null => NotCheckedYet,
        { MustBeSeenAtHome: true } then => Closing(discharge).Departing(Overridden(Seen), unless: then.SeenAtHome is not null).Departing(Overridden(WelfareCheck), unless: then.WelfareCheck is not null),
        _ => Closing(discharge),
    };

    /// <summary>Whether the person declined a visit after leaving, so that a senior may close without their having been seen.</summary>
    internal static bool HasDeclined(DischargeCase discharge) =>
        discharge.OutSince is { } since && discharge.Facts.All<HomeVisitFailed>().Any(visit => visit.Reason is FailedVisitReason.Declined && visit.OccurredAt >= since);

    private Recording<DischargeCaseEvent> Closing(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        var recording = discharge.Record(Fact)
            .Departing(BeforeOtherFacts, unless: !discharge.Facts.All<DischargeCaseEvent>().Any(fact => fact.OccurredAt > OccurredAt))
            .Departing(RecordOutcome.ContradictsDeath, unless: (Outcome is CaseOutcome.Died) == (then.Death is not null))
            .Departing(ContradictsReturn, unless: !then.IsBackInHospital || Outcome.IsAwayFromHome())
            .Departing(ContradictsOutcome, unless: then.Facts.Last<OutcomeRecorded>() is not { } recorded || recorded.Outcome == Outcome || FollowsFrom(then));
        return ClosedWith.OpenIn(then).Aggregate(recording, (with, open) => with.Departing(open, unless: false));
    }

    // A death or a return may have come after the outcome that was recorded.
    private bool FollowsFrom(DischargeCase then) =>
        (Outcome is CaseOutcome.Died && then.Death is not null) || (Outcome is CaseOutcome.Hospital && then.IsBackInHospital);
}
