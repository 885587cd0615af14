using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Rejects;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Reads single rows of an entity by key and maps them. A source is opened when a row of it is asked for.</summary>
internal sealed class MemberRows : IAsyncDisposable
{
    private readonly RunContext context;
    private readonly CheckedEntity entity;
    private readonly IReadOnlyList<SourceReading> readings;
    private readonly Dictionary<int, (SourceCopy Copy, RowMapper Mapper)> open = [];
    private readonly List<SourceCopy> own = [];

    private MemberRows(RunContext context, CheckedEntity entity, IReadOnlyList<SourceReading> readings)
    {
        this.context = context;
        this.entity = entity;
        this.readings = readings;
    }

    public static async Task<MemberRows> Of(RunContext context, CheckedEntity entity)
    {
        var readings = new List<SourceReading>();
        foreach (var source in entity.Sources)
        {
            readings.Add(new(await context.ParentsOf(entity, source), await context.Assigning.PlacementToLook(entity, source)));
        }

        return new(context, entity, readings);
    }

    public CheckedEntity Entity => entity;

    /// <summary>Lends a read that is open already, and stays the lender's.</summary>
    public void Use(int source, SourceCopy copy) => open[source] = (copy, Mapper(source));

    /// <summary>Each row in COPY format. Who is not in its source any more, or would be rejected or skipped, is left out.</summary>
    public Dictionary<RowId, byte[]> Read(IEnumerable<RowId> rows)
    {
        var found = new Dictionary<RowId, byte[]>();
        foreach (var source in rows.GroupBy(row => row.Source))
        {
            Read(source.Key, [.. source.Select(row => row.Key)], found);
        }

        return found;
    }

    /// <summary>What is kept of rows of a source that are rejected.</summary>
    public RejectPayloads PayloadsOf(int source) => context.PayloadsOf(entity.Sources[source], Opened(source).Copy);

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in own)
        {
            await copy.DisposeAsync();
        }
    }

    // A row that the source can no longer cast is left out too: the list is halved until it stands alone.
    private void Read(int source, SourceKey[] keys, Dictionary<RowId, byte[]> found)
    {
        var copy = Opened(source).Copy;
        copy.Save();
        try
        {
            ReadAll(source, keys, found);
            copy.Keep();
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            copy.Undo();
            if (keys.Length > 1)
            {
                Read(source, keys[..(keys.Length / 2)], found);
                Read(source, keys[(keys.Length / 2)..], found);
            }
        }
    }

    private void ReadAll(int source, SourceKey[] keys, Dictionary<RowId, byte[]> found)
    {
        var (copy, mapper) = Opened(source);
        var row = new TupleBuffer(mapper.Mapping.TargetColumns.Count);
        using var reader = copy.Keys(mapper.Mapping, keys);
        while (reader.Read())
        {
            row.Clear();
            if (mapper.RuleThatSkips(reader) is null && mapper.Map(reader, row) is null)
            {
                found[new(source, mapper.Mapping.SourceKeyKind.Read(reader.Field(0)))] = row.Row.ToArray();
            }
        }
    }

    private (SourceCopy Copy, RowMapper Mapper) Opened(int source)
    {
        if (!open.TryGetValue(source, out var opened))
        {
            var copy = SourceCopy.Open(context.SourceOf(entity.Sources[source]));
            own.Add(copy);
            open[source] = opened = (copy, Mapper(source));
        }

        return opened;
    }

    // A row that is only looked at needs no number of the target's.
    private RowMapper Mapper(int source) =>
        new(EntityMapping.Of(entity, source, work: null), name => readings[source].Parents[name], readings[source].Keys);

    private sealed record SourceReading(IReadOnlyDictionary<string, ParentIndex> Parents, KeyPlacement? Keys);
}
