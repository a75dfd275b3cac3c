using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person left the hospital. It happened, so it is recorded with whatever was missing, and it starts every clock that it starts (A1).</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="To">Where to.</param>
/// <param name="SelfDischarge">Whether they left on their own decision, against advice.</param>
/// <param name="Note">What is added in words.</param>
public sealed record LeaveHospital(Instant OccurredAt, Destination To, bool SelfDischarge = false, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another departure is on record.</summary>
    public static readonly Refusal AlreadyLeft = new(
        "discharge.left-already", "That the person left is on record already, at another moment or to another place.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>Nobody had decided to discharge.</summary>
    public static readonly Departure WithoutDecision = new(
        "discharge.left-without-decision", "The person left before anybody had decided to discharge them.", Owner.CareTransferHub);

    /// <summary>They left meeting criteria to reside, or with no review that says otherwise.</summary>
    public static readonly Departure MeetingCriteria = new(
        "discharge.left-meeting-criteria-to-reside", "The person left while no review said that criteria to reside were no longer met.", Owner.Ward);

    /// <summary>They left not known to be medically stable.</summary>
    public static readonly Departure NotStable = new(
        "discharge.left-not-medically-stable", "The person left while no review said that they were medically stable.", Owner.Ward);

    /// <summary>They left unassessed.</summary>
    public static readonly Departure NotAssessed = new(
        "discharge.left-without-assessment", "The person left without a functional assessment; nobody has established what they need at home.", Owner.CareTransferHub);

    /// <summary>They left on no pathway.</summary>
    public static readonly Departure WithoutPathway = new(
        "discharge.left-without-pathway", "The person left with no pathway decided.", Owner.CareTransferHub);

    /// <summary>Nobody knows where they went.</summary>
    public static readonly Departure NowhereKnown = new(
        "discharge.left-destination-unknown", "Nobody knows where the person went; find out and see them.", Owner.CareTransferHub);

    /// <summary>Everything that leaving may go without.</summary>
    public static IReadOnlyList<Departure> All { get; } = [MeetingCriteria, NotStable, NotAssessed, WithoutPathway, WithoutDecision, NowhereKnown, .. LeftWithout.All];

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DischargedFromHospital(OccurredAt, To, SelfDischarge, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        if (discharge.Left is not null)
        {
            return AlreadyLeft.Naming(discharge.VersionOf<DischargedFromHospital>());
        }

        var recording = discharge.Record(Fact).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
        return WithWhatMissing(new(OccurredAt, To, SelfDischarge), discharge.At(OccurredAt)).Aggregate(recording, (with, missing) => with.Departing(missing, unless: false));
    }

    /// <summary>What a leaving went without, given the case as it stood then: what a discharge needs, and what of a safe transfer was open.</summary>
    public static IEnumerable<Departure> WithWhatMissing(DischargedFromHospital left, DischargeCase then)
    {
        var missing = WhatDischargeNeeds.MissingFrom(then).ToHashSet();
        (Departure Departure, bool Departs)[] rules =
        [
            (MeetingCriteria, missing.Contains(WhatDischargeNeeds.NotReady)),
            (NotStable, missing.Contains(WhatDischargeNeeds.Stability)),
            // A bed on Pathway 2 or 3 is where needs are assessed; whoever goes home instead leaves unassessed.
            (NotAssessed, missing.Contains(WhatDischargeNeeds.Assessment) || (then.FunctionalAssessment is null && then.MustBeSeenOnceAt(left.To))),
            (WithoutPathway, missing.Contains(WhatDischargeNeeds.DecidedPathway)),
            (WithoutDecision, !left.SelfDischarge && then.DischargeDecision is null),
            (NowhereKnown, left.To is Destination.NotKnown),
        ];
        return [.. rules.Where(rule => rule.Departs).Select(rule => rule.Departure), .. SafeTransfer.GapsIn(then, left.OccurredAt, left.To).Select(LeftWithout.Of)];
    }

    /// <summary>
    /// What the leaving on record went without, by all that stands on record now, and nobody has made good since. What was judged when it was recorded stays with it in the history;
    /// a correction made later can take from it or add to it.
    /// </summary>
    public static IEnumerable<Departure> NotMadeGood(DischargeCase discharge) => discharge.Left is { } left
        ? WithWhatMissing(left, discharge.At(left.OccurredAt)).Except(MadeGood(discharge, left))
        : [];

    private static IEnumerable<Departure> MadeGood(DischargeCase discharge, DischargedFromHospital left)
    {
        var (isSeen, open) = (discharge.SeenSince(left.OccurredAt) is not null, SafeTransfer.GapsIn(discharge, left.OccurredAt, left.To));
        var arrival = discharge.Facts.Last<ArrivedAtDestination>();
        var isIn = isSeen || arrival is not null;
        (Departure Departure, bool IsMadeGood)[] rules =
        [
            (MeetingCriteria, isSeen),
            (NotStable, isSeen),
            (WithoutDecision, isSeen),
            (NowhereKnown, isSeen),
            (NotAssessed, discharge.FunctionalAssessment is not null || discharge.AssessmentsInCommunity.Any()),
            (WithoutPathway, discharge.PathwayDecision is not null),
            (LeftWithout.WithoutTransport, isIn),
            (LeftWithout.WithoutKeyAccess, isIn),
            (LeftWithout.WithNobodyReceiving, isSeen || (arrival is not null && !ArriveAtDestination.WasAlone(arrival, discharge))),
            (LeftWithout.WithoutHomeVisit, isSeen),
        ];
        return [.. rules.Where(rule => rule.IsMadeGood).Select(rule => rule.Departure), .. Enum.GetValues<TransferGap>().Except(open.SelectMany(StillOpen)).Select(LeftWithout.Of)];
    }

    // A late call that then did not come was not brought forward.
    private static TransferGap[] StillOpen(TransferGap gap) => gap is TransferGap.NoFirstCareCall ? [gap, TransferGap.LateFirstCareCall] : [gap];
}
