using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>How often the team is in contact with somebody (A3).</summary>
public static class ContactFrequency
{
    private const double DaysAWeek = 7;

    /// <summary>Contacts of any kind a week, to one decimal, from the first one to the ending, or to a moment while it goes on; of the first week all of them. Null while there was none.</summary>
    public static decimal? PerWeek(ReablementCase reablement, Instant at) => reablement.FirstContact is not { OccurredAt: var first } ? null
        : decimal.Round((decimal)(reablement.Facts.All<ContactMade>().Count() / Math.Max(((reablement.Ending?.OccurredAt ?? at) - first).TotalDays / DaysAWeek, 1)), 1, MidpointRounding.AwayFromZero);
}
