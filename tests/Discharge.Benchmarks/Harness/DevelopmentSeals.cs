using System.Security.Cryptography;
using Discharge.Persistence.PersonalData;

namespace Discharge.Benchmarks.Harness;

/// <summary>What the product seals people under in Development, where it is measured.</summary>
internal static class DevelopmentSeals
{
    /// <summary>The keys of people.</summary>
    public static PersonSeals Seals { get; } = new(SHA256.HashData("development encryption"u8));

    /// <summary>Opens the details of somebody.</summary>
    public static Unsealed Open(Guid person, byte[] wrapped, byte[] kept) => Seals.Open(person, wrapped)!.Open(PersonKey.Details(person), kept);
}
