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
public sealed record Statement(string Sql, params object[] Parameters);

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
            string[] => NpgsqlDbType.Array | NpgsqlDbType.Text,
            long[] => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            DateTimeOffset[] => NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
            // The database says of what type something absent is.
            DBNull => NpgsqlDbType.Unknown,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No column holds values of this type."),
        };
    }
}
