using System.Buffers.Binary;
using System.Text;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Writes the ledger of a partition that has none yet by binary COPY.</summary>
internal static class LedgerCopy
{
    public static void Write(NpgsqlConnection target, long entityId, int partition, IEnumerable<LedgerEntry> ledger) => Write(
        target, "crm_migration.ledger", (entityId, partition), ledger.Select(entry => (entry.Fate.ToString().ToLowerInvariant(), entry.Rule, entry.Keys, entry.Targets)));

    /// <summary>The same for a table with the columns of the ledger.</summary>
    public static void Write(
        NpgsqlConnection target, string table, (long EntityId, int Partition) place, IEnumerable<(string Fate, string Rule, KeyList Keys, KeyList? Targets)> ledger)
    {
        var rows = new TupleBuffer(8);
        foreach (var (fate, rule, keys, targets) in ledger)
        {
            rows.BeginRow();
            BinaryPrimitives.WriteInt64BigEndian(rows.AddSpace(8), place.EntityId);
            BinaryPrimitives.WriteInt32BigEndian(rows.AddSpace(4), place.Partition);
            rows.Add(fate);
            Encoding.UTF8.GetBytes(rule, rows.AddSpace(Encoding.UTF8.GetByteCount(rule)));
            rows.Add(keys);
            rows.Add(targets);
        }

        if (rows.Length > 0)
        {
            var copy = CopyIn.Begin(target, table, "entity_id, partition, fate, rule, key_numbers, key_texts, target_numbers, target_texts");
            copy.Write(rows.Written);
            CopyIn.End(copy);
        }
    }
}
