using System.Globalization;
using Discharge.Domain.People;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Access;

/// <summary>
/// Whose cases somebody may know of: those of organisations they work for, or of a ward of theirs, and the other cases of whoever is in an open one of these; for an auditor, those of their
/// engagements. What is out of reach is not there: every statement that reads or changes a case is narrowed by it, in the database, by one function.
/// </summary>
public sealed record Reach
{
    private Reach(IReadOnlyList<OdsCode>? organisations, string? ward, IReadOnlyList<Guid>? engagements = null) =>
        (Organisations, Ward, Engagements) = (organisations is null ? null : [.. organisations.Select(code => code.Value)], ward, engagements is null ? null : [.. engagements]);

    /// <summary>Every case of this deployment.</summary>
    public static Reach Everything { get; } = new(organisations: null, ward: null);

    /// <summary>The organisations; null for whoever reaches everything.</summary>
    internal string[]? Organisations { get; }

    /// <summary>The ward of these organisations' sites; null for whoever is not of a ward.</summary>
    internal string? Ward { get; }

    /// <summary>The engagements whose cases these are; null for whoever is no auditor.</summary>
    internal Guid[]? Engagements { get; }

    /// <summary>Whether they work for an organisation: it is theirs, or theirs to do the work of.</summary>
    public bool WorksFor(OdsCode organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return Organisations is null || Organisations.Contains(organisation.Value, StringComparer.Ordinal);
    }

    /// <summary>Whether it is of one ward and no more.</summary>
    public bool IsOfWard => Ward is not null;

    /// <summary>Whether they work on a ward of this name; whoever is not of a ward works on all of them. Case makes no difference.</summary>
    public bool WorksOn(string ward) => Ward is null || Ward.Equals(ward, StringComparison.OrdinalIgnoreCase);

    /// <summary>Cases of these engagements.</summary>
    public static Reach OfEngagements(IReadOnlyList<Guid> engagements) => new([], ward: null, engagements);

    /// <summary>Cases that these organisations own or take part in.</summary>
    public static Reach OfOrganisations(IReadOnlyList<OdsCode> organisations) => new(organisations, ward: null);

    /// <summary>Cases of one ward of these sites; of none where it is not known which ward.</summary>
    public static Reach OfWard(IReadOnlyList<OdsCode> sites, string? ward) => new(sites, ward ?? string.Empty);

    /// <summary>Who it is, to whom a case out of reach may have been opened; nobody where that does not matter.</summary>
    public Actor? By { get; init; }

    /// <summary>Whether these are all organisations that somebody works for.</summary>
    public bool IsOfAll(IEnumerable<OdsCode> organisations) => Organisations is null || organisations.All(code => Organisations.Contains(code.Value));

    /// <summary>The condition that one case is within reach, or was opened to whoever asks, whose five parameters are these numbers: it is asked of one case at a time, and no list has it.</summary>
    internal static string HoldsOrIsOpen(string id, int first) => string.Create(
        CultureInfo.InvariantCulture, $"({Holds(id, first)} or discharge.is_open_to({id}, ${first + 3}, ${first + 4}))");

    /// <summary>Adds the five parameters.</summary>
    internal void AddAllTo(NpgsqlParameterCollection parameters)
    {
        AddTo(parameters);
        parameters.Add(new() { Value = (object?)By?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new() { Value = (object?)By?.Organisation.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
    }

    /// <summary>The condition that a case is within reach, whose three parameters are these numbers.</summary>
    /// <param name="id">The column with the case.</param>
    /// <param name="first">The number of the first parameter; the others are the next.</param>
    internal static string Holds(string id, int first) => string.Create(CultureInfo.InvariantCulture, $"(${first}::text[] is null or discharge.reaches({id}, ${first}, ${first + 1}, ${first + 2}))");

    /// <summary>The condition that a person is one whom somebody has or had in a case of theirs, with the same three parameters. Auditors look nobody up.</summary>
    internal static string HoldsPerson(string id, int first) => string.Create(
        CultureInfo.InvariantCulture, $"(${first}::text[] is null or (${first + 2}::uuid[] is null and discharge.has_or_had({id}, ${first}, ${first + 1})))");

    /// <summary>Adds the three parameters.</summary>
    internal void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new() { Value = (object?)Organisations ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        parameters.Add(new() { Value = (object?)Ward ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new() { Value = (object?)Engagements ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
    }
}
