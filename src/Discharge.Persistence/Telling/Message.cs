using NodaTime;

namespace Discharge.Persistence.Telling;

/// <summary>What a recipient is sent, as JSON: ids, rules, moments, wards and counts, and nothing about a person.</summary>
/// <param name="Id">Its id, which a repeat carries too.</param>
/// <param name="Recipient">Who is told.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">The highest rung of the ladder that it says something to.</param>
/// <param name="MadeAt">When it was put together.</param>
public sealed record Message(Guid Id, string Recipient, MessageKind Kind, string Level, Instant MadeAt)
{
    /// <summary>The notices it says, in the order in which they fell due: one, or in a digest all that had gathered.</summary>
    public IReadOnlyList<ToldNotice>? Notices { get; init; }

    /// <summary>The round of a ward, where it is one.</summary>
    public WardRound? Round { get; init; }

    /// <summary>The daily list, where it is one.</summary>
    public DailyList? List { get; init; }
}

/// <summary>What a message is.</summary>
public enum MessageKind
{
    /// <summary>One notice.</summary>
    Notice,

    /// <summary>All notices that had gathered.</summary>
    Digest,

    /// <summary>Who on a ward was not reviewed yet.</summary>
    WardRound,

    /// <summary>Who is ready to leave and still in hospital, by band.</summary>
    DailyList,
}

/// <summary>One notice of the log.</summary>
/// <param name="Id">Its number in the log; a recipient that took the place of another may be told a second time of what nobody confirmed.</param>
/// <param name="Case">The case.</param>
/// <param name="Rule">The rule whose clock spoke up.</param>
/// <param name="What">Which moment of the rule it was.</param>
/// <param name="Level">The rung that is told, or "holder".</param>
/// <param name="Who">Who stands on it; absent for whoever holds the case.</param>
/// <param name="Moment">When it fell due to be said.</param>
/// <param name="GivenAt">When it was.</param>
/// <param name="Due">When the clock is due; absent where it no longer runs, and where it is never due.</param>
/// <param name="Link">Where the case is read, from this service's address on.</param>
public sealed record ToldNotice(long Id, Guid Case, string Rule, string What, string Level, string? Who, Instant Moment, Instant GivenAt, Instant? Due, string Link);

/// <summary>A ward at the hour by which everybody is reviewed once; the first day of a stay is exempt, and whoever has left is not there.</summary>
/// <param name="Rule">The rule, T23.</param>
/// <param name="Date">The day.</param>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward.</param>
/// <param name="Moment">When it was to be said.</param>
/// <param name="GivenLate">Whether it was said late, because the service was not running then.</param>
/// <param name="AsOf">The moment whose state it gives.</param>
/// <param name="Owed">How many people are owed reviews.</param>
/// <param name="WithoutReview">How many had none that day.</param>
/// <param name="WithoutDoctor">How many had none by a doctor that day.</param>
/// <param name="Enough">How many had all that is owed.</param>
/// <param name="Cases">The cases without a review.</param>
public sealed record WardRound(
    string Rule, LocalDate Date, string Site, string Ward, Instant Moment, bool GivenLate, Instant AsOf, int Owed, int WithoutReview, int WithoutDoctor, int Enough, IReadOnlyList<ToldCase> Cases);

/// <summary>Everybody who is ready to leave and still in hospital, by days since the Discharge Ready Date.</summary>
/// <param name="Rule">The rule, T24.</param>
/// <param name="Date">The day.</param>
/// <param name="Moment">When it was to be said.</param>
/// <param name="GivenLate">Whether it was said late, because the service was not running then.</param>
/// <param name="AsOf">The moment whose state it gives.</param>
/// <param name="Waiting">How many people.</param>
/// <param name="Bands">Each band of the rule, also where nobody is in it.</param>
public sealed record DailyList(string Rule, LocalDate Date, Instant Moment, bool GivenLate, Instant AsOf, int Waiting, IReadOnlyList<ToldBand> Bands);

/// <summary>A band of days, and who is in it.</summary>
/// <param name="Band">The days, such as "4-6".</param>
/// <param name="Count">How many people.</param>
/// <param name="Cases">Their cases, the longest wait on top.</param>
public sealed record ToldBand(string Band, int Count, IReadOnlyList<ToldCase> Cases);

/// <summary>A case in a measure's message.</summary>
/// <param name="Case">The case.</param>
/// <param name="Link">Where it is read, from this service's address on.</param>
/// <param name="Site">The hospital site, where the message does not say it.</param>
/// <param name="Ward">The ward, where the message does not say it.</param>
/// <param name="Days">Days since the Discharge Ready Date, in the daily list.</param>
public sealed record ToldCase(Guid Case, string Link, string? Site = null, string? Ward = null, int? Days = null);
