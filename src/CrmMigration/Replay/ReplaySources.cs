using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>The sources of an entity that a step of a replay reads from.</summary>
internal sealed class ReplaySources : IAsyncDisposable
{
    private readonly Dictionary<int, ReplaySource> sources = [];

    /// <param name="positions">Of the sources.</param>
    public static async Task<ReplaySources> Open(RunContext context, CheckedEntity entity, WorkTable? work, IEnumerable<int> positions)
    {
        var opened = new ReplaySources();
        try
        {
            foreach (var position in positions.Distinct())
            {
                var mapping = EntityMapping.Of(entity, position, work);
                var parents = await context.ParentsOf(entity, mapping.Source);
                var looking = await context.Assigning.PlacementToLook(entity, mapping.Source);
                var copy = await SourceCopy.Open(context.SourceOf(mapping.Source), CancellationToken.None);
                opened.sources[position] = new(copy, new(mapping, name => parents[name], looking), parents, context.PayloadsOf(mapping.Source, copy));
            }

            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public ReplaySource this[int position] => sources[position];

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values)
        {
            await source.Copy.DisposeAsync();
        }
    }
}
