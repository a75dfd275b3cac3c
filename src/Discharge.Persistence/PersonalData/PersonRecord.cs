using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.PersonalData;

/// <summary>Who a person is, and how that came to be put right.</summary>
/// <param name="PersonRef">What events know them by.</param>
/// <param name="Version">1, and one more with each correction.</param>
/// <param name="Person">Who they are, as far as is known now.</param>
/// <param name="Corrections">What was put right, in order.</param>
public sealed record PersonRecord(Guid PersonRef, long Version, PersonDetails Person, IReadOnlyList<PersonCorrection> Corrections);

/// <summary>One time a person's details were put right.</summary>
/// <param name="Version">The version of the person it made.</param>
/// <param name="CorrectedAt">When.</param>
/// <param name="By">Who put it right.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Corrected">What was put right.</param>
/// <param name="Before">What stood before.</param>
public sealed record PersonCorrection(
    long Version, Instant CorrectedAt, string By, string Role, OdsCode Organisation, IReadOnlyList<PersonField> Corrected, PersonDetails Before);

/// <summary>The answer to a correction. It holds no personal data, because it is kept.</summary>
/// <param name="PersonRef">The person.</param>
/// <param name="Version">Their version after it.</param>
/// <param name="Corrected">What was put right; nothing where it was already so.</param>
public sealed record PersonCorrected(Guid PersonRef, long Version, IReadOnlyList<PersonField> Corrected);
