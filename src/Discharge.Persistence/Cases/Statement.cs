using System.Data.Common;
using Marten;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Discharge.Persistence.Cases;

/// <summary>One SQL statement with its parameters, each a question mark in the text.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">The values, in the order of the question marks.</param>
public sealed record Statement(string Sql, params object[] Parameters)
{
    /// <summary>The rows it is one of, where many of them can be written at once.</summary>
    internal WrittenRows? Of { get; init; }

    /// <summary>The statements of several cases as few that do the same. Rows are written last, so what takes some away, one by one, comes first.</summary>
    internal static IEnumerable<Statement> Together(IEnumerable<Statement> statements)
    {
        var byRows = statements.ToLookup(statement => statement.Of);
        return [.. byRows[null], .. byRows.Where(rows => rows.Key is not null).Select(rows => rows.Key!.Many([.. rows.Select(row => row.Parameters)]))];
    }
}

/// <summary>Rows that are written in one way: one of them as values, many of them as an array for each column, which the database takes in one statement.</summary>
internal sealed class WrittenRows
{
    private readonly string[] _types;

    private readonly string _one;

    private readonly string _many;

    /// <summary>States how they are written.</summary>
    /// <param name="sql">The statement, with <c>{rows}</c> where the rows come from.</param>
    /// <param name="types">The types of their columns, in order.</param>
    public WrittenRows(string sql, params string[] types)
    {
        _types = types;
        _one = sql.Replace("{rows}", $"values ({string.Join(", ", types.Select(_ => "?"))})", StringComparison.Ordinal);
        _many = sql.Replace("{rows}", $"select * from unnest({string.Join(", ", types.Select(type => $"?::{type}[]"))})", StringComparison.Ordinal);
    }

    /// <summary>Writes one.</summary>
    public Statement One(params object[] row) => new(_one, row) { Of = this };

    /// <summary>Writes many, in their order.</summary>
    public Statement Many(IReadOnlyList<object[]> rows) => rows is [var only] ? new(_one, only) : new(_many, [.. _types.Select((type, column) => Column(type, rows, column))]);

    private static object Column(string type, IReadOnlyList<object[]> rows, int column) => type switch
    {
        "uuid" => Values<Guid>(rows, column),
        "text" => rows.Select(row => row[column] is DBNull ? null : (string)row[column]).ToArray(),
        "bigint" => Values<long>(rows, column),
        "int" => Values<int>(rows, column),
        "boolean" => Values<bool>(rows, column),
        "date" => Values<DateOnly>(rows, column),
        "timestamptz" => Values<DateTimeOffset>(rows, column),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No column of this type is written."),
    };

    private static T?[] Values<T>(IReadOnlyList<object[]> rows, int column)
        where T : struct => [.. rows.Select(row => row[column] is DBNull ? (T?)null : (T)row[column])];
}

/// <summary>Sends statements along with what a session saves.</summary>
internal static class Statements
{
    /// <summary>Queues a statement. The session's own way would look the type of each value up anew each time.</summary>
    public static void Queue(this IDocumentOperations session, Statement statement) => session.QueueOperation(new Queued(statement));

    private sealed class Queued(Statement statement) : IStorageOperation, NoDataReturnedCall
    {
        public Type DocumentType => typeof(Statement);

        public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
        {
            var parameters = builder.AppendWithParameters(statement.Sql);
            for (var index = 0; index < parameters.Length; index++)
            {
                (parameters[index].NpgsqlDbType, parameters[index].Value) = (TypeOf(statement.Parameters[index]), statement.Parameters[index]);
            }
        }

        public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;

        public OperationRole Role() => OperationRole.Other;

        private static NpgsqlDbType TypeOf(object value) => value switch
        {
            string => NpgsqlDbType.Text,
            Guid => NpgsqlDbType.Uuid,
            long => NpgsqlDbType.Bigint,
            int => NpgsqlDbType.Integer,
            short => NpgsqlDbType.Smallint,
            bool => NpgsqlDbType.Boolean,
            DateTimeOffset => NpgsqlDbType.TimestampTz,
            DateOnly => NpgsqlDbType.Date,
            byte[] => NpgsqlDbType.Bytea,
            string?[] => NpgsqlDbType.Array | NpgsqlDbType.Text,
            Guid[] or Guid?[] => NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            long?[] => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            int?[] => NpgsqlDbType.Array | NpgsqlDbType.Integer,
            bool?[] => NpgsqlDbType.Array | NpgsqlDbType.Boolean,
            DateTimeOffset?[] => NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
            DateOnly?[] => NpgsqlDbType.Array | NpgsqlDbType.Date,
            // The database says of what type something absent is.
            DBNull => NpgsqlDbType.Unknown,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No column holds values of this type."),
        };
    }
}
