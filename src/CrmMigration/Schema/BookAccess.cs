using Npgsql;

namespace CrmMigration.Schema;

/// <summary>Works with the books of a target. Where a right is missing, the words are about the right and not about the statement that was refused.</summary>
internal static class BookAccess
{
    /// <param name="connection">The connection's name, for the message.</param>
    /// <exception cref="InvalidSettingException">The role of the connection lacks a right.</exception>
    public static async Task<T> Try<T>(NpgsqlDataSource target, string connection, Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidSettingException((await BookRights.Read(target, cancellation)).Explain(connection), refused);
        }
    }
}
