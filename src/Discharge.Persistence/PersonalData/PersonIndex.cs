using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Persistence.PersonalData;

/// <summary>Finds a person by what callers know of them without any of it standing in an index: keyed hashes (HMAC-SHA-256).</summary>
public sealed class PersonIndex
{
    private const int KeyBytes = 32;

    private readonly byte[] _key;

    /// <summary>An index under a key of 32 bytes, which lies in the deployment's secrets and never in the database.</summary>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public PersonIndex(byte[] key) =>
        _key = key.Length == KeyBytes ? key : throw new ArgumentException($"The person index key is {KeyBytes} bytes; this one has {key.Length}.", nameof(key));

    /// <summary>What a person with this number is found by.</summary>
    public byte[] HashOf(NhsNumber number) => Hash(number.Value);

    /// <summary>What a person with this hospital number is found by.</summary>
    public byte[] HashOfHospitalNumber(string number) => Hash($"hospital number {Plain(number)}");

    /// <summary>What a person of this name and date of birth is found by. Case, accents' composition and spacing make no difference.</summary>
    public byte[] HashOf(string name, LocalDate born) => Hash($"name {Plain(name)} {LocalDatePattern.Iso.Format(born)}");

    /// <summary>What a request is told apart by from another under the same key. It is keyed like the rest, because a short note could be guessed from a plain hash.</summary>
    public byte[] Seal(byte[] hashOfBody) => HMACSHA256.HashData(_key, (byte[])[.. "request "u8, .. hashOfBody]);

    /// <summary>Everything a person is found by beside the NHS number.</summary>
    public IEnumerable<byte[]> HashesOf(PersonDetails details)
    {
        if (details.HospitalNumber is { } number)
        {
            yield return HashOfHospitalNumber(number);
        }

        foreach (var name in new[] { details.Name, details.PreferredName }.OfType<string>().Distinct())
        {
            if (details.DateOfBirth is { } born)
            {
                yield return HashOf(name, born);
            }
        }
    }

    private static string Plain(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).ToUpperInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private byte[] Hash(string what) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(what));
}
