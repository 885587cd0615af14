using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>The sources of an entity, opened by a step of a pass.</summary>
internal sealed class BatchSources : IAsyncDisposable
{
    private readonly List<RowSource> sources = [];
    private readonly List<KeyPlacement?> placements = [];

    public int Count => sources.Count;

    public RowSource this[int position] => sources[position];

    /// <summary>Where rows of a source would go; null where only the target can tell.</summary>
    public KeyPlacement? Placement(int position) => placements[position];

    public static async Task<BatchSources> Open(RunContext context, CheckedEntity entity, NpgsqlConnection target, CancellationToken cancellation)
    {
        var opened = new BatchSources();
        try
        {
            for (var position = 0; position < entity.Sources.Count; position++)
            {
                opened.placements.Add(await context.Assigning.PlacementToLook(entity, entity.Sources[position]));
                opened.sources.Add(await RowSource.Open(context, EntityMapping.Of(entity, position, work: null), target, cancellation));
            }

            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
        {
            await source.DisposeAsync();
        }
    }
}
