using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.People;

namespace Discharge.Persistence.PersonalData;

/// <summary>Finds a person by their NHS number without the number standing in any index: a keyed hash (HMAC-SHA-256) of it.</summary>
public sealed class PersonIndex
{
    private const int KeyBytes = 32;

    private readonly byte[] _key;

    /// <summary>An index under a key of 32 bytes, which lies in the deployment's secrets and never in the database.</summary>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public PersonIndex(byte[] key) =>
        _key = key.Length == KeyBytes ? key : throw new ArgumentException($"The person index key is {KeyBytes} bytes; this one has {key.Length}.", nameof(key));

    /// <summary>What a person with this number is found by.</summary>
    public byte[] HashOf(NhsNumber number) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(number.Value));
}
