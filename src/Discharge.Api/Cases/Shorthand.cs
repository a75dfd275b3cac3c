using System.Security.Cryptography;

namespace Discharge.Api.Cases;

/// <summary>A few letters that change whenever an answer does: the second part of an ETag.</summary>
public static class Shorthand
{
    private const int Bytes = 8;

    /// <summary>The letters for an answer.</summary>
    public static string Of(ReadOnlySpan<byte> answer) => Convert.ToHexStringLower(SHA256.HashData(answer).AsSpan(0, Bytes));
}
