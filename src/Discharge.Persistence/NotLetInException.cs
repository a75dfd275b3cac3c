using Npgsql;

namespace Discharge.Persistence;

/// <summary>The database lets nobody in under one of the two connection strings; the sentence names the setting to put right, or what to run first.</summary>
public sealed class NotLetInException : StartRefusedException
{
    private NotLetInException(string sentence, PostgresException refused)
        : base(sentence, refused)
    {
    }

    /// <summary>What it means that the owner was refused; null where they were let in and refused something else.</summary>
    public static NotLetInException? AsOwner(PostgresException refused, string connectionString) => Of(
        refused,
        connectionString,
        $"correct {Connections.OwnerSetting}.");

    /// <summary>What it means that the application was refused; null where it was let in and refused something else.</summary>
    public static NotLetInException? AsApplication(PostgresException refused, string connectionString) => Of(
        refused,
        connectionString,
        $"before the first start, run the service once with `migrate`, as the owner ({Connections.OwnerSetting}): that makes the application's login. If it was run, correct {Connections.ApplicationSetting}.");

    private static NotLetInException? Of(PostgresException refused, string connectionString, string remedy)
    {
        ArgumentNullException.ThrowIfNull(refused);
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
        return refused.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => new(
                $"There is no database {database} on the server. Make it, owned by whoever migrates (create database {database} owner ...;), or correct its name in {Connections.ApplicationSetting} and {Connections.OwnerSetting}.",
                refused),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
                $"The database lets nobody in this way ({refused.MessageText}): {remedy}", refused),
            _ => null,
        };
    }
}
