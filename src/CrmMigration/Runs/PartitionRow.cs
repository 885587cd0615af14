using CrmMigration.Source;

namespace CrmMigration.Runs;

/// <summary>A partition as crm_migration.partitions holds it.</summary>
internal sealed record PartitionRow(int Number, string? After, string? Through, long ExpectedRows, string State, long ReadRows, bool Sampled)
{
    public KeyRange Range => new(After, Through);
}
