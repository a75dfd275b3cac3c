using Discharge.Domain.DischargeCases;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>What can be amiss in a request although each of its fields can be read.</summary>
internal static class Amiss
{
    // Nobody living was born before.
    private static readonly LocalDate EarliestBirth = new(1900, 1, 1);

    /// <summary>What is amiss in who somebody is said to be.</summary>
    /// <param name="person">Who.</param>
    /// <param name="under">What the fields stand under, such as "person.".</param>
    /// <param name="today">Today's date in England.</param>
    public static IEnumerable<(string Field, string Sentence)> In(PersonRequest person, string under, LocalDate today) =>
    [
        .. person is { NhsNumber: not null, NhsNumberMissing: not null }
            ? [($"{under}nhsNumberMissing", "Leave this out where there is an NHS number; it says why there is none.")]
            : Array.Empty<(string, string)>(),
        .. InDateOfBirth(person.DateOfBirth, $"{under}dateOfBirth", today),
    ];

    /// <summary>What is amiss in a date of birth.</summary>
    public static IEnumerable<(string Field, string Sentence)> InDateOfBirth(LocalDate? born, string field, LocalDate today) =>
        born < EarliestBirth || born > today ? [(field, "Give a date of birth from 1900-01-01 to today.")] : [];

    /// <summary>What is amiss in a ward's name, which has to be able to stand in the address of its board.</summary>
    public static IEnumerable<(string Field, string Sentence)> InWard(string? name) =>
        name is "." or ".." || name?.Contains("%2F", StringComparison.OrdinalIgnoreCase) is true
            ? [("ward", "Give the ward's name: . and .. and %2F cannot stand in the address of its board.")]
            : name?.Any(char.IsControl) is true ? [("ward", "Give the ward's name on one line.")] : [];

    /// <summary>What is amiss in which authority is said to answer for somebody.</summary>
    public static IEnumerable<(string Field, string Sentence)> In(ResponsibleAuthority? authority) => authority switch
    {
        { Standing: AuthorityStanding.Known, Code: null } => [("authority.code", "Say which authority: it is said to be known.")],
        { Standing: AuthorityStanding.Unknown, Code: not null } => [("authority.code", "Leave this out where the authority is not known.")],
        _ => [],
    };
}
