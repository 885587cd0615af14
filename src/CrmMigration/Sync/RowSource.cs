using CrmMigration.Map;
using CrmMigration.Rejects;
using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>One source of an entity, opened by a step of a pass: rows of it are read by their keys, all in one snapshot.</summary>
internal sealed class RowSource : IAsyncDisposable
{
    private const int RowsAtOnce = 1_000;

    private readonly SourceCopy copy;
    private readonly RunContext context;
    private readonly NpgsqlConnection target;

    private RowSource(SourceCopy copy, EntityMapping mapping, RunContext context, NpgsqlConnection target)
    {
        this.copy = copy;
        Mapping = mapping;
        this.context = context;
        this.target = target;
    }

    public EntityMapping Mapping { get; }

    /// <summary>For other reads in the same snapshot.</summary>
    public SourceCopy Copy => copy;

    public RejectPayloads Payloads => context.PayloadsOf(Mapping.Source, copy);

    public static async Task<RowSource> Open(RunContext context, EntityMapping mapping, NpgsqlConnection target, CancellationToken cancellation) =>
        new(await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation), mapping, context, target);

    /// <summary>Hands each row that is still there to the taker, with a mapper that knows its parents and, where it cannot be mapped, why.</summary>
    /// <param name="placement">Null: rows are only looked at.</param>
    public async Task Read(IEnumerable<SourceKey> keys, KeyPlacement? placement, Action<RowMapper, TupleReader, Rejection?> take)
    {
        var parents = new LinkedParents(target, context.Plan.Plan.Name);
        foreach (var chunk in keys.Chunk(RowsAtOnce))
        {
            var literals = string.Join(", ", chunk.Select(key => SqlName.Literal(key.ToString())));
            var mapper = new RowMapper(Mapping, await parents.Of(copy, Mapping, $"{SqlName.Quote(Mapping.Source.Key.Name)} in ({literals})", context.Entity), placement);
            var rows = chunk.Select(key => new ReplayedRow(new(Mapping.Position, key), 0, null, Skips: false));
            foreach (var part in new FixedRows(copy, Mapping).Read(rows, (_, _) => { }))
            {
                using var read = part.Rows;
                while (read.Read())
                {
                    take(mapper, read, part.Fault);
                }
            }
        }
    }

    /// <summary>A mapper for the rows of a range.</summary>
    public async Task<RowMapper> MapperOf(KeyRange range, KeyPlacement? placement) => new(
        Mapping, await new LinkedParents(target, context.Plan.Plan.Name).Of(copy, Mapping, range.Condition(SqlName.Quote(Mapping.Source.Key.Name)), context.Entity), placement);

    public ValueTask DisposeAsync() => copy.DisposeAsync();
}
