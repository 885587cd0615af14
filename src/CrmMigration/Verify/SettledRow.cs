using CrmMigration.Source;

namespace CrmMigration.Verify;

/// <summary>What became of a source row, by value.</summary>
/// <param name="Why">Of a difference, as crm_migration.verified_differences has it.</param>
/// <param name="Columns">Names of the target columns that differ.</param>
internal sealed record SettledRow(SourceKey Key, RowState State, string? Why = null, SourceKey? Target = null, IReadOnlyList<string>? Columns = null)
{
    public bool IsDifference => State is RowState.Differing or RowState.Missing or RowState.Extra;
}
