namespace Discharge.Domain.Deciding;

/// <summary>A fact that may have been handed over from another case, with which it stands: it is put right there, and taken back here where it is.</summary>
public interface IHandedOver
{
    /// <summary>Whether it was.</summary>
    bool WasHandedOver => true;
}
