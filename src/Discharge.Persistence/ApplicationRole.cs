using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Discharge.Persistence;

/// <summary>
/// The database role the application works in: it may add to what is on record and never alter or remove it. The group role carries the
/// rights and cannot log in; each deployment's login is a member of it.
/// </summary>
public static class ApplicationRole
{
    /// <summary>The group role that carries the application's rights, made by the first migration.</summary>
    public const string Group = "discharge_application";

    /// <summary>Makes sure that the login of the application's connection string exists, is a member of the group and can alter nothing on record.</summary>
    /// <exception cref="ApplicationRoleException">The login is missing and cannot be made, or it could alter what was recorded.</exception>
    public static async Task EnsureAsync(NpgsqlConnection owner, string applicationConnectionString, CancellationToken cancellation)
    {
        var application = new NpgsqlConnectionStringBuilder(applicationConnectionString);
        var login = application.Username ?? throw new ApplicationRoleException("The application's connection string names no user.");
        try
        {
            await ConflictFreeAsync(owner, login, application.Password, cancellation);
        }
        catch (PostgresException denied) when (denied.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new ApplicationRoleException(
                $"The owner may not make the login {login} a member of {Group}; somebody who may has to: create role {login} login; grant {Group} to {login};", denied);
        }

        if (await AskAsync(owner, MayAlter, login, cancellation))
        {
            throw new ApplicationRoleException(
                $"The login {login} could alter or remove what is on record: it is a superuser, the owner, or was granted too much. The application needs a login of its own.");
        }
    }

    private const string Exists = "select exists (select from pg_roles where rolname = $1)";

    private const string IsMember = $"select pg_has_role($1, '{Group}', 'usage')";

    private const string MayAlter = """
        select bool_or(has_table_privilege($1, class.oid, 'UPDATE, DELETE, TRUNCATE'))
        from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
        where schema.nspname = 'cases' and class.relname = 'mt_events'
        """;

    // Roles belong to the whole server: another database's migration may make the same one at this very moment, outside of our lock.
    private static async Task ConflictFreeAsync(NpgsqlConnection owner, string login, string? password, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!await AskAsync(owner, Exists, login, cancellation))
                {
                    await RunAsync(owner, "select format('create role %1$I login password %2$L', $1, $2)", login, Verifier(password), cancellation);
                }

                if (!await AskAsync(owner, IsMember, login, cancellation))
                {
                    await RunAsync(owner, $"select format('grant {Group} to %1$I', $1, $2)", login, string.Empty, cancellation);
                }

                return;
            }
            catch (PostgresException taken) when (attempt < 5 && taken.SqlState is PostgresErrorCodes.DuplicateObject
                or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.InternalError)
            {
                // Somebody else was quicker (said as XX000 "tuple concurrently updated" where two grant at once): look again.
            }
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection owner, string question, string login, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(question, owner) { Parameters = { new() { Value = login } } };
        return await ask.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task RunAsync(NpgsqlConnection owner, string statement, string login, string verifier, CancellationToken cancellation)
    {
        await using var format = new NpgsqlCommand(statement, owner) { Parameters = { new() { Value = login }, new() { Value = verifier } } };
        await using var run = new NpgsqlCommand((string)(await format.ExecuteScalarAsync(cancellation))!, owner);
        await run.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What PostgreSQL keeps of a password (RFC 5803), made here so that the password itself never stands in a statement or a server's log.</summary>
    private static string Verifier(string? password)
    {
        const int Iterations = 4096;
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(
            password ?? throw new ApplicationRoleException("The application's login is missing, and its connection string has no password to make it with."),
            salt,
            Iterations,
            HashAlgorithmName.SHA256,
            32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, Encoding.UTF8.GetBytes("Client Key")));
        var server = HMACSHA256.HashData(salted, Encoding.UTF8.GetBytes("Server Key"));
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}

/// <summary>The application's login cannot be what it has to be.</summary>
public sealed class ApplicationRoleException(string message, Exception? cause = null) : Exception(message, cause);
