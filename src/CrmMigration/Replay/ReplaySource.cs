using CrmMigration.Map;
using CrmMigration.Rejects;
using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>One source of an entity, opened by a step of a replay: all its reads see the same state.</summary>
internal sealed record ReplaySource(SourceCopy Copy, EntityMapping Mapping, IReadOnlyDictionary<string, ParentIndex> Parents, RejectPayloads Payloads)
{
    /// <param name="placement">Null: rows get their keys when they are loaded.</param>
    public RowMapper Mapper(KeyPlacement? placement) => new(Mapping, name => Parents[name], placement);
}
