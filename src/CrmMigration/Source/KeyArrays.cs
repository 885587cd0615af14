using Npgsql;
using NpgsqlTypes;

namespace CrmMigration.Source;

/// <summary>Key lists as they stand in the database: in a bigint[] or in a text[] column, the other one NULL.</summary>
internal static class KeyArrays
{
    public static SourceKey[] Read(NpgsqlDataReader reader, int numbers, int texts) =>
        !reader.IsDBNull(numbers) ? Array.ConvertAll(reader.GetFieldValue<long[]>(numbers), number => new SourceKey(number))
        : !reader.IsDBNull(texts) ? Array.ConvertAll(reader.GetFieldValue<string[]>(texts), text => new SourceKey(text))
        : [];

    /// <summary>Two parameters for one list; both NULL for no list.</summary>
    public static void AddKeys(this NpgsqlParameterCollection parameters, string numbers, string texts, KeyList? keys)
    {
        parameters.Add(new(numbers, NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = keys?.Numbers ?? (object)DBNull.Value });
        parameters.Add(new(texts, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = keys?.Texts ?? (object)DBNull.Value });
    }
}
