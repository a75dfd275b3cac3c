using System.Security.Cryptography;
using System.Text;

namespace Discharge.Api.Cases;

/// <summary>A few letters that change whenever an answer does: the second part of an ETag.</summary>
public static class Shorthand
{
    private const int Bytes = 8;

    /// <summary>The letters for an answer.</summary>
    public static string Of(string answer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer)).AsSpan(0, Bytes));
}
