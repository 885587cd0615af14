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
    private readonly int[] columns;
    private readonly bool[] padded;

    public RowHash(EntityMapping mapping)
    {
        var compared = mapping.TargetColumns.Select((column, index) => (column, index)).Where(one => IsCompared(mapping, one.column)).ToList();
        columns = [.. compared.Select(one => one.index)];
        padded = [.. compared.Select(one => one.column.BaseType == "bpchar")];
        Sql = $"hash_record_extended(row({string.Join(", ", compared.Select(one => Expression(one.column)))}), 0)";
        Skipped = [.. mapping.TargetColumns.Where(column => !IsCompared(mapping, column)).Select(column => column.Name)];
    }

    /// <summary>The same hash as an SQL expression over the target table, aliased <c>t</c>.</summary>
    public string Sql { get; }

    /// <summary>Columns left out, because the target stores their values in another scale or precision than they are sent in.</summary>
    public IReadOnlyList<string> Skipped { get; }

    public ulong Of(TupleBuffer row)
    {
        ulong hash = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = row.Cell(columns[i]);
            hash = PostgresHash.Join(hash, row.IsNull(columns[i]) ? 0 : PostgresHash.Bytes(padded[i] ? cell.TrimEnd((byte)' ') : cell));
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

    private static bool IsCompared(EntityMapping mapping, LiveColumn target)
    {
        var from = mapping.Fields.FirstOrDefault(field => field.To.Contains(target))?.From;
        return from is null || target.IsText || from.BaseType == target.BaseType && from.Type == target.Type || target.BaseType is "int2" or "int4" or "int8";
    }
}
