using System.Buffers.Text;

namespace Discharge.Benchmarks.Load;

/// <summary>Where an answer ends in the bytes that have come, and what it says.</summary>
internal static class HttpAnswer
{
    /// <summary>How long the first answer is, with its headers; 0 where it has not come whole.</summary>
    public static int LengthOf(ReadOnlySpan<byte> come)
    {
        var end = come.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return 0;
        }

        var body = end + 4;
        if (BodyLength(come[..end]) is { } length)
        {
            return come.Length >= body + length ? body + length : 0;
        }

        // A problem comes in chunks, the last of which is empty.
        var last = come[end..].IndexOf("\r\n0\r\n\r\n"u8);
        return last < 0 ? 0 : end + last + 7;
    }

    /// <summary>The status of the first answer.</summary>
    public static int StatusOf(ReadOnlySpan<byte> come) => ((come[9] - '0') * 100) + ((come[10] - '0') * 10) + come[11] - '0';

    private static int? BodyLength(ReadOnlySpan<byte> headers)
    {
        var at = headers.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return headers.IndexOf("chunked"u8) < 0 ? 0 : null;
        }

        return Utf8Parser.TryParse(headers[(at + "Content-Length: "u8.Length)..], out int length, out _) ? length : 0;
    }
}
