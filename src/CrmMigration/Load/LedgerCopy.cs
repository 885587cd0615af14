using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Writes the ledger of a partition that has none yet by binary COPY.</summary>
internal static class LedgerCopy
{
    public static void Write(NpgsqlConnection target, long entityId, int partition, IEnumerable<LedgerEntry> ledger)
    {
        var rows = new TupleBuffer(8);
        foreach (var entry in ledger)
        {
            rows.BeginRow();
            BinaryPrimitives.WriteInt64BigEndian(rows.AddSpace(8), entityId);
            BinaryPrimitives.WriteInt32BigEndian(rows.AddSpace(4), partition);
            rows.Add(entry.Fate.ToString().ToLowerInvariant());
            Encoding.UTF8.GetBytes(entry.Rule, rows.AddSpace(Encoding.UTF8.GetByteCount(entry.Rule)));
            rows.Add(entry.Keys);
            rows.Add(entry.Targets);
        }

        if (rows.Length > 0)
        {
            var copy = CopyIn.Begin(
                target, "crm_migration.ledger", "entity_id, partition, fate, rule, key_numbers, key_texts, target_numbers, target_texts");
            copy.Write(rows.Written);
            CopyIn.End(copy);
        }
    }
}
