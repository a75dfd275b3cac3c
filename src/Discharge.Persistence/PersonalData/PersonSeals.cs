using System.Security.Cryptography;
using System.Text;

namespace Discharge.Persistence.PersonalData;

/// <summary>
/// Makes and opens the keys of people. Each person has one, 32 random bytes, kept wrapped (AES-256-GCM) under a key derived from a secret of the deployment. No key is remembered: a person whose key was destroyed,
/// by whichever node, is read by none from that moment on.
/// </summary>
public sealed class PersonSeals
{
    private const int KeyBytes = 32;

    private readonly byte[] _wrapping;

    /// <summary>Seals under a secret of 32 bytes, which lies in the deployment's secrets and never in the database.</summary>
    /// <exception cref="ArgumentException">The secret has another length.</exception>
    public PersonSeals(byte[] secret) => _wrapping = secret.Length == KeyBytes
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyBytes, info: "keys of people"u8.ToArray())
        : throw new ArgumentException($"The encryption key is {KeyBytes} bytes; this one has {secret.Length}.", nameof(secret));

    /// <summary>A new key for somebody who has none.</summary>
    /// <param name="owner">The person; for words said of a place, the place.</param>
    public PersonKey New(Guid owner)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        return new(owner, key, Sealing.Seal(_wrapping, PlaceOf(owner), key));
    }

    /// <summary>The key of somebody as it is kept; null where it was destroyed.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="wrapped">The key as it is kept.</param>
    /// <exception cref="CryptographicException">It was wrapped under another secret, for somebody else, or altered.</exception>
    public PersonKey? Open(Guid owner, byte[]? wrapped) => wrapped is null ? null : new(owner, Sealing.Open(_wrapping, PlaceOf(owner), wrapped), wrapped);

    /// <summary>What was sealed of somebody, as text in UTF-8; null where it or their key is gone.</summary>
    internal byte[]? Read(Guid owner, byte[]? wrapped, string place, byte[]? kept) => kept is null ? null : Open(owner, wrapped)?.Open(place, kept).Text;

    private static byte[] PlaceOf(Guid owner) => Encoding.UTF8.GetBytes($"person_keys {owner}");
}
