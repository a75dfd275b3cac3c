using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Discharge.Persistence.Json;

/// <summary>A moment inside a stored event: ISO 8601 in UTC, as NodaTime spells it. A history has hundreds, so what .NET reads without making a text of it is read that way; the meaning is the same.</summary>
internal sealed class StoredMoments : JsonConverter<Instant>
{
    // Of 2026-03-29T21:00:00Z and 2026-03-29T21:00:00.1234567Z. What is shorter or finer is rare, and left to the pattern.
    private const int Shortest = 20;

    private const int Longest = 28;

    private const int EndOfDate = 10;

    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueSpan.Length: >= Shortest and <= Longest }
        && reader.ValueSpan[EndOfDate] == 'T' && reader.ValueSpan[^1] == 'Z' && reader.TryGetDateTimeOffset(out var moment)
            ? Instant.FromDateTimeOffset(moment)
            : NodaConverters.InstantConverter.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => NodaConverters.InstantConverter.Write(writer, value, options);
}
