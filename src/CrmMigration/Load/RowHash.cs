using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Reconcile;

namespace CrmMigration.Load;

/// <summary>
/// A 64-bit hash of a target row that the program computes from what it sends and the server, with <see cref="Sql"/>, from what it
/// holds. Sums of it over rows are compared.
/// </summary>
internal sealed class RowHash
{
    private readonly bool[] padded;

    public RowHash(EntityMapping mapping)
    {
        padded = [.. mapping.TargetColumns.Select(column => column.BaseType == "bpchar")];
        Sql = $"hash_record_extended(row({string.Join(", ", mapping.TargetColumns.Select(Expression))}), 0)";
    }

    /// <summary>The same hash as an SQL expression over the target table, aliased <c>t</c>.</summary>
    public string Sql { get; }

    public ulong Of(TupleBuffer row)
    {
        ulong hash = 0;
        for (var i = 0; i < padded.Length; i++)
        {
            var cell = row.Cell(i);
            hash = PostgresHash.Join(hash, row.IsNull(i) ? 0 : PostgresHash.Bytes(padded[i] ? cell.TrimEnd((byte)' ') : cell));
        }

        return hash;
    }

    // The binary form of a value is what its type's send function gives; char(n) is compared without its padding.
    private static string Expression(LiveColumn column)
    {
        var name = $"t.{SqlName.Quote(column.Name)}";
        return column.BaseType switch
        {
            "bpchar" => $"textsend({name}::text)",
            "text" or "varchar" => $"textsend({name})",
            _ => $"{column.SendFunction}({name})",
        };
    }
}
