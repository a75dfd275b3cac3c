namespace Discharge.Domain.Deciding;

/// <summary>
/// A fact that may follow from another in the same stream, such as the bed that is given up by coming into the next. It is recorded right after what it follows from, by the same command, and stands
/// as long as that does: whoever withdraws the one withdraws the other.
/// </summary>
public interface IConsequence
{
    /// <summary>Whether it followed from the fact recorded before it, and was not said by itself.</summary>
    bool Follows { get; }
}
