using System.Text.Json;
using Discharge.Api.OpenApi;
using Discharge.Persistence;
using Discharge.Persistence.Timelines;

namespace Discharge.Api.Clocks;

/// <summary>A back-test as it is answered: its progress as it goes, then its result. It is one JSON document, sent piece by piece.</summary>
/// <param name="Progress">How many cases had been looked at, of how many, after each few of them.</param>
/// <param name="Result">What came of it.</param>
public sealed record BackTestView(IReadOnlyList<BackTestProgress> Progress, BackTest Result) : IExample<BackTestView>
{
    /// <inheritdoc/>
    public static BackTestView Example => new(
        [new(0, 312), new(200, 312), new(312, 312)],
        new(312, 312, [new("T01", 312, new Dictionary<string, int> { ["met"] = 290, ["met-late"] = 22 }, new Dictionary<string, int> { ["met"] = 171, ["met-late"] = 141 })], [], 119));
}

/// <summary>How far a back-test has come.</summary>
/// <param name="Done">How many cases have been looked at.</param>
/// <param name="Of">How many there are.</param>
public sealed record BackTestProgress(int Done, int Of);

/// <summary>Writes a back-test while it runs.</summary>
internal sealed class BackTestAnswer(IAsyncEnumerable<BackTest> steps) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // The first step says how many there are; whatever fails before it is still a problem of its own.
        await using var running = steps.GetAsyncEnumerator(httpContext.RequestAborted);
        await running.MoveNextAsync();
        var (last, response) = (running.Current, httpContext.Response);
        response.ContentType = "application/json; charset=utf-8";
        await WriteAsync(response, "{\"progress\":[", new BackTestProgress(last.Done, last.Of));
        while (await running.MoveNextAsync())
        {
            last = running.Current;
            await WriteAsync(response, ",", new BackTestProgress(last.Done, last.Of));
        }

        await WriteAsync(response, "],\"result\":", last);
        await response.WriteAsync("}", httpContext.RequestAborted);
    }

    private static async Task WriteAsync<T>(HttpResponse response, string before, T piece)
    {
        await response.WriteAsync(before + JsonSerializer.Serialize(piece, PublicJson.Options), response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }
}
