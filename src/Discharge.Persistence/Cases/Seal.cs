using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Json;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Seals each entry over the one before it in its case, so that nothing can be altered, removed or put in between unseen. The seal is a keyed hash: whoever can alter the table, its
/// owner too, cannot make a seal for what they put there.
/// </summary>
public sealed class Seal
{
    private static readonly byte[] Purpose = "discharge.record-seal.v1"u8.ToArray();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private readonly byte[] _key;

    /// <summary>A seal under a key of its own, derived (HKDF, SHA-256) from the secret of the deployment.</summary>
    public Seal(byte[] secret) => _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, outputLength: 32, info: Purpose);

    /// <summary>The seal of an entry: HMAC-SHA-256 over its canonical JSON and the seal before it, in Base64 for URLs.</summary>
    /// <param name="before">The seal of the entry before it; null where it is the first, or where that one bears none.</param>
    /// <param name="entry">What is sealed.</param>
    internal string Over(string? before, in Sealed entry)
    {
        var text = _buffer ??= new ArrayBufferWriter<byte>(4096);
        text.ResetWrittenCount();
        text.Write("{\"after\":"u8);
        CanonicalJson.Write(text, before);
        text.Write(",\"by\":"u8);
        CanonicalJson.Write(text, entry.By);
        text.Write(",\"causation\":"u8);
        CanonicalJson.Write(text, entry.Causation);
        text.Write(",\"content\":"u8);
        CanonicalJson.Write(text, entry.Content);
        text.Write(",\"correlation\":"u8);
        CanonicalJson.Write(text, entry.Correlation);
        text.Write(",\"name\":"u8);
        CanonicalJson.Write(text, entry.Name);
        text.Write(",\"organisation\":"u8);
        CanonicalJson.Write(text, entry.Organisation);
        text.Write(",\"recordedAt\":"u8);
        Number(text, entry.RecordedAt.ToUnixTimeTicks() / (NodaConstants.TicksPerSecond / 1_000_000));
        text.Write(",\"role\":"u8);
        CanonicalJson.Write(text, entry.Role);
        text.Write(",\"stream\":"u8);
        CanonicalJson.Write(text, entry.Stream.ToString());
        text.Write(",\"version\":"u8);
        Number(text, entry.Version);
        text.Write("}"u8);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, text.WrittenSpan, hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>The seal of an entry that is about to be recorded.</summary>
    /// <param name="before">The seal of the entry before it; null where it is the first, or where that one bears none.</param>
    /// <param name="stream">The case.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="content">What it says, as it is written.</param>
    /// <param name="provenance">On what occasion.</param>
    internal string Over(string? before, Guid stream, Entry entry, string content, Provenance provenance)
    {
        using var read = JsonDocument.Parse(content);
        return Over(before, new(
            stream, entry.Version, EventNames.Of(entry.Fact), read.RootElement, entry.RecordedAt, entry.RecordedBy.Id, entry.RecordedBy.Role, entry.RecordedBy.Organisation.Value, provenance.Correlation, provenance.Causation));
    }

    private static void Number(ArrayBufferWriter<byte> to, long number)
    {
        number.TryFormat(to.GetSpan(20), out var length, provider: CultureInfo.InvariantCulture);
        to.Advance(length);
    }
}

/// <summary>What a seal covers of an entry: all that is on record of it.</summary>
/// <param name="Stream">The case.</param>
/// <param name="Version">Its number.</param>
/// <param name="Name">The name it is stored under.</param>
/// <param name="Content">What it says.</param>
/// <param name="RecordedAt">When it was recorded, to the microsecond.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Role">In which role.</param>
/// <param name="Organisation">For which organisation.</param>
/// <param name="Correlation">What it belongs to.</param>
/// <param name="Causation">What caused it.</param>
internal readonly record struct Sealed(
    Guid Stream, long Version, string Name, JsonElement Content, Instant RecordedAt, string? By, string? Role, string? Organisation, string? Correlation, string? Causation);
