namespace Discharge.Domain.Timelines;

/// <summary>How a rule is treated: what a breach of it means, and whether its clock may be paused.</summary>
public enum RuleKind
{
    /// <summary>A target or limit whose breach is recorded.</summary>
    Target,

    /// <summary>A target that protects a person at risk: never paused, only voided.</summary>
    Safety,

    /// <summary>A period or duty that the law sets: never paused, only voided.</summary>
    Statutory,

    /// <summary>A place that is kept until somebody lets it go: warned of, never ended by a timer.</summary>
    Hold,

    /// <summary>A measure: counted and listed, never a breach for a person.</summary>
    Measure,

    /// <summary>A rule of the past, for replaying old cases only.</summary>
    Historic,
}

/// <summary>What makes a clock void, other than meeting it.</summary>
public enum Voiding
{
    /// <summary>The person died before it was met: not reached, and still in the denominator.</summary>
    PersonDied,

    /// <summary>The person was readmitted before it was met: not reached, and still in the denominator.</summary>
    Readmitted,

    /// <summary>The person moved from home into an interim bed before it was met: not reached, and still in the denominator.</summary>
    MovedIntoInterimBed,

    /// <summary>It was declined before it was met, by the person or by a team that did not take them on: not reached, and still in the denominator.</summary>
    Declined,

    /// <summary>It should never have been opened.</summary>
    OpenedInError,
}

/// <summary>What starts, stops or marks a clock, in the domain's words; a case type binds the words to its events.</summary>
/// <param name="Sentence">What has happened, and what does not count as that.</param>
/// <param name="Events">The names of what happened, any one of which suffices; empty where nothing does.</param>
public sealed record Occasion(string Sentence, IReadOnlyList<string> Events);
