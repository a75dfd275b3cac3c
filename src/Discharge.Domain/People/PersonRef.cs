namespace Discharge.Domain.People;

/// <summary>A person, as events know them: a random id, one per person. Names and numbers are kept beside the stream and can be erased.</summary>
/// <param name="Id">Random; says nothing about the person.</param>
public readonly record struct PersonRef(Guid Id)
{
    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
