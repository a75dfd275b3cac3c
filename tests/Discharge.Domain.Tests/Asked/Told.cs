using Discharge.Domain.Asked;
using NodaTime;

namespace Discharge.Domain.Tests.Asked;

/// <summary>What is asked, in words to compare: the entry, of whom, what and which, where it stands at a moment and, where it is over, since when.</summary>
internal static class Told
{
    /// <summary>All of it, in order.</summary>
    public static string[] At(this IEnumerable<Asking> asked, Instant moment) =>
        [.. asked.Select(one => $"{one.Entry} {one.Organisation.Value} {string.Join('/', ((Enum?[])[one.What, one.Which, one.StandsAt(moment)]).OfType<Enum>())}{(one.IsOpenAt(moment) ? string.Empty : $" {one.EndsAt:MM-dd'T'HH:mm'Z'}")}")];
}
