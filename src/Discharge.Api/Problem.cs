using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Discharge.Api.Access;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Api;

/// <summary>Why a request got no, in the form of RFC 9457.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">What to tell problems apart by; stable.</param>
/// <param name="Title">The kind of problem, the same words each time.</param>
/// <param name="Detail">What the person who asked can do something about.</param>
public sealed record Problem(int Status, string Code, string Title, string Detail) : IResult
{
    /// <summary>The media type of every problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The code as a URI. It is absolute, as RFC 9457 (3.1.1) advises, and a name rather than an address: nothing is to be fetched from it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => $"urn:discharge:problem:{Code}";

    /// <summary>The trace this answer belongs to; to be quoted when asking for help.</summary>
    public string? TraceId { get; init; }

    /// <summary>What to put right, by field, header or query parameter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>What a refused decision lacks.</summary>
    public Listed<Missing>? Missing { get; init; }

    /// <summary>What would be accepted instead.</summary>
    public string? Accepted { get; init; }

    /// <summary>The version of the entry on record that stands in the way.</summary>
    public long? OnRecord { get; init; }

    /// <summary>The case that stands in the way.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>What the caller's role does not permit.</summary>
    public Operation? Operation { get; init; }

    /// <summary>What was recorded since the version the caller knew.</summary>
    public Listed<RecordedSince>? Since { get; init; }

    /// <summary>How long to wait before asking again.</summary>
    [JsonIgnore]
    public Duration? RetryAfter { get; init; }

    /// <summary>Answers the request with this problem.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        var traced = this with { TraceId = Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier };
        return response.WriteAsJsonAsync(traced, ApiJson.Options, MediaType, httpContext.RequestAborted);
    }
}

/// <summary>An entry recorded after the version a caller knew.</summary>
/// <param name="Version">Its number in the case.</param>
/// <param name="Name">Its stored name.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record RecordedSince(long Version, string Name, Instant OccurredAt, Instant RecordedAt);
