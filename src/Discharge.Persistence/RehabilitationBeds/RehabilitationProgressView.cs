using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>A goal, and how near the person has come to it.</summary>
/// <param name="Goal">The entry that set it.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they managed as it was set, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage.</param>
/// <param name="Score">How they manage as scored last.</param>
/// <param name="Reached">Whether that is as they want it.</param>
public sealed record RehabilitationGoalView(long Goal, RehabilitationGoalArea Area, int Baseline, int Target, int Score, bool Reached)
{
    internal static IEnumerable<RehabilitationGoalView> Of(RehabilitationCase rehabilitation) =>
        from entry in rehabilitation.Facts.EntriesOf<RehabilitationGoalSet>()
        let goal = (RehabilitationGoalSet)entry.Fact
        let score = rehabilitation.Facts.All<RehabilitationGoalScored>().LastOrDefault(scored => scored.Goal == entry.Version)?.Score ?? goal.Baseline
        select new RehabilitationGoalView(entry.Version, goal.Area, goal.Baseline, goal.Target, score, score >= goal.Target);
}

/// <summary>A review.</summary>
/// <param name="At">When.</param>
/// <param name="Role">The profession that led it.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record RehabilitationReviewView(Instant At, RehabilitationRole Role, RehabilitationReviewOutcome Outcome);

/// <summary>How rehabilitation ended.</summary>
/// <param name="At">When.</param>
/// <param name="Result">With what result.</param>
public sealed record RehabilitationEndingView(Instant At, RehabilitationResult Result);

/// <summary>A place agreed for the case that home does not work out.</summary>
/// <param name="Agreement">The entry that agreed on it, by which it is addressed.</param>
/// <param name="Kind">What kind of place.</param>
/// <param name="Provider">The care home.</param>
/// <param name="Bed">The place, where a registered one was agreed.</param>
/// <param name="KeptUntil">Until when it is kept for them, while it is.</param>
/// <param name="MovedAt">When they moved there.</param>
public sealed record AgreedPlaceView(long Agreement, PlaceKind Kind, OdsCode Provider, Guid? Bed, Instant? KeptUntil, Instant? MovedAt)
{
    internal static IEnumerable<AgreedPlaceView> Of(RehabilitationCase rehabilitation, Instant at) =>
        from entry in rehabilitation.Facts.EntriesOf<CareHomePlaceAgreed>()
        let agreed = (CareHomePlaceAgreed)entry.Fact
        select new AgreedPlaceView(
            entry.Version, agreed.Kind, agreed.Provider, agreed.Bed, agreed.Bed is { } bed ? Agreements.KeptUntil(rehabilitation, bed, at) : null,
            rehabilitation.Facts.All<MovedIntoCareHome>().FirstOrDefault(moved => moved.Agreement == entry.Version)?.OccurredAt);
}

/// <summary>The care home somebody moved into straight from home.</summary>
/// <param name="MovedAt">When.</param>
/// <param name="Kind">What kind of place.</param>
/// <param name="Provider">The care home.</param>
/// <param name="Bed">The place, where it is registered.</param>
/// <param name="Reason">Why.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="Contingency">Whether it was the place agreed for it; otherwise the move was unplanned.</param>
public sealed record CareHomeView(Instant MovedAt, PlaceKind Kind, OdsCode Provider, Guid? Bed, DirectMoveReason Reason, IReadOnlyList<Hazard> Hazards, bool Contingency)
{
    internal static CareHomeView? Of(RehabilitationCase rehabilitation) => rehabilitation.Facts.Last<MovedIntoCareHome>() is { } moved
        ? new(moved.OccurredAt, moved.Place.Kind, moved.Place.Provider, moved.Place.Bed, moved.Reason, moved.Hazards, Agreements.IsContingency(rehabilitation, moved))
        : null;
}
