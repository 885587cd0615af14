using System.Buffers.Binary;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Reconcile;

namespace CrmMigration.Load;

/// <summary>
/// A 64-bit hash of a target row that the program computes from what it sends and the server, with <see cref="Sql"/>, from what it
/// holds. Sums of it over rows are compared. Each column is hashed with its own seed and the hashes are joined by exclusive or, which a
/// sum does not pass through: values that changed places, within a row or between rows, change the sum.
/// </summary>
internal sealed class RowHash
{
    private readonly string[] types;

    public RowHash(EntityMapping mapping)
    {
        types = [.. mapping.TargetColumns.Select(column => column.BaseType)];
        ColumnSql = [.. mapping.TargetColumns.Select((column, index) => $"coalesce({Expression(column, index + 1)}, 0)")];
        Sql = $"({string.Join(" # ", ColumnSql)})";
    }

    /// <summary>The same hash as an SQL expression over the target table, aliased <c>t</c>.</summary>
    public string Sql { get; }

    /// <summary>The share of each column in it.</summary>
    public IReadOnlyList<string> ColumnSql { get; }

    public ulong Of(TupleBuffer row)
    {
        ulong hash = 0;
        for (var i = 0; i < types.Length; i++)
        {
            hash ^= OfColumn(row, i);
        }

        return hash;
    }

    /// <summary>The share of one column in the hash of a row: exclusive or takes it out again.</summary>
    public ulong OfColumn(TupleBuffer row, int column) => row.IsNull(column) ? 0 : OfCell(row.Cell(column), column);

    /// <summary>The same of a value that is not null.</summary>
    public ulong OfCell(ReadOnlySpan<byte> cell, int column) => Of(types[column], cell, (ulong)column + 1);

    private static ulong Of(string type, ReadOnlySpan<byte> cell, ulong seed) => type switch
    {
        "int4" => PostgresHash.Number(BinaryPrimitives.ReadInt32BigEndian(cell), seed),
        "int2" => PostgresHash.Number(BinaryPrimitives.ReadInt16BigEndian(cell), seed),
        "bpchar" => PostgresHash.Bytes(cell.TrimEnd((byte)' '), seed),
        _ => PostgresHash.Bytes(cell, seed),
    };

    // Under the collation "C" text is hashed as the bytes it is; char(n) is compared without its padding, which the cast takes off. The
    // binary form of any other value is what its type's send function gives; a row of one column has the hash of that column.
    private static string Expression(LiveColumn column, int seed)
    {
        var name = $"t.{SqlName.Quote(column.Name)}";
        return column.BaseType switch
        {
            "text" or "varchar" or "bpchar" => $"hashtextextended({name}::text collate \"C\", {seed})",
            "int4" => $"hashint4extended({name}, {seed})",
            "int2" => $"hashint2extended({name}, {seed})",
            _ => $"hash_record_extended(row({column.SendFunction}({name})), {seed})",
        };
    }
}
