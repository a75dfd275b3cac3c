using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>What an authority has decided about a rule for itself: a length, or that it may be paused, from a London date on and for a reason.</summary>
/// <param name="RuleId">The rule, such as "T02".</param>
/// <param name="From">The first London date on which a clock starts under it.</param>
/// <param name="Reason">Why, in words that are shown with the rule.</param>
public sealed record LocalRule(string RuleId, LocalDate From, string Reason)
{
    /// <summary>How long it allows here, such as "24 hours" or "21 days"; absent where that stays as it is.</summary>
    public string? Length { get; init; }

    /// <summary>Whether a pause that the rule leaves to the authority is switched on; absent where that stays as it is.</summary>
    public bool? Pausable { get; init; }

    /// <summary>Whether another decision says the same of the same rule from the same date on, whatever the reason it gives.</summary>
    public bool SaysTheSameAs(LocalRule other) => this == other with { Reason = Reason };
}

/// <summary>Why what an authority has decided cannot be put into the rule book.</summary>
/// <param name="Field">Which part of it is wrong: RuleId, From, Reason, Length or Pausable.</param>
/// <param name="Sentence">What is wrong, and what would be right.</param>
public sealed record LocalRuleFault(string Field, string Sentence);
