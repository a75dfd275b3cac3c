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
    /// <exception cref="OwnerRightsException">The owner may not make it so.</exception>
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
            // One who may create roles may still not give away the membership of a role that another made.
            throw new OwnerRightsException(
                $"The owner may not make the login {login} a member of {Group}",
                OwnerRights.MissingRoles(login, group: true, loginThere: await AskAsync(owner, Exists, login, cancellation)),
                denied);
        }

        await AssertCannotAlterAsync(owner, login, cancellation);
    }

    /// <summary>Asks, as the application itself, whether it could alter or remove what is on record.</summary>
    /// <exception cref="ApplicationRoleException">It could; the message names how, and what to do.</exception>
    public static Task AssertCannotAlterAsync(NpgsqlDataSource application, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await application.OpenConnectionAsync(stop);
            // Whatever role the connection works in, its login may put that down again.
            await using var ask = new NpgsqlCommand("select session_user::text", connection);
            await AssertCannotAlterAsync(connection, (string)(await ask.ExecuteScalarAsync(stop))!, stop);
        },
        cancellation).AsTask();

    private const string Exists = "select exists (select from pg_roles where rolname = $1)";

    private const string IsMember = $"select pg_has_role($1, '{Group}', 'usage')";

    // Each way with what to do about it. Whoever owns a schema or the database can drop what is in it; the first way found makes those below it follow.
    private const string WaysToAlter = """
        with login as (select oid, rolsuper, rolcreaterole from pg_roles where rolname = $1),
        must_not (place, name, privilege, spared) as (select * from (values
            ('cases', 'mt_events', 'update'), ('cases', 'mt_events', 'delete'), ('cases', 'mt_events', 'truncate'),
            ('cases', 'mt_streams', 'delete'), ('cases', 'mt_streams', 'truncate'),
            ('discharge', 'notices', 'update'), ('discharge', 'notices', 'delete'), ('discharge', 'notices', 'truncate'),
            ('discharge', 'access_log', 'update'), ('discharge', 'access_log', 'delete'), ('discharge', 'access_log', 'truncate'),
            ('discharge', 'retention_decisions', 'update'), ('discharge', 'retention_decisions', 'delete'), ('discharge', 'retention_decisions', 'truncate'),
            ('discharge', 'engagements', 'update'), ('discharge', 'engagements', 'delete'), ('discharge', 'engagements', 'truncate'),
            ('discharge', 'engagement_ends', 'update'), ('discharge', 'engagement_ends', 'delete'), ('discharge', 'engagement_ends', 'truncate'),
            ('discharge', 'reveals', 'update'), ('discharge', 'reveals', 'delete'), ('discharge', 'reveals', 'truncate'),
            ('discharge', 'people', 'delete'), ('discharge', 'people', 'truncate'),
            ('discharge', 'person_corrections', 'delete'), ('discharge', 'person_corrections', 'truncate'),
            ('discharge', 'subject_access_steps', 'delete'), ('discharge', 'subject_access_steps', 'truncate')) whole, (values (array[]::text[])) no_column
            union all
            -- Words that may be emptied once they are disposed of.
            values ('discharge', 'person_corrections', 'update', array['details', 'salt', 'sealed']), ('discharge', 'subject_access_steps', 'update', array['sealed'])),
        record as (
            select c.oid, c.relowner, n.nspowner, m.privilege, m.spared, format('%I.%I', m.place, m.name) as name
              from must_not m join pg_namespace n on n.nspname = m.place join pg_class c on c.relnamespace = n.oid and c.relname = m.name),
        way (rank, what, remedy) as (
            select 1, 'is a superuser', null from login where rolsuper
            union all
            select 2, 'owns what is on record, or is a member of the owner', null from login
             where exists (select from record where pg_has_role(login.oid, relowner, 'member') or pg_has_role(login.oid, nspowner, 'member'))
                or exists (select from pg_database where datname = current_database() and pg_has_role(login.oid, datdba, 'member'))
            union all
            select 3, 'may create roles, and so take any right', format('alter role %I nocreaterole;', $1) from login where rolcreaterole
            union all
            select 4, format('may %s %s', privilege, name), format('revoke %s on %s from %I;', privilege, name, $1) from login, record
             where case privilege when 'update' then exists (
                       select from pg_attribute a where a.attrelid = record.oid and a.attnum > 0 and not a.attisdropped and a.attname <> all (record.spared) and has_column_privilege(login.oid, record.oid, a.attnum, privilege)) else has_table_privilege(login.oid, record.oid, privilege) end)
        select what, remedy from way where rank = (select min(rank) from way) order by what
        """;

    private static async Task AssertCannotAlterAsync(NpgsqlConnection connection, string login, CancellationToken cancellation)
    {
        var ways = new List<(string What, string? Remedy)>();
        await using (var ask = new NpgsqlCommand(WaysToAlter, connection) { Parameters = { new() { Value = login } } })
        await using (var rows = await ask.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                ways.Add((rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1)));
            }
        }

        if (ways is [])
        {
            return;
        }

        var remedy = ways[0].Remedy is null
            ? $"Name a login of its own in {Connections.ApplicationSetting} and run the service once with `migrate`, as the owner: that makes the login, with the rights it needs."
            : $"Take that away, also from any role it is a member of: {string.Join(' ', ways.Select(way => way.Remedy))}";
        throw new ApplicationRoleException(
            $"The application's login {login} could alter or remove what is on record: it {string.Join(", ", ways.Select(way => way.What))}. {remedy}");
    }

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
public sealed class ApplicationRoleException(string message, Exception? cause = null) : StartRefusedException(message, cause);
