using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Between which moments a person is expected to leave, as far as anybody has said.</summary>
/// <param name="Earliest">Not before then.</param>
/// <param name="Latest">Not after then; null where nothing says so.</param>
internal sealed record ExpectedLeaving(Instant Earliest, Instant? Latest)
{
    /// <summary>The time of day, local to Europe/London, before which nobody is taken home on an expected date. A proposal of this service; no source sets it.</summary>
    public static readonly LocalTime NobodyLeavesBefore = new(8, 0);

    /// <summary>
    /// When transport is arranged for; else, where that is a later day than the decision to discharge, any time on the expected date from eight in the morning on; else from the
    /// decision on. Null while nobody has decided and no transport is arranged.
    /// </summary>
    public static ExpectedLeaving? Of(DischargeCase discharge)
    {
        if (TransferSteps.TransportAt(discharge) is { } collected)
        {
            return new(collected, collected);
        }

        // A date that had gone by when it was decided says nothing of when they leave now.
        return discharge.DischargeDecision?.OccurredAt switch
        {
            null => null,
            { } decided when ExpectedDischarge.Of(discharge)?.Current is { } date && date > LocalCalendar.DateOf(decided) => new(LocalCalendar.At(date, NobodyLeavesBefore), LocalCalendar.EndOf(date)),
            { } decided => new(decided, null),
        };
    }
}
