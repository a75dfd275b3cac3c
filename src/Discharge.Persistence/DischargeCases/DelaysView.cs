using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What keeps, and kept, a person in hospital. How the time was spent is the delay ledger's to say.</summary>
/// <param name="All">The delays, in order of their beginning.</param>
/// <param name="PrimaryNamings">Each naming of a primary delay, in order; for a day the last one counts.</param>
public sealed record DelaysView(IReadOnlyList<DelayView> All, IReadOnlyList<PrimaryNamingView> PrimaryNamings)
{
    /// <summary>The delays of a case as it stands.</summary>
    public static DelaysView Of(DischargeCase discharge) => new(
        [.. Delay.Of(discharge).Select(DelayView.Of)],
        [.. discharge.Facts.All<PrimaryDelayNamed>().Select(named => new PrimaryNamingView(named.Day, named.Delay, named.OccurredAt))]);
}

/// <summary>A delay as it is shown.</summary>
/// <param name="Id">The entry with which it started.</param>
/// <param name="Codeset">The list its reason is of, with its version, such as "acute-2022".</param>
/// <param name="Code">The code in that list.</param>
/// <param name="Reason">What the code says, or the bare code for a list that a deployment added.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended.</param>
/// <param name="ActsNext">Who has to act next.</param>
/// <param name="Attributable">The organisation it is attributable to, where known.</param>
public sealed record DelayView(long Id, string Codeset, string Code, string Reason, Instant From, Instant? Until, Owner ActsNext, OdsCode? Attributable)
{
    /// <summary>The view of a delay.</summary>
    public static DelayView Of(Delay delay) => new(
        delay.Id, delay.Reason.ToKey(), delay.Reason.Code, DelayCodeset.WordingOf(delay.Reason), delay.From, delay.Until, delay.ActsNext, delay.Attributable);
}

/// <summary>A naming of a primary delay as it is shown.</summary>
/// <param name="Day">For which day.</param>
/// <param name="Delay">Which delay.</param>
/// <param name="NamedAt">When.</param>
public sealed record PrimaryNamingView(LocalDate Day, long Delay, Instant NamedAt);
