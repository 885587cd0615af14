using Dapper;
using Npgsql;

namespace CrmMigration.Plan;

/// <summary>Puts the rows of the catalog queries together into tables.</summary>
internal sealed class CatalogRows(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
{
    private const int LengthOverhead = 4;

    public async Task<IReadOnlyList<LiveTable>> Read(IReadOnlyCollection<TableName> names)
    {
        var wanted = names.Distinct().ToArray();
        var schemas = wanted.Select(name => name.Schema).ToArray();
        var tables = await Query<TableRow>("ReadTables", new { schemas, names = wanted.Select(name => name.Name).ToArray() });
        var ids = new { tables = tables.Select(table => table.Id).ToArray() };
        var columns = (await Query<ColumnRow>("ReadColumns", ids)).ToLookup(row => row.TableId);
        var keys = (await Query<KeyRow>("ReadKeys", ids)).ToLookup(row => row.TableId);
        var foreignKeys = (await Query<ForeignKeyRow>("ReadForeignKeys", ids)).ToLookup(row => row.TableId);
        var triggers = (await Query<NameRow>("ReadTriggers", ids)).ToLookup(row => row.TableId);
        var indexed = (await Query<NameRow>("ReadIndexed", ids)).ToLookup(row => row.TableId);
        var logs = (await Query<LogRow>("ReadLog", ids)).ToDictionary(row => row.TableId);
        return [.. tables.Select(table => Table(table, columns[table.Id], keys[table.Id], foreignKeys[table.Id]) with
        {
            Triggers = [.. triggers[table.Id].Select(trigger => trigger.Name)],
            IndexedColumns = [.. indexed[table.Id].Select(column => column.Name)],
            Log = logs[table.Id],
        })];
    }

    private static LiveTable Table(TableRow row, IEnumerable<ColumnRow> columns, IEnumerable<KeyRow> keys, IEnumerable<ForeignKeyRow> foreignKeys) => new()
    {
        Name = new(row.Schema, row.Name),
        Kind = row.Kind,
        Columns = [.. columns.Select(Column)],
        PrimaryKey = keys.FirstOrDefault(key => key.IsPrimary)?.Columns ?? [],
        UniqueColumns = [.. keys.Where(key => key is { Columns.Length: 1, NotNull: true, IsImmediate: true }).Select(key => key.Columns[0]).Distinct()],
        ForeignKeysTo = [.. foreignKeys.Select(key => new TableName(key.Schema, key.Name)).Distinct()],
        ForeignKeys = [.. foreignKeys
            .Where(key => key.Columns.Length == 1)
            .Select(key => new LiveForeignKey(key.Columns[0], new(key.Schema, key.Name), key.ParentColumns[0]))],
        HasHeirs = row.HasHeirs,
        HidesRows = row.HidesRows,
        EstimatedRows = row.EstimatedRows,
        CanSelect = row.CanSelect,
        CanInsert = row.CanInsert,
        CanUpdate = row.CanUpdate,
    };

    private static LiveColumn Column(ColumnRow row) => new()
    {
        Name = row.Name,
        Place = new(row.TableId, row.Number),
        Type = row.Type,
        PlainType = row.PlainType,
        BaseType = row.BaseType,
        SendFunction = row.SendFunction,
        Modifier = row.Modifier,
        MaxLength = row.BaseType is "varchar" or "bpchar" && row.Modifier >= LengthOverhead ? row.Modifier - LengthOverhead : null,
        HasBinaryForm = row.HasBinaryForm,
        IsDomain = row.IsDomain,
        NotNull = row.NotNull,
        HasDefault = row.HasDefault,
        IsGenerated = row.IsGenerated,
        IsIdentity = row.IsIdentity,
        HasSequence = row.HasSequence,
    };

    private async Task<T[]> Query<T>(string member, object parameters) =>
        [.. await connection.QueryAsync<T>(Catalog.Command(member, parameters, transaction, cancellation))];

    private sealed record TableRow(
        long Id, string Schema, string Name, char Kind, double EstimatedRows, bool CanSelect, bool CanInsert, bool CanUpdate, bool HasHeirs,
        bool HidesRows);

    private sealed record ColumnRow(
        long TableId, short Number, string Name, string Type, string PlainType, string BaseType, string SendFunction, int Modifier, bool HasBinaryForm,
        bool IsDomain, bool NotNull, bool HasDefault, bool IsGenerated, bool IsIdentity, bool HasSequence);

    /// <summary>Properties and no constructor: Dapper hands an array over as the plain type Array, which no constructor matches.</summary>
    private sealed record KeyRow
    {
        public long TableId { get; init; }

        public bool IsPrimary { get; init; }

        public bool IsImmediate { get; init; }

        public string[] Columns { get; init; } = [];

        public bool NotNull { get; init; }
    }

    private sealed record ForeignKeyRow
    {
        public long TableId { get; init; }

        public string Schema { get; init; } = "";

        public string Name { get; init; } = "";

        public string[] Columns { get; init; } = [];

        public string[] ParentColumns { get; init; } = [];
    }

    private sealed record LogRow : LiveLog
    {
        public long TableId { get; init; }
    }

    private sealed record NameRow(long TableId, string Name);
}
