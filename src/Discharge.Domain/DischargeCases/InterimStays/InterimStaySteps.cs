using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next about an interim stay: to decide on it, to assess long-term needs in it, to decide at its limit, and to bring about what the assessment came to.</summary>
internal static class InterimStaySteps
{
    /// <summary>What the clock of a limit waits for.</summary>
    public static NextStep DecideAtLimit { get; } = new("decide-at-interim-limit", "Decide at the limit: the interim stay ends, or a named senior extends it with a reason and a new date.", Owner.CareTransferHub);

    /// <summary>The steps of somebody who is still in hospital on Pathway 3 and does not go back to a care home of their own.</summary>
    public static IEnumerable<NextStep> BeforeLeaving(DischargeCase discharge) =>
        discharge.PathwayDecision?.Pathway is Pathway.Pathway3 && discharge.Residence is not UsualResidence.CareHome && !discharge.Facts.Any<InterimStayDecided>()
            ? [new("decide-interim-stay", "Decide on the interim stay in which long-term needs are assessed, in a nursing bed or a residential home.", Owner.CareTransferHub)]
            : [];

    /// <summary>The steps of a case in which the person has left the hospital, but for its end.</summary>
    public static IEnumerable<NextStep> AfterLeaving(DischargeCase discharge, IReadOnlyCollection<Clock> clocks, Instant at)
    {
        if (!discharge.Facts.Any<InterimStayEvent>())
        {
            return [];
        }

        var assessment = LongTermAssessment.Of(discharge);
        return
        [
            .. InterimStay.Current(discharge) is { } stay
                ? [.. AtLimit(discharge, stay, clocks), .. InTheBed(discharge, assessment, at)]
                : discharge.Facts.Any<InterimBedOccupied>() || !discharge.Facts.Any<InterimStayDecided>()
                    ? (NextStep[])[]
                    : [new("record-interim-arrival", "Record in which interim bed the person arrived, and when.", Owner.CareTransferHub)],
            .. assessment.Completed is { } completed ? WhatTheOutcomeAsksFor(discharge, completed) : [],
        ];
    }

    /// <summary>What becomes of the bed of somebody who died, or is back in hospital without a word on it.</summary>
    public static IEnumerable<NextStep> ToGiveBack(DischargeCase discharge) => InterimStay.NotVacated(discharge) is null
        ? []
        : discharge.Death is null
            ? [new("hold-or-give-up-interim-bed", "Say that the interim bed is held while the person is in hospital, or record that it was given up.", Owner.CareTransferHub)]
            : [new("give-back-interim-bed", "Record when the interim bed was given back.", Owner.CareTransferHub)];

    /// <summary>Whether the steps here speak for a clock, so that it need not be spoken for again.</summary>
    public static bool SpeakFor(Clock clock) => clock.Awaits.What == DecideAtLimit.What;

    // The clock's due is the limit. Where the stay was extended, the breach stands and what is to be decided next is due with the new date.
    private static IEnumerable<NextStep> AtLimit(DischargeCase discharge, InterimStay stay, IEnumerable<Clock> clocks) =>
        from clock in clocks
        where SpeakFor(clock) && clock.IsOpen && clock.Start.Version == stay.Start.Version
        let extended = stay.ExtensionIn(discharge)
        select DecideAtLimit with { Due = extended is null ? clock.Due.DueAt : Instant.Max(clock.Due.DueAt, LocalCalendar.EndOf(extended.Until) - LocalCalendar.Microsecond) };

    private static IEnumerable<NextStep> InTheBed(DischargeCase discharge, LongTermAssessment assessment, Instant at)
    {
        switch (assessment)
        {
            case { Begun: null, Completed: null }:
                yield return new("begin-long-term-assessment", "Begin the assessment of long-term needs.", Owner.CareTransferHub);
                break;
            case { Recovery: null, Completed: null }:
                yield return new("judge-recovery", "Record when maximum independence is reached, when no further gain is expected, or that it is the end of life, and on what ground.", Owner.CareTransferHub);
                break;
            case { Completed: null }:
                yield return new("complete-long-term-assessment", "Complete the assessment of long-term needs with its outcome.", Owner.CareTransferHub);
                break;
        }

        if (Unbefriended.IsOwedAdvocate(discharge))
        {
            yield return Unbefriended.InstructAdvocate;
        }

        if (InterimStayWarnings.Liberty(discharge, LocalCalendar.DateOf(at)) is { } amiss)
        {
            yield return amiss == InterimStayWarnings.LibertyNotAuthorised
                ? new("record-liberty-authorisation", "Record the authorisation to deprive the person of their liberty, or that none is needed.", Owner.CareTransferHub)
                : new("request-liberty-authorisation", "Request an authorisation to deprive the person of their liberty, or record that none is needed.", Owner.CareTransferHub);
        }
    }

    private static IEnumerable<NextStep> WhatTheOutcomeAsksFor(DischargeCase discharge, LongTermAssessmentCompleted completed) =>
        (completed.Outcome switch
        {
            LongTermOutcome.HomeWithoutPackage => [Leaving(discharge, "go-home", "Arrange the way home by the rules of Pathway 1"), HandOver(discharge, completed)],
            LongTermOutcome.HomeWithPackage => [Leaving(discharge, "go-home", "Arrange the way home by the rules of Pathway 1"), HandOver(discharge, completed), Package(discharge, completed)],
            LongTermOutcome.ExtraCare => [Leaving(discharge, "arrange-extra-care", "Arrange a flat in extra care housing")],
            LongTermOutcome.LongTermResidential => [Leaving(discharge, "arrange-placement", "Arrange a residential home for the long term")],
            LongTermOutcome.LongTermNursing => [Leaving(discharge, "arrange-placement", "Arrange a nursing home for the long term")],
            LongTermOutcome.ContinuingHealthcare => [Checklist(discharge), Leaving(discharge, "arrange-continuing-healthcare", "Arrange care under NHS continuing healthcare")],
            _ => (NextStep?[])[],
        }).OfType<NextStep>();

    private static NextStep? Leaving(DischargeCase discharge, string what, string sentence) =>
        InterimStay.Current(discharge) is null ? null : new(what, $"{sentence}, and record when the person leaves the interim bed.", Owner.CareTransferHub);

    private static NextStep? HandOver(DischargeCase discharge, LongTermAssessmentCompleted completed) =>
        Referrals.Of(discharge).Any(referral => referral.StillHelps && referral.Sent.To is ReferredService.Reablement && referral.Sent.OccurredAt >= completed.OccurredAt)
            ? null
            : new("refer-reablement", "Hand the person over to reablement.", Owner.CareTransferHub);

    private static NextStep? Package(DischargeCase discharge, LongTermAssessmentCompleted completed) =>
        discharge.Facts.All<PackageOfCareStarted>().Any(started => started.OccurredAt >= completed.OccurredAt)
            ? null
            : new("start-package-of-care", "Arrange the package of care, and record when it starts.", Owner.CareTransferHub);

    private static NextStep? Checklist(DischargeCase discharge) =>
        discharge.Facts.Any<ChecklistReceived>() ? null : new("complete-checklist", "Complete the Checklist for NHS continuing healthcare.", Owner.CareTransferHub);
}
