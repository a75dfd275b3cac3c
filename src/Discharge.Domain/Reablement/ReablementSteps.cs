using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.Reablement;

/// <summary>What is next in a reablement case: what its open clocks wait for, the first due first, and what is owed beside them.</summary>
public static class ReablementSteps
{
    private static readonly NextStep EndAfterDeath = new("end-reablement", "The person died: end reablement with that.", Owner.ReablementTeam);

    private static readonly NextStep EndOrGoOn = new(
        "end-reablement-or-go-on", "The person is back in hospital: end reablement as readmitted, or go on once they are home.", Owner.ReablementTeam);

    private static readonly NextStep EndAsDeclined = new("end-reablement", "The person does not want reablement: end it with that.", Owner.ReablementTeam);

    private static readonly NextStep TellReferrer = new("tell-referrer", "Tell the referrer what came of the referral, and record the answer with that.", Owner.ReablementTeam);

    private static readonly NextStep FindDateOfBirth = new("find-date-of-birth", "Find out when the person was born: of people of 65 and over it is asked where they are on day 91.", Owner.ReablementTeam);

    private static readonly NextStep Settle = new("settle-referral", "Accept or decline the referral, and tell the referrer.", Owner.ReablementTeam);

    private static readonly NextStep BringAbout = new(
        "bring-about", "Bring about what was decided that reablement waits for past six weeks, so that it can end with what comes after it.", Owner.NamedOrganisation);

    private static readonly NextStep StartCharge = new("start-charge", "Start the charge that was decided, from the end of the free days on; or end reablement.", Owner.ReablementTeam);

    /// <summary>What is next; out of hours with what is offered then.</summary>
    public static IReadOnlyList<NextStep> Of(ReablementCase reablement, IEnumerable<Clock> clocks)
    {
        var open = clocks.Where(clock => clock.IsOpen).OrderBy(clock => clock.Due.DueAt).ToArray();
        return [.. open.Select(clock => StepOf(reablement, clock)), .. BesideThem(reablement, open), .. OwedToOthers(reablement, open)];
    }

    // Once it was decided what is waited for past the limit, it is for whoever has to bring that about.
    private static NextStep StepOf(ReablementCase reablement, Clock clock) => NearTheLimit.Decision(reablement) switch
    {
        { } decided when clock.Rule.Id == ReablementTimelines.SixWeeks.RuleId => BringAbout with { Due = clock.Due.DueAt, Organisation = decided.Owner },
        { Charge: ChargePosition.Charged } when clock.Rule.Id == ReablementTimelines.Free.RuleId => StartCharge with { Due = clock.Due.DueAt },
        _ => clock.Awaits with { Due = clock.Due.DueAt, Sentence = WithOffer(clock) },
    };

    private static NextStep[] BesideThem(ReablementCase reablement, Clock[] open) => reablement switch
    {
        { IsOpen: false } => [],
        { Death: not null } => [EndAfterDeath],
        { BackInHospital: not null } => [EndOrGoOn],
        { IsUnwanted: true, Phase: not ReablementPhase.Referred } => [EndAsDeclined],

        // To ask back is a response in time, and the referral is still to be settled.
        { Phase: ReablementPhase.Referred } when !IsRunning(ReablementTimelines.Response, open) => [Settle],
        _ => [.. GoneOnWithout(reablement, open)],
    };

    // A return to hospital ended what was owed then; once they are home it is owed again, with no clock.
    private static IEnumerable<NextStep> GoneOnWithout(ReablementCase reablement, Clock[] open)
    {
        if (reablement is { IsTakenOn: true, Responsible: null } && !IsRunning(ReablementTimelines.Allocation, open))
        {
            yield return ReablementTimelines.Allocation.Awaits;
        }

        if (!IsRunning(ReablementTimelines.AssessmentResponse, open) && AssessmentRequests.Unanswered(reablement).Any())
        {
            yield return ReablementTimelines.AssessmentResponse.Awaits;
        }

        if (NearTheLimit.Decision(reablement) is { Charge: ChargePosition.Charged } && !IsRunning(ReablementTimelines.Free, open)
            && !reablement.Facts.All<ChargingStarted>().Any(charge => charge.For is ChargedFor.ReablementPastFreeDays))
        {
            yield return StartCharge;
        }
    }

    private static IEnumerable<NextStep> OwedToOthers(ReablementCase reablement, Clock[] open)
    {
        if (reablement is { Referral: not null, IsReferrerTold: false } && !IsRunning(ReablementTimelines.Response, open))
        {
            yield return TellReferrer;
        }

        if (reablement is { IsFromHospital: true, SixtyFiveOrOver: null, Death: null })
        {
            yield return FindDateOfBirth;
        }
    }

    private static bool IsRunning(ClockBinding<ReablementCase> binding, Clock[] open) => open.Any(clock => clock.Rule.Id == binding.RuleId);

    private static string WithOffer(Clock clock) => ReablementTimelines.OfferedOutOfHours([clock]) is { } offered ? $"{clock.Awaits.Sentence} {offered}" : clock.Awaits.Sentence;
}
