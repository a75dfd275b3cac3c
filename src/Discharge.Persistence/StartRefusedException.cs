namespace Discharge.Persistence;

/// <summary>The service does not start, or does not do the one thing it was started for. The message is all that whoever started it has to read: what is wrong, and what to do.</summary>
/// <param name="message">It.</param>
/// <param name="cause">What brought it about, where something did.</param>
public abstract class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
