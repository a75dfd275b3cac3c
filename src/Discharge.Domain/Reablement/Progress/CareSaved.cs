namespace Discharge.Domain.Reablement;

/// <summary>How much care the person had at the start and has now or had at the end. Where two come at once each minute is two of somebody's time.</summary>
/// <param name="Start">The care at the start.</param>
/// <param name="Now">The care now, or at the end.</param>
public sealed record CareSaved(CareRecorded Start, CareRecorded Now)
{
    /// <summary>How many minutes of staff time a week less; negative where it is more.</summary>
    public int MinutesAWeek => StaffTime(Start) - StaffTime(Now);

    /// <summary>What is on record of a case; null where nothing is.</summary>
    public static CareSaved? Of(ReablementCase reablement) => reablement.Facts.First<CareRecorded>() is { } start ? new(start, reablement.Facts.Last<CareRecorded>()!) : null;

    private static int StaffTime(CareRecorded care) => care.DoubleHanded ? 2 * care.MinutesAWeek : care.MinutesAWeek;
}
