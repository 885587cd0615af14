using CrmMigration.Plan;
using Npgsql;

namespace CrmMigration.Profile.Reading;

/// <summary>Asks the source's server for the exact figures of a table.</summary>
internal sealed class FigureReader(NpgsqlConnection connection, LiveTable table)
{
    /// <param name="texts">Ask for lengths and blank texts too.</param>
    public async Task<TableFigures> Read(bool texts, CancellationToken cancellation)
    {
        var rows = 0L;
        var columns = new Dictionary<string, ColumnFigures>(StringComparer.Ordinal);
        foreach (var chunk in table.Columns.Chunk(FigureQuery.ColumnsAtOnce).DefaultIfEmpty([]))
        {
            await using var command = new NpgsqlCommand(FigureQuery.Of(table, chunk, texts), connection);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            rows = reader.GetInt64(0);
            var place = 1;
            foreach (var column in chunk)
            {
                columns[column.Name] = Read(reader, place, rows, texts && column.IsText);
                place += FigureQuery.Of(column, texts).Count();
            }
        }

        return new(rows, columns);
    }

    private static ColumnFigures Read(NpgsqlDataReader row, int place, long rows, bool text) => new(
        rows - row.GetInt64(place),
        row.IsDBNull(place + 1) ? null : row.GetString(place + 1),
        row.IsDBNull(place + 2) ? null : row.GetString(place + 2),
        row.GetInt64(place + 3),
        row.GetInt64(place + 4),
        text && !row.IsDBNull(place + 6) ? new(rows - row.GetInt64(place), row.GetInt64(place + 5), row.GetInt32(place + 6), row.GetInt32(place + 7), row.GetDouble(place + 8)) : null);
}
