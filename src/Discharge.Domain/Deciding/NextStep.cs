using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>What is to be done next in a case, by whom and by when.</summary>
/// <param name="What">What is to be done, as a stable word such as "see-at-home".</param>
/// <param name="Sentence">The same in a sentence.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">By when, where a clock or whoever asked for it says so.</param>
public sealed record NextStep(string What, string Sentence, Owner Owner, Instant? Due = null)
{
    /// <summary>Which organisation owns it, where one is named.</summary>
    public OdsCode? Organisation { get; init; }

    /// <summary>The referral or task it is about, where it is about one.</summary>
    public Guid? About { get; init; }

    /// <summary>The number of the entry it is about, where it is about one that is addressed by its number.</summary>
    public long? Entry { get; init; }
}
