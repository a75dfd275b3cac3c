using Npgsql;

namespace Discharge.Persistence;

/// <summary>What the owner must be allowed to do before anything is migrated: make schemas in the database, and make the roles that are not there yet.</summary>
internal static class OwnerRights
{
    private const string Ask = $"""
        select current_user::text, current_database()::text,
               has_database_privilege(current_database(), 'create'),
               exists (select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)),
               exists (select from pg_roles where rolname = '{ApplicationRole.Group}'),
               exists (select from pg_roles where rolname = $1),
               exists (select from pg_roles login join pg_roles role on pg_has_role(login.oid, role.oid, 'usage')
                        where login.rolname = $1 and role.rolname = '{ApplicationRole.Group}')
        """;

    /// <summary>Asks before the first change, so that nothing is left half done.</summary>
    /// <exception cref="OwnerRightsException">The owner lacks a right; the message carries the SQL that somebody who has it runs instead.</exception>
    public static async Task AssertAsync(NpgsqlConnection owner, string applicationConnectionString, CancellationToken cancellation)
    {
        var login = new NpgsqlConnectionStringBuilder(applicationConnectionString).Username ?? string.Empty;
        await using var ask = new NpgsqlCommand(Ask, owner) { Parameters = { new() { Value = login } } };
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var (name, database) = (rows.GetString(0), rows.GetString(1));
        if (!rows.GetBoolean(2))
        {
            throw new OwnerRightsException(
                $"{name} ({Connections.OwnerSetting}) may not make schemas in the database {database}, which it has to own", [$"alter database {Quoted(database)} owner to {Quoted(name)};"]);
        }

        if (rows.GetBoolean(3) || rows.GetBoolean(6))
        {
            return;
        }

        throw new OwnerRightsException($"{name} ({Connections.OwnerSetting}) may not create roles", MissingRoles(login, group: rows.GetBoolean(4), loginThere: rows.GetBoolean(5)));
    }

    /// <summary>The SQL that makes the roles that are missing, and the login a member.</summary>
    public static IReadOnlyList<string> MissingRoles(string login, bool group, bool loginThere) =>
    [
        .. group ? [] : (string[])[$"create role {ApplicationRole.Group} nologin;"],
        .. loginThere ? [] : (string[])[$"create role {Quoted(login)} login password '<the password in {Connections.ApplicationSetting}>';"],
        $"grant {ApplicationRole.Group} to {Quoted(login)};",
    ];

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>The owner may not do what a migration needs.</summary>
public sealed class OwnerRightsException(string lacks, IReadOnlyList<string> sql, Exception? cause = null)
    : StartRefusedException($"{lacks}. Somebody who may, such as the server's administrator, has to run this once, and then `migrate` runs again: {string.Join(' ', sql)}", cause);
