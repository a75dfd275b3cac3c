using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>
/// It was recorded which provision of the Mental Health Act 1983 applies to the person. Several may apply at once, such as aftercare beside a community treatment order; each is recorded by itself.
/// Who may see it is limited. It stops nothing and starts no clock; while it stands, the person's record is one of mental health, which is kept for longer.
/// </summary>
/// <param name="OccurredAt">Since when it is so.</param>
/// <param name="Provision">The provision.</param>
/// <param name="Note">What was added in words.</param>
public sealed record MentalHealthActStatusRecorded(Instant OccurredAt, MentalHealthActProvision Provision, NoteRef? Note = null) : Fact(OccurredAt);

/// <summary>The provisions of the Mental Health Act 1983 under which somebody is detained, treated in the community or owed aftercare.</summary>
public enum MentalHealthActProvision
{
    /// <summary>Section 2: admission for assessment, for up to 28 days.</summary>
    Section2,

    /// <summary>Section 3: admission for treatment.</summary>
    Section3,

    /// <summary>Section 4: admission for assessment in an emergency, for up to 72 hours.</summary>
    Section4,

    /// <summary>Section 5: somebody who is in hospital already may not leave it, for up to 72 hours by a doctor or 6 by a nurse.</summary>
    Section5,

    /// <summary>Section 7: guardianship.</summary>
    Section7,

    /// <summary>Section 17: leave of absence from the hospital where they are detained.</summary>
    Section17Leave,

    /// <summary>Section 17A: a community treatment order.</summary>
    CommunityTreatmentOrder,

    /// <summary>Section 37: a hospital or guardianship order of a court, with restrictions under section 41 or without.</summary>
    Section37,

    /// <summary>Section 42 or 73: discharged from a restricted hospital order under conditions.</summary>
    ConditionalDischarge,

    /// <summary>Section 47: transferred to hospital from a prison sentence.</summary>
    Section47,

    /// <summary>Section 48: transferred to hospital from prison on remand, or from immigration detention.</summary>
    Section48,

    /// <summary>Section 117: aftercare is owed, free of charge, by the integrated care board and the local authority.</summary>
    Section117Aftercare,

    /// <summary>Section 135: taken from where they were to a place of safety on a warrant.</summary>
    Section135,

    /// <summary>Section 136: taken to a place of safety, or kept at one, by a constable.</summary>
    Section136,

    /// <summary>None applies any more.</summary>
    NoneAnyMore,
}
