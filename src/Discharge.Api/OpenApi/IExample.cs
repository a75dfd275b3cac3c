namespace Discharge.Api.OpenApi;

/// <summary>Can show what a body looks like: the body's own type, or another where the body belongs to a layer below.</summary>
/// <typeparam name="TBody">The body.</typeparam>
public interface IExample<out TBody>
{
    /// <summary>One as it might really be sent or answered, with an invented person.</summary>
    static abstract TBody Example { get; }
}
