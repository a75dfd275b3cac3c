namespace Discharge.Domain.People;

/// <summary>A note in somebody's own words, as events know it. The words are kept beside the stream and can be erased; the history then still adds up.</summary>
/// <param name="Id">Random; says nothing about the words.</param>
/// <param name="Hash">SHA-256 over a salt and the words, in hexadecimal. The salt (32 random bytes) lies with the words, so that nothing can be guessed once they are gone.</param>
public sealed record NoteRef(Guid Id, string Hash);
