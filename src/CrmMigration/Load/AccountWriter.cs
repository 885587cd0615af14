using CrmMigration.Rejects;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Writes a partition's books, in the transaction that wrote its rows.</summary>
internal static class AccountWriter
{
    /// <summary>Writes the books of a partition that has none yet.</summary>
    public static async Task Write(NpgsqlConnection target, long entityId, int partition, PartitionAccount account, CancellationToken cancellation)
    {
        LedgerCopy.Write(target, entityId, partition, account.Ledger);
        await WriteRest(target, entityId, partition, account, cancellation);
    }

    /// <summary>Adds to the books that stand there.</summary>
    public static async Task Add(NpgsqlConnection target, long entityId, int partition, PartitionAccount account, CancellationToken cancellation)
    {
        foreach (var entry in account.Ledger)
        {
            await using var command = Command(target, "Load/AddToLedger.sql", entityId, partition);
            command.Parameters.AddWithValue("fate", entry.Fate.ToString().ToLowerInvariant());
            command.Parameters.AddWithValue("rule", entry.Rule);
            command.Parameters.AddKeys("numbers", "texts", entry.Keys);
            command.Parameters.AddKeys("targetNumbers", "targetTexts", entry.Targets);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await WriteRest(target, entityId, partition, account, cancellation);
    }

    private static async Task WriteRest(NpgsqlConnection target, long entityId, int partition, PartitionAccount account, CancellationToken cancellation)
    {
        foreach (var (kind, set) in account.Corrections.Sets)
        {
            await using var command = Command(target, "Load/WriteCorrections.sql", entityId, partition);
            command.Parameters.AddWithValue("field", kind.Field);
            command.Parameters.AddWithValue("rule", kind.Rule);
            command.Parameters.AddWithValue("outcome", kind.Outcome.ToString().ToLowerInvariant());
            command.Parameters.AddKeys("numbers", "texts", set.Keys);
            command.Parameters.AddWithValue("originals", set.Originals);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await new RejectWriter(target, entityId, partition).Write(account.Rejects, account.Payloads, cancellation);
        await WriteTotals(target, entityId, partition, account.Totals);
        await WritePartition(target, entityId, partition, account, cancellation);
        if (account.MatchKeys is { } keys)
        {
            await keys.Write(target, entityId, partition);
        }
    }

    private static async Task WriteTotals(NpgsqlConnection target, long entityId, int partition, ControlSums sums)
    {
        foreach (var line in sums.Lines)
        {
            await target.ExecuteAsync(
                SqlText.Of("Load/WriteControlSum.sql"),
                new { entityId, partition, line.Column, line.GroupColumn, line.Group, line.Read, line.LeftOut, line.TakenBack, line.Forgotten, line.ReadOdd, line.LeftOutOdd });
        }
    }

    private static async Task WritePartition(NpgsqlConnection target, long entityId, int partition, PartitionAccount account, CancellationToken cancellation)
    {
        await using var command = Command(target, "Load/PublishPartition.sql", entityId, partition);
        command.Parameters.AddWithValue("read", account.Read);
        command.Parameters.AddWithValue("sent", account.Sent);
        command.Parameters.AddWithValue("hash", unchecked((long)account.SentHash));
        command.Parameters.AddWithValue("filled", account.Filled);
        command.Parameters.AddWithValue("transactions", account.Transactions.ToArray());
        command.Parameters.AddWithValue("copied", account.Met?.Rows ?? 0);
        command.Parameters.AddWithValue("copySeconds", account.Met?.Time.TotalSeconds ?? 0);
        command.Parameters.AddKeys("lostNumbers", "lostTexts", account.Lost.Count == 0 ? null : account.Lost);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection target, string statement, long entityId, int partition) =>
        new(SqlText.Of(statement), target) { Parameters = { new("entityId", entityId), new("partition", partition) } };
}
