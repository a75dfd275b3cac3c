using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Discharge.Api.Telling;

/// <summary>
/// The signature of a message: HMAC-SHA-256, in hexadecimal, over the second of sending, a full stop and the body's bytes. The second is signed too,
/// so that a receiver can tell a message that somebody else sends again later.
/// </summary>
public static class Signature
{
    /// <summary>The header it is sent in, such as <c>t=1772618400,v1=5f2b...</c>.</summary>
    public const string Header = "Discharge-Signature";

    /// <summary>The header's value.</summary>
    /// <param name="secret">The key shared with the receiver.</param>
    /// <param name="sentAt">When it is sent.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(byte[] secret, DateTimeOffset sentAt, byte[] body)
    {
        var second = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{second}."), .. body];
        return $"t={second},v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, signed))}";
    }
}
