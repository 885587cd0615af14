using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Reconcile;

/// <summary>SQL for the target's rows that a run answers for: the ledger's keys in the target joined to the table.</summary>
internal static class OwnRows
{
    /// <summary>A FROM item with the target table as <c>t</c>; takes the parameter entityId.</summary>
    /// <param name="entityId">In its place, where no parameter can stand.</param>
    public static string Join(EntityMapping mapping, string condition, string entityId = "@entityId")
    {
        var key = mapping.TargetColumns[0];
        var keys = mapping.TargetKeyKind.IsInteger() ? "numbers" : "texts";
        return $"""
            crm_migration.ledger as entry
            cross join lateral unnest(coalesce(entry.target_{keys}, entry.key_{keys})) as sent (key)
            join {mapping.Table} as t on t.{SqlName.Quote(key.Name)} = sent.key::{key.BaseType}
            where entry.entity_id = {entityId} and entry.fate in ('created', 'updated', 'unchanged') and {condition}
            """;
    }
}
