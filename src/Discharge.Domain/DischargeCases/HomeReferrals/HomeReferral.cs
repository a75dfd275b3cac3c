using System.Collections.Immutable;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>One referral to a care home as what stands on record makes it.</summary>
/// <param name="Entry">The number of the entry that sent it.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Answers">What became of it, in order of occurrence.</param>
public sealed record HomeReferral(long Entry, HomeReferralSent Sent, ImmutableArray<HomeReferralAnswer> Answers)
{
    /// <summary>The assessment for the home that counts, the last; null where there is none.</summary>
    public AssessedForHome? Assessment => Last<AssessedForHome>();

    /// <summary>The agreement on a top-up that counts, the last; null where there is none.</summary>
    public TopUpAgreed? TopUp => Last<TopUpAgreed>();

    /// <summary>The home's acceptance; null where it has not accepted, or has declined since, or the referral was taken back.</summary>
    public AcceptedByHome? Acceptance => StandsAt as AcceptedByHome;

    /// <summary>What it stands at: taken back, or else the home's last answer, or else the last assessment; null where it was only sent.</summary>
    public HomeReferralAnswer? StandsAt =>
        Last<HomeReferralTakenBack>() ?? Answers.LastOrDefault(answer => answer is AcceptedByHome or DeclinedByHome) ?? Assessment;

    /// <summary>How far it has come.</summary>
    public HomeReferralStatus Status => StandsAt switch
    {
        null => HomeReferralStatus.Sent,
        AssessedForHome => HomeReferralStatus.Assessed,
        AcceptedByHome => HomeReferralStatus.Accepted,
        DeclinedByHome => HomeReferralStatus.Declined,
        _ => HomeReferralStatus.TakenBack,
    };

    /// <summary>Whether the home has still to answer.</summary>
    public bool IsAwaited => Status is HomeReferralStatus.Sent or HomeReferralStatus.Assessed;

    /// <summary>Whether something may still come of it: the home neither declined nor was it taken back.</summary>
    public bool MayStillHelp => IsAwaited || Status is HomeReferralStatus.Accepted;

    /// <summary>
    /// From when the home can admit the person: the earliest day and hour it gave; where that is on a weekend and it admits nobody then, the Monday after, at the same hour. Null where it has not
    /// accepted them.
    /// </summary>
    public Instant? AdmissionFrom => Acceptance is { } accepted ? FirstAdmission(accepted) : null;

    /// <summary>Whether what the home asks above what is funded is agreed to the full.</summary>
    public bool IsTopUpAgreed => Acceptance is not { WeeklyTopUp: { } asked } || TopUp?.Weekly == asked;

    internal static bool IsAtWeekend(Instant moment) => LocalCalendar.DateOf(moment).DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static Instant FirstAdmission(AcceptedByHome accepted) => accepted.AdmitsAtWeekends || !IsAtWeekend(accepted.EarliestAdmission)
        ? accepted.EarliestAdmission
        : LocalCalendar.At(LocalCalendar.DateOf(accepted.EarliestAdmission).Next(IsoDayOfWeek.Monday), LocalCalendar.TimeOf(accepted.EarliestAdmission));

    private T? Last<T>()
        where T : HomeReferralAnswer => Answers.OfType<T>().LastOrDefault();
}
