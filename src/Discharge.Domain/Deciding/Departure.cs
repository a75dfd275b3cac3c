namespace Discharge.Domain.Deciding;

/// <summary>A rule that a recorded fact departs from. The fact stands; the departure is shown until somebody has dealt with it.</summary>
/// <param name="Code">Stable, such as "discharge.left-without-assessment".</param>
/// <param name="Sentence">What happened that should not have, in words.</param>
/// <param name="Owner">Who has to deal with it.</param>
public sealed record Departure(string Code, string Sentence, Owner Owner);

/// <summary>Who owns a next step or a warning.</summary>
public enum Owner
{
    /// <summary>The ward the person is on, or left from.</summary>
    Ward,

    /// <summary>The therapists who assess at the hospital.</summary>
    TherapyTeam,

    /// <summary>The care transfer hub.</summary>
    CareTransferHub,

    /// <summary>The reablement team that sees people at home.</summary>
    ReablementTeam,

    /// <summary>The rehabilitation team that looks after people in its beds.</summary>
    RehabilitationTeam,

    /// <summary>The organisation that is named beside it.</summary>
    NamedOrganisation,
}
