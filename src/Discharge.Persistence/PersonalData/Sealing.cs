using System.Security.Cryptography;

namespace Discharge.Persistence.PersonalData;

/// <summary>AES-256-GCM as it is written down: a byte that says how, a nonce of 12 random bytes, the ciphertext, a tag of 16 bytes. What it is bound to is not in it.</summary>
internal static class Sealing
{
    private const byte First = 1;

    private const int NonceBytes = 12;

    private const int TagBytes = 16;

    /// <summary>Encrypts, bound to a place.</summary>
    public static byte[] Seal(byte[] key, byte[] place, ReadOnlySpan<byte> clear)
    {
        var kept = new byte[1 + NonceBytes + clear.Length + TagBytes];
        kept[0] = First;
        var nonce = kept.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, clear, kept.AsSpan(1 + NonceBytes, clear.Length), kept.AsSpan(kept.Length - TagBytes), place);
        return kept;
    }

    /// <summary>Decrypts what was bound to a place.</summary>
    /// <exception cref="CryptographicException">It is not what was encrypted under this key for this place.</exception>
    public static byte[] Open(byte[] key, byte[] place, byte[] kept)
    {
        if (kept.Length < 1 + NonceBytes + TagBytes || kept[0] != First)
        {
            throw new CryptographicException("What is kept is not sealed in a way that is known.");
        }

        var clear = new byte[kept.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(kept.AsSpan(1, NonceBytes), kept.AsSpan(1 + NonceBytes, clear.Length), kept.AsSpan(kept.Length - TagBytes), clear, place);
        return clear;
    }
}
