namespace Discharge.Persistence.PersonalData;

/// <summary>What is known of who a person is, each by its name.</summary>
public enum PersonField
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>What they like to be called.</summary>
    PreferredName,

    /// <summary>The date of birth.</summary>
    DateOfBirth,

    /// <summary>The NHS number.</summary>
    NhsNumber,

    /// <summary>The hospital's own number.</summary>
    HospitalNumber,

    /// <summary>Where they usually live.</summary>
    Address,

    /// <summary>The Unique Property Reference Number of where they usually live.</summary>
    Uprn,

    /// <summary>How to reach them by telephone.</summary>
    Phone,

    /// <summary>Their gender.</summary>
    Gender,

    /// <summary>Their ethnicity.</summary>
    Ethnicity,

    /// <summary>Where they are to go, where it is not where they usually live.</summary>
    DischargeAddress,
}

/// <summary>Details of a person, field by field.</summary>
public static class PersonFields
{
    /// <summary>The field's value, null where it is not known.</summary>
    public static object? Of(this PersonDetails details, PersonField field) => field switch
    {
        PersonField.Name => details.Name,
        PersonField.PreferredName => details.PreferredName,
        PersonField.DateOfBirth => details.DateOfBirth,
        PersonField.NhsNumber => details.NhsNumber,
        PersonField.HospitalNumber => details.HospitalNumber,
        PersonField.Address => details.Address,
        PersonField.Uprn => details.Uprn,
        PersonField.Phone => details.Phone,
        PersonField.Gender => details.Gender,
        PersonField.Ethnicity => details.Ethnicity,
        PersonField.DischargeAddress => details.DischargeAddress,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The fields in which two descriptions differ.</summary>
    public static IReadOnlyList<PersonField> DifferingFrom(this PersonDetails details, PersonDetails other) =>
        [.. Enum.GetValues<PersonField>().Where(field => !Equals(details.Of(field), other.Of(field)))];

    /// <summary>These details with what another description gives in place of their own, and without what is not known after all.</summary>
    public static PersonDetails PutRight(this PersonDetails details, PersonDetails given, IReadOnlyCollection<PersonField> notKnown) => new(
        Right(details.Name, given.Name, PersonField.Name, notKnown),
        Right(details.PreferredName, given.PreferredName, PersonField.PreferredName, notKnown),
        notKnown.Contains(PersonField.DateOfBirth) ? null : given.DateOfBirth ?? details.DateOfBirth,
        Right(details.NhsNumber, given.NhsNumber, PersonField.NhsNumber, notKnown),
        Right(details.HospitalNumber, given.HospitalNumber, PersonField.HospitalNumber, notKnown),
        Right(details.Address, given.Address, PersonField.Address, notKnown),
        Right(details.Phone, given.Phone, PersonField.Phone, notKnown),
        Right(details.Gender, given.Gender, PersonField.Gender, notKnown),
        Right(details.Ethnicity, given.Ethnicity, PersonField.Ethnicity, notKnown),
        Right(details.DischargeAddress, given.DischargeAddress, PersonField.DischargeAddress, notKnown),
        Right(details.Uprn, given.Uprn, PersonField.Uprn, notKnown));

    private static string? Right(string? kept, string? given, PersonField field, IReadOnlyCollection<PersonField> notKnown) => notKnown.Contains(field) ? null : given ?? kept;
}
