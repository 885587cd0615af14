using CrmMigration.Runs;

namespace CrmMigration.Telemetry;

/// <summary>What a step works on, read from its input.</summary>
/// <param name="Entity">Null for a step of the whole run.</param>
/// <param name="Partition">Number of the partition or bucket; null for a step of an entity.</param>
internal readonly record struct StepPlace(RunRef Run, string? Entity, int? Partition)
{
    public static StepPlace Of(object input) => input switch
    {
        RunRef run => new(run, null, null),
        RunEnd end => new(end.Run, null, null),
        EntityRef entity => new(entity.Run, entity.Entity, null),
        PartitionRef partition => new(partition.Entity.Run, partition.Entity.Entity, partition.Number),
        _ => throw new ArgumentException($"Bug: {input.GetType().Name} names no run.", nameof(input)),
    };
}
