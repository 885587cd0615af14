using System.Runtime.CompilerServices;
using CrmMigration.Plan;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Rejects;

/// <summary>Reads rejected rows once more, as JSON, in the transaction of the source that they were read in.</summary>
internal sealed class RejectPayloads(SourceCopy source, CheckedSource table, RejectKeeping keeping)
{
    private string? query;

    public RejectKeeping Keeping => keeping;

    /// <summary>The name of the source whose rows they are.</summary>
    public string Source => table.Name;

    /// <summary>Null: what is kept is not encrypted.</summary>
    public PayloadSeal? Seal { get; init; }

    /// <summary>Key and row, in no order, streamed; nothing where the plan keeps no rows.</summary>
    public async IAsyncEnumerable<(string Key, string Row)> Read(string[] keys, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!keeping.Payload)
        {
            yield break;
        }

        query ??= await Query();
        await using var command = source.Command(query);
        command.Parameters.AddWithValue("keys", keys);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return (reader.GetString(0), reader.GetString(1));
        }
    }

    private async Task<string> Query()
    {
        var name = table.Plan.Table.Sql;
        var columns = await source.Connection.QueryAsync<(string, string)>(SqlText.Of("Rejects/ReadPayloadColumns.sql"), new { table = name });
        var concealed = table.Concealed;
        return PayloadQuery.Of(name, (table.Key.Name, table.Key.BaseType), columns.Where(column => !concealed.Contains(column.Item1)));
    }
}
