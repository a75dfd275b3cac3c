using System.Buffers.Text;

namespace Discharge.Persistence.AccessLogs;

/// <summary>The cases, people and places that an answer names. They are read from the answer itself, so that nothing can be shown of anybody without being found here.</summary>
public static class NamedIds
{
    private const int Length = 36;

    private const int Version = 14;

    // Ids of version 7 begin with the milliseconds since 1970; the first of twelve digits is 0 until the year 2527.
    private static ReadOnlySpan<byte> Start => "\"0"u8;

    /// <summary>Every id of version 7 that stands as a text of its own in some JSON, once; not those of notes, which are told by the hash that follows.</summary>
    public static IReadOnlyList<Guid> In(ReadOnlySpan<byte> json)
    {
        var named = new HashSet<Guid>();
        for (var rest = json; rest.IndexOf(Start) is >= 0 and var at;)
        {
            rest = rest[(at + 1)..];
            if (rest.Length > Length && rest[Length] == '"' && rest[Version] == '7' && !rest[Length..].StartsWith("\",\"hash\":"u8)
                && Utf8Parser.TryParse(rest[..Length], out Guid id, out var read) && read == Length)
            {
                named.Add(id);
            }
        }

        return [.. named];
    }
}
