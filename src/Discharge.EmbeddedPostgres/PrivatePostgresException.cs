namespace Discharge.EmbeddedPostgres;

/// <summary>There is no private PostgreSQL; the message says why and what can be done about it.</summary>
public sealed class PrivatePostgresException : Exception
{
    /// <summary>Creates the exception with a message for the person who started the program.</summary>
    public PrivatePostgresException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the person who started the program, and what it came from.</summary>
    public PrivatePostgresException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal static PrivatePostgresException NotFound(IReadOnlyCollection<string> passedOver) => new(
        $"""
        No PostgreSQL {Binaries.OldestMajor} or newer was found on this machine.{string.Concat(passedOver.Select(found => $"{Environment.NewLine}  Passed over: {found}."))}
        Do one of these:
          - install it: Debian and Ubuntu `apt-get install postgresql`, macOS `brew install postgresql@17`, Windows the installer of postgresql.org;
          - set PGBIN to the folder that holds initdb, pg_ctl and postgres;
          - set ConnectionStrings__Discharge to use a PostgreSQL that already runs.
        """);
}
