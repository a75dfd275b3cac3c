namespace Discharge.Domain.Records;

/// <summary>The kind of record a person's is, which says for how long it is kept at the least.</summary>
public enum RecordClass
{
    /// <summary>Of health and social care of an adult.</summary>
    AdultHealthAndSocialCare,

    /// <summary>Of somebody cared for under the Mental Health Act or for their mental health.</summary>
    MentalHealth,
}
