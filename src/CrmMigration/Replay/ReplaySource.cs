using CrmMigration.Map;
using CrmMigration.Rejects;
using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>One source of an entity, opened by a step of a replay: all its reads see the same state.</summary>
/// <param name="Looking">Maps rows that are only looked at; such a row has no key in the target where the target gives it.</param>
internal sealed record ReplaySource(SourceCopy Copy, RowMapper Looking, IReadOnlyDictionary<string, ParentIndex> Parents, RejectPayloads Payloads)
{
    public EntityMapping Mapping => Looking.Mapping;

    /// <summary>Maps rows that are loaded under the keys that are placed here.</summary>
    public RowMapper Mapper(KeyPlacement placement) => new(Mapping, name => Parents[name], placement);
}
