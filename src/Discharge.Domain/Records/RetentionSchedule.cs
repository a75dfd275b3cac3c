using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Records;

/// <summary>For how many years after the end of care the records of each class are kept at the least.</summary>
/// <param name="AdultHealthAndSocialCare">Years for adult health and social care.</param>
/// <param name="MentalHealth">Years for mental health.</param>
public sealed record RetentionSchedule(int AdultHealthAndSocialCare, int MentalHealth)
{
    /// <summary>Where the periods come from.</summary>
    public const string Authority = "Records Management Code of Practice 2021 (NHS England), Appendix II: adult health and adult social care records 8 years, mental health records 20 years";

    /// <summary>The periods as that says them. A deployment may keep records longer and never shorter.</summary>
    public static RetentionSchedule Standard { get; } = new(AdultHealthAndSocialCare: 8, MentalHealth: 20);

    /// <summary>The years of a class.</summary>
    public int YearsOf(RecordClass kind) => kind switch
    {
        RecordClass.AdultHealthAndSocialCare => AdultHealthAndSocialCare,
        RecordClass.MentalHealth => MentalHealth,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The last date, in London, on which a record of a class has to be kept whose care ended at a moment.</summary>
    public LocalDate UntilOf(RecordClass kind, Instant careEnded) => LocalCalendar.DateOf(careEnded).PlusYears(YearsOf(kind));
}
