namespace Discharge.Api.OpenApi;

/// <summary>A body that can show what one looks like.</summary>
/// <typeparam name="TSelf">The body.</typeparam>
public interface IExample<out TSelf>
    where TSelf : IExample<TSelf>
{
    /// <summary>One as it might really be sent or answered, with an invented person.</summary>
    static abstract TSelf Example { get; }
}
