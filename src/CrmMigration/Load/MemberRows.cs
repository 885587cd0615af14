using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>Reads single rows of the source by key and maps them.</summary>
internal static class MemberRows
{
    /// <summary>Each row in COPY format, by its key. Who is not in the source any more, or would be rejected, is left out.</summary>
    public static Dictionary<SourceKey, byte[]> Read(SourceCopy source, EntityMapping mapping, RowMapper mapper, IEnumerable<SourceKey> keys)
    {
        var found = new Dictionary<SourceKey, byte[]>();
        var row = new TupleBuffer(mapping.TargetColumns.Count);
        using var stream = source.Keys(mapping, keys);
        using var reader = new TupleReader(stream);
        while (reader.Read())
        {
            row.Clear();
            if (mapper.Map(reader, row) is null)
            {
                found[mapping.SourceKeyKind.Read(reader.Field(0))] = row.Row.ToArray();
            }
        }

        return found;
    }
}
