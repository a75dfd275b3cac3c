using System.Text;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Cases;

namespace Discharge.Persistence.PersonalData;

/// <summary>The key of one person, under which everything personal of theirs is sealed.</summary>
/// <param name="owner">Whose it is.</param>
/// <param name="key">The key.</param>
/// <param name="wrapped">The key as it is kept.</param>
public sealed class PersonKey(Guid owner, byte[] key, byte[] wrapped)
{
    /// <summary>The record of the person was disposed of, and words would be kept under no key.</summary>
    public static readonly Refusal Destroyed = new(
        "person.record-disposed-of", "The record of this person was disposed of, so nothing in words is kept of them any more.", "The same without words; or a new case, where care begins again.");

    private const int SaltBytes = 32;

    private const string Insert = "insert into discharge.person_keys (person_id, wrapped) values (?, ?)";

    /// <summary>Whose it is.</summary>
    public Guid Owner => owner;

    /// <summary>The key as it is kept.</summary>
    public byte[] Wrapped => wrapped;

    /// <summary>The statement that keeps a new one.</summary>
    internal Statement Keep => new(Insert, owner, wrapped);

    /// <summary>Where a person's details lie, which what is sealed there is bound to.</summary>
    public static string Details(Guid person) => $"people {person}";

    /// <summary>Where what stood before a correction lies.</summary>
    public static string Correction(Guid person, int version) => $"person_corrections {person} {version}";

    /// <summary>Where the words of a step of a request for access lie.</summary>
    public static string SubjectAccess(Guid request, int number) => $"subject_access_steps {request} {number}";

    /// <summary>Where it lies why an auditor had to know whom a case is about.</summary>
    public static string Reveal(Guid @case, Guid engagement, string by, string organisation) => $"reveals {@case} {engagement} {by} {organisation}";

    /// <summary>Where the words of a note lie.</summary>
    public static string Note(Guid note) => $"notes {note}";

    /// <summary>Seals a text with the salt of its commitment for one place; nowhere else can it be opened.</summary>
    public byte[] Seal(string place, string text, byte[] salt) => Sealing.Seal(key, Encoding.UTF8.GetBytes(place), [.. salt, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>Opens what was sealed for a place.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed under another key or for another place, or altered.</exception>
    public Unsealed Open(string place, byte[] kept)
    {
        var opened = Sealing.Open(key, Encoding.UTF8.GetBytes(place), kept);
        return new(opened[SaltBytes..], opened[..SaltBytes]);
    }
}

/// <summary>A text that was sealed.</summary>
/// <param name="Text">The text, in UTF-8.</param>
/// <param name="Salt">The salt of its commitment.</param>
public sealed record Unsealed(byte[] Text, byte[] Salt)
{
    /// <summary>The text.</summary>
    public string AsText => Encoding.UTF8.GetString(Text);
}
