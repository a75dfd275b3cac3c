namespace Discharge.Domain.Timelines;

/// <summary>What a rule rests on, so that nobody takes a proposal for the law.</summary>
public enum StandingKind
{
    /// <summary>Stated by the care regulator's assessment of Westminster City Council.</summary>
    Assessment,

    /// <summary>Stated by a public source that is named.</summary>
    Source,

    /// <summary>General knowledge of the field, not checked against a source.</summary>
    GeneralKnowledge,

    /// <summary>This service's own proposal or reading.</summary>
    Proposal,
}

/// <summary>What a rule rests on, with the place to look it up and what about it was our choice.</summary>
/// <param name="Kind">What it rests on.</param>
/// <param name="Citation">Where to look: a system of the assessment such as "A1", a reference such as "R26", or "none".</param>
/// <param name="Note">What is read, proposed or unchecked about it, in sentences; empty where nothing is.</param>
public sealed record Standing(StandingKind Kind, string Citation, string Note)
{
    /// <summary>Stated by the assessment, under one of its systems.</summary>
    public static Standing Assessment(string citation, string note = "") => new(StandingKind.Assessment, citation, note);

    /// <summary>Stated by a public source.</summary>
    public static Standing Source(string citation, string note = "") => new(StandingKind.Source, citation, note);

    /// <summary>General knowledge; says of itself that it is unchecked.</summary>
    public static Standing GeneralKnowledge(string note = "") =>
        new(StandingKind.GeneralKnowledge, "none", Join("General knowledge of the field, not checked against a source.", note));

    /// <summary>Our own proposal; says so of itself.</summary>
    public static Standing Proposal(string note = "") => new(StandingKind.Proposal, "none", Join("A proposal of this service.", note));

    /// <summary>The same standing with one more sentence to its note.</summary>
    public Standing Adding(string sentence) => this with { Note = Join(Note, sentence) };

    private static string Join(params string[] sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}

/// <summary>Who says so, and where in their words.</summary>
/// <param name="Text">The instrument, guidance or assessment.</param>
/// <param name="Provision">The provision in it, or what it says.</param>
public sealed record Authority(string Text, string Provision);
