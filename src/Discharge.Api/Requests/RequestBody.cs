using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace Discharge.Api.Requests;

/// <summary>What a caller sent, read once and understood.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Fingerprint">SHA-256 of the bytes as they came, in hexadecimal: the same body again has the same one.</param>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed record RequestBody<T>(T Value, string Fingerprint);

/// <summary>Reads the bodies of requests.</summary>
public static class RequestBody
{
    /// <summary>The longest body taken, in bytes.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Reads the body as JSON, or says what to put right in it.</summary>
    /// <typeparam name="T">What is to be read.</typeparam>
    public static async Task<Reading<RequestBody<T>>> Read<T>(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!IsJson(http.Request.ContentType))
        {
            return Responses.NotJson;
        }

        if (await ReadBytes(http.Request) is not { } bytes)
        {
            return Responses.TooLarge;
        }

        return Understand<T>(bytes).Select(value => new RequestBody<T>(value, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var media)
        && media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!media.Charset.HasValue || HeaderUtilities.RemoveQuotes(media.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]?> ReadBytes(HttpRequest request)
    {
        if (request.ContentLength > Longest)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > Longest || read.IsCompleted)
            {
                var bytes = read.Buffer.Length > Longest ? null : read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Reads bytes as JSON, or says what to put right in them.</summary>
    /// <typeparam name="T">What is to be read.</typeparam>
    /// <param name="bytes">The bytes.</param>
    /// <param name="within">What stands before each place that is named, where they are part of a larger body.</param>
    internal static Reading<T> Understand<T>(byte[] bytes, string within) => Understand<T>(bytes) switch
    {
        Reading<T>.Refused { Problem.Errors: { } errors } => Responses.Unreadable(errors.ToDictionary(error => within + error.Key, error => error.Value)),
        var read => read,
    };

    private static Reading<T> Understand<T>(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return Responses.Unreadable(FieldErrors.Body, "The body is not UTF-8.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ApiJson.Options) is { } value ? value : Responses.Unreadable(FieldErrors.Body, "Give an object, in braces.");
        }
        catch (JsonException)
        {
            return Explain<T>(bytes);
        }
    }

    // Read a second time, slowly, because the serializer stops at the first fault and the caller should see them all.
    private static Problem Explain<T>(byte[] bytes)
    {
        try
        {
            using var body = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = ApiJson.Options.MaxDepth });
            return FieldErrors.In(body.RootElement, typeof(T)) is { Count: > 0 } errors
                ? Responses.Unreadable(errors)
                : Responses.Unreadable(FieldErrors.Body, "This cannot be read.");
        }
        catch (JsonException broken) when (broken.LineNumber is { } line)
        {
            return Responses.Unreadable(FieldErrors.Body, $"This is not well-formed JSON: see line {line + 1}, byte {broken.BytePositionInLine + 1}.");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Responses.Unreadable(FieldErrors.Body, "Name each field once, in well-formed Unicode.");
        }
    }
}
