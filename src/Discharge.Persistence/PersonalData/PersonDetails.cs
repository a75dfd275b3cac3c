using System.Text.Json;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>Who a person is, in a record that can be erased. It lies beside the events and never in one.</summary>
/// <param name="Name">The name.</param>
/// <param name="PreferredName">What they like to be called.</param>
/// <param name="DateOfBirth">The date of birth.</param>
/// <param name="NhsNumber">The NHS number, ten digits.</param>
/// <param name="HospitalNumber">The hospital's own number.</param>
/// <param name="Address">Where they usually live, in words.</param>
/// <param name="Phone">How to reach them by telephone.</param>
/// <param name="Gender">Their gender, in their words.</param>
/// <param name="Ethnicity">Their ethnicity, in their words.</param>
/// <param name="DischargeAddress">Where they are to go, in words, where it is not where they usually live.</param>
/// <param name="Uprn">The Unique Property Reference Number of where they usually live.</param>
public sealed record PersonDetails(
    string? Name, string? PreferredName, LocalDate? DateOfBirth, string? NhsNumber, string? HospitalNumber, string? Address,
    string? Phone = null, string? Gender = null, string? Ethnicity = null, string? DischargeAddress = null, string? Uprn = null)
{
    /// <summary>The details as they are kept and committed to.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Options);

    /// <summary>The details as they were kept.</summary>
    public static PersonDetails FromJson(string kept) =>
        JsonSerializer.Deserialize<PersonDetails>(kept, EventJson.Options) ?? throw new InvalidOperationException("A person's details cannot be read.");

    /// <summary>The details in the reader's current row: from a column on, who it is, what is sealed and their key; null where they were erased.</summary>
    internal static PersonDetails? Read(NpgsqlDataReader row, int column, PersonSeals seals) =>
        ReadJson(row, column, seals) is { } kept ? JsonSerializer.Deserialize<PersonDetails>(kept, EventJson.Options) : null;

    /// <summary>The same as they were kept, in UTF-8.</summary>
    internal static byte[]? ReadJson(NpgsqlDataReader row, int column, PersonSeals seals) => row.IsDBNull(column + 1) || row.IsDBNull(column + 2)
        ? null
        : seals.Read(row.GetGuid(column), row.GetFieldValue<byte[]>(column + 2), PersonKey.Details(row.GetGuid(column)), row.GetFieldValue<byte[]>(column + 1));

    /// <summary>Whether somebody described like this can be the same person: nothing both descriptions give differs.</summary>
    public bool AgreesWith(PersonDetails other) =>
        Agree(Name?.ToUpperInvariant(), other.Name?.ToUpperInvariant()) && (DateOfBirth is null || other.DateOfBirth is null || DateOfBirth == other.DateOfBirth);

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;
}
