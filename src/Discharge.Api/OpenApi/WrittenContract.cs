using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Discharge.Api.OpenApi;

/// <summary>The contract as it is sent. It is written when it is first asked for, once, however many ask: it takes seconds and megabytes, and it is for anybody.</summary>
internal sealed class WrittenContract
{
    private readonly Lazy<Task<(byte[] Text, EntityTagHeaderValue Tag)>> _written;

    /// <summary>What one of these documents says.</summary>
    public WrittenContract(IOpenApiDocumentProvider document) => _written = new(() => WriteAsync(document));

    /// <summary>Answers with it, or with 304 where the caller has it.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (text, tag) = await _written.Value.WaitAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(text, "application/json;charset=utf-8", entityTag: tag);
    }

    private static async Task<(byte[] Text, EntityTagHeaderValue Tag)> WriteAsync(IOpenApiDocumentProvider provider)
    {
        // Nobody's request: whoever asked first may hang up, and the others wait on.
        var document = await Task.Run(() => provider.GetOpenApiDocumentAsync(CancellationToken.None));
        using var text = new MemoryStream();
        await using (var writer = new StreamWriter(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            document.SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiJsonWriter(writer, new OpenApiJsonWriterSettings { Terse = true }));
        }

        var bytes = text.ToArray();
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
    }
}
