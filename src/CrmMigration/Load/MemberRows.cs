using CrmMigration.Map;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Reads single rows of the source by key and maps them.</summary>
internal static class MemberRows
{
    /// <summary>Each row in COPY format, by its key. Who is not in the source any more, or would be rejected or skipped, is left out.</summary>
    public static Dictionary<SourceKey, byte[]> Read(SourceCopy source, EntityMapping mapping, RowMapper mapper, IEnumerable<SourceKey> keys)
    {
        var found = new Dictionary<SourceKey, byte[]>();
        Read(new(source, mapping, mapper), [.. keys], found);
        return found;
    }

    // A row that the source can no longer cast is left out too: the list is halved until it stands alone.
    private static void Read(Reading reading, SourceKey[] keys, Dictionary<SourceKey, byte[]> found)
    {
        reading.Source.Save();
        try
        {
            ReadAll(reading, keys, found);
            reading.Source.Keep();
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            reading.Source.Undo();
            if (keys.Length > 1)
            {
                Read(reading, keys[..(keys.Length / 2)], found);
                Read(reading, keys[(keys.Length / 2)..], found);
            }
        }
    }

    private static void ReadAll(Reading reading, SourceKey[] keys, Dictionary<SourceKey, byte[]> found)
    {
        var row = new TupleBuffer(reading.Mapping.TargetColumns.Count);
        using var reader = reading.Source.Keys(reading.Mapping, keys);
        while (reader.Read())
        {
            row.Clear();
            if (reading.Mapper.RuleThatSkips(reader) is null && reading.Mapper.Map(reader, row) is null)
            {
                found[reading.Mapping.SourceKeyKind.Read(reader.Field(0))] = row.Row.ToArray();
            }
        }
    }

    private sealed record Reading(SourceCopy Source, EntityMapping Mapping, RowMapper Mapper);
}
