using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>Something that is told up the ladder without a clock: as soon as it is on record, or at a moment that lies ahead unless what is recorded until then prevents it.</summary>
/// <param name="Rule">The code of the rule that was departed from.</param>
/// <param name="Entry">The entry that departed from it.</param>
/// <param name="Words">What is told.</param>
/// <param name="Level">The rung of the ladder that is told.</param>
/// <param name="Moment">When it happened, or will have happened.</param>
public sealed record ToldAtOnce(string Rule, long Entry, string Words, LadderLevel Level, Instant Moment);
