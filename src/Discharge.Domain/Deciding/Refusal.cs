namespace Discharge.Domain.Deciding;

/// <summary>A rule says no to a decision. The code is stable; the sentence is for the person who asked; what would be accepted tells them the way on.</summary>
/// <param name="Code">Stable, such as "discharge.not-ready".</param>
/// <param name="Sentence">What a clinician can act on.</param>
/// <param name="Accepted">What would be accepted instead.</param>
public sealed record Refusal(string Code, string Sentence, string Accepted)
{
    /// <summary>What is missing, where something is.</summary>
    public Listed<Missing> Missing { get; init; } = [];

    /// <summary>The version of the entry on record that stands in the way, where there is one.</summary>
    public long? OnRecord { get; init; }

    /// <summary>The other case that stands in the way, where there is one. Who may not see cases is not told.</summary>
    public Guid? Case { get; init; }

    /// <summary>Whether somebody else got there first, rather than a rule saying no.</summary>
    public bool TakenByAnother { get; init; }

    /// <summary>This refusal, naming what is missing.</summary>
    public Refusal For(params IEnumerable<Missing> missing) => this with { Missing = [.. missing] };

    /// <summary>This refusal, naming the entry on record that stands in the way.</summary>
    public Refusal Naming(long version) => this with { OnRecord = version };
}

/// <summary>One thing a decision needs and does not have.</summary>
/// <param name="Code">Stable, such as "discharge.not-assessed".</param>
/// <param name="Sentence">What is missing, in words.</param>
public sealed record Missing(string Code, string Sentence);
