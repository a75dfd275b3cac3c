using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>To open a case that is none of one's own, for a few hours, because it cannot wait until somebody who has it answers. It stands in the case's history, and information governance is told at once.</summary>
/// <param name="OccurredAt">When; from here the hours count.</param>
/// <param name="Ground">Why it cannot wait.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record BreakGlass(Instant OccurredAt, BreakGlassGround Ground, NoteRef? Reason)
{
    /// <summary>The code under which information governance is told of it.</summary>
    public const string Rule = "access.glass-broken";

    /// <summary>For how long the case is open so. A proposal of our own: long enough for a shift to reach whoever has the case.</summary>
    public static readonly Duration Lasts = Duration.FromHours(4);

    /// <summary>What was recorded to open it; nothing where the same is on record.</summary>
    public Decision<GlassBroken> Decide(History history) =>
        new GlassBroken(OccurredAt, Ground, OccurredAt + Lasts, Reason) is var broken && history.Standing.Any(entry => entry.Fact.SaysTheSameAs(broken)) ? [] : broken;

    /// <summary>What information governance is told of a history: that a case was opened so, and nothing of whom it is about.</summary>
    public static IEnumerable<ToldAtOnce> ToldIn(History history) =>
        from entry in history.Entries
        where entry.Fact is GlassBroken
        select new ToldAtOnce(Rule, entry.Version, "break-glass: a case was opened by somebody whose it is not", LadderLevel.IG, entry.Fact.OccurredAt);
}
