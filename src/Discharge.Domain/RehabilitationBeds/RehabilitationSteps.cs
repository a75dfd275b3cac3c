using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>What is next in a rehabilitation-bed case: what its open clocks wait for, the first due first, and what is owed beside them.</summary>
public static class RehabilitationSteps
{
    private static readonly NextStep Answer = new("answer-referral", "Accept the referral, or decline it and say why.", Owner.RehabilitationTeam);
    private static readonly NextStep SayWhere = new("say-whether-back", "Say whether the person came back to the bed, is visited again or was discharged; the bed is held until then.", Owner.RehabilitationTeam);
    private static readonly NextStep SayHowItEnded = new("conclude-home-access-visit", "Say how the home access visit ended; the person is on record as somewhere else since.", Owner.RehabilitationTeam);
    private static readonly NextStep SeeHomeWorks = new(
        "see-home-works",
        "The person is at home, and a place is agreed for the case that it does not work out: record the move into it, or end rehabilitation once home works, which gives that place up.",
        Owner.RehabilitationTeam);
    private static readonly NextStep Decide = new("decide-discharge-home", "The risks at home are judged to be manageable: decide on the discharge home.", Owner.RehabilitationTeam);
    private static readonly NextStep GoHome = new("discharge-home", "The discharge home is decided: record when the person left for home.", Owner.RehabilitationTeam);
    private static readonly NextStep End = new("end-rehabilitation", "The person has left: end rehabilitation with its result.", Owner.RehabilitationTeam);

    /// <summary>What is next, seen at a moment.</summary>
    public static IReadOnlyList<NextStep> Of(RehabilitationCase rehabilitation, IEnumerable<Clock> clocks, Instant at) =>
    [
        .. clocks.Where(clock => clock.IsOpen).OrderBy(clock => clock.Due.DueAt).Select(clock => clock.Awaits with { Due = clock.DueAt, Entry = clock.IsOpenEnded ? clock.Start.Version : null }),
        .. rehabilitation.IsOpen ? HomeAccessVisit.Of(rehabilitation).Where(visit => visit.LacksItsOutcome).Select(visit => SayHowItEnded with { Entry = visit.Start.Version }) : [],
        .. BesideThem(rehabilitation, at),
    ];

    private static IEnumerable<NextStep> BesideThem(RehabilitationCase rehabilitation, Instant at)
    {
        switch (rehabilitation.Phase)
        {
            case RehabilitationPhase.Referred:
                yield return Answer;
                break;
            case RehabilitationPhase.AtHomeWithBedHeld:
                yield return SayWhere;
                break;
            case RehabilitationPhase.AtHome when Agreements.Hold(rehabilitation, at):
                yield return SeeHomeWorks with { Due = Agreements.KeptBy(rehabilitation, at).Select(bed => Agreements.KeptUntil(rehabilitation, bed, at)).Max() };
                break;
            case RehabilitationPhase.AtHome or RehabilitationPhase.InHospital or RehabilitationPhase.MovedOn or RehabilitationPhase.Died:
                yield return End;
                break;
        }

        if (rehabilitation.Phase is RehabilitationPhase.InBed or RehabilitationPhase.AtHomeWithBedHeld && Confidence.HoldingIn(rehabilitation) is not null)
        {
            yield return Confidence.DecidedIn(rehabilitation) is null ? Decide : GoHome;
        }
    }
}
