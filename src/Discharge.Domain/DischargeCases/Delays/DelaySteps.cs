using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next about the delays that keep a person in hospital, or kept them there.</summary>
public static class DelaySteps
{
    /// <summary>For each open delay, that whoever acts next has to deal with it; where that is an organisation, one step for each, which names it.</summary>
    internal static IEnumerable<NextStep> Of(DischargeCase discharge) => Delay.Of(discharge)
        .Where(delay => delay.IsOpen)
        .Select(ToResolve)
        .Distinct();

    private static NextStep ToResolve(Delay delay) => (delay.ActsNext, delay.Attributable, $"Deal with what keeps the person in hospital: {DelayCodeset.WordingOf(delay.Reason)}") switch
    {
        // An organisation that nobody has named does nothing.
        (Owner.NamedOrganisation, null, var what) => new("resolve-delay", $"{what}; an organisation has to act, and nobody has said which.", Owner.CareTransferHub),
        (Owner.NamedOrganisation, { } named, var what) => new("resolve-delay", $"{what}.", Owner.NamedOrganisation) { Organisation = named },
        (var owner, _, var what) => new("resolve-delay", $"{what}.", owner),
    };

    /// <summary>To name the primary delay of the first day on which several ran and none is named. One step for all such days, so that a long stay does not bury what is more pressing.</summary>
    internal static IEnumerable<NextStep> ToName(DischargeCase discharge, Instant at) => Undecided(discharge, at) switch
    {
        [] => [],
        [var only] => [ToName($"Name the primary delay for {LocalCalendar.Say(only.Date)}.")],
        [var first, _] => [ToName($"Name the primary delay for {LocalCalendar.Say(first.Date)}, and for the other day on which several ran.")],
        [var first, .. var others] => [ToName($"Name the primary delay for {LocalCalendar.Say(first.Date)}, and for the {others.Length} other days on which several ran.")],
    };

    /// <summary>When another day on which several delays run begins to be asked about, if nothing is recorded by then; null where no more than one runs on.</summary>
    public static Instant? NextDayAfter(DischargeCase discharge, Instant at) => discharge is { GoneAt: null, ReadySince: not null } && Delay.Of(discharge).Count(delay => delay.IsOpen) > 1
        // A day has begun once a moment of it has passed.
        ? LocalCalendar.EndOf(LocalCalendar.DateOf(at - LocalCalendar.Microsecond)) + LocalCalendar.Microsecond
        : null;

    private static DelayDay[] Undecided(DischargeCase discharge, Instant at) => [.. (DelayLedger.Of(discharge, at)?.Days ?? []).Where(day => day.IsUndecided)];

    private static NextStep ToName(string sentence) => new("name-primary-delay", sentence, Owner.CareTransferHub);
}
