using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Discharge.Persistence.Json;

/// <summary>
/// JSON in the one form in which the same content has the same bytes (RFC 8785, but for numbers, which stay as they stand): members in the order of their names, no spaces, no escape
/// that is not needed. The database keeps neither the order nor the spacing that it is given.
/// </summary>
internal static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <summary>Writes a value.</summary>
    public static void Write(ArrayBufferWriter<byte> to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Separated(to, "{}"u8, value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal), (writer, member) =>
                {
                    Write(writer, member.Name);
                    writer.Write(":"u8);
                    Write(writer, member.Value);
                });
                break;
            case JsonValueKind.Array:
                Separated(to, "[]"u8, value.EnumerateArray(), Write);
                break;
            case JsonValueKind.String:
                Write(to, value.GetString()!);
                break;
            default:
                to.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    /// <summary>Writes a text.</summary>
    public static void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<char> text)
    {
        to.Write("\""u8);
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            Encoding.UTF8.GetBytes(text[..next], to);
            Encoding.UTF8.GetBytes(Escape(text[next]), to);
            text = text[(next + 1)..];
        }

        Encoding.UTF8.GetBytes(text, to);
        to.Write("\""u8);
    }

    private static void Separated<T>(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> brackets, IEnumerable<T> values, Action<ArrayBufferWriter<byte>, T> write)
    {
        to.Write(brackets[..1]);
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst)
            {
                to.Write(","u8);
            }

            write(to, value);
            isFirst = false;
        }

        to.Write(brackets[1..]);
    }

    private static string Escape(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => @"\b",
        '\t' => @"\t",
        '\n' => @"\n",
        '\f' => @"\f",
        '\r' => @"\r",
        _ => $"\\u{(int)letter:x4}",
    };
}
