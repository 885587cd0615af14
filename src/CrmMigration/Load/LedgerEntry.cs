using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The keys of one partition that met one fate. Targets stand beside merged keys only: their survivors.</summary>
internal sealed class LedgerEntry(KeyKind kind, Fate fate)
{
    public Fate Fate => fate;

    /// <summary>The condition of the plan that skipped the rows; empty for every other fate.</summary>
    public string Rule { get; init; } = "";

    public KeyList Keys { get; } = new(kind);

    public KeyList? Targets { get; } = fate == Fate.Merged ? new(kind) : null;
}
