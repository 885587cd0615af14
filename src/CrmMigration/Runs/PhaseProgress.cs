namespace CrmMigration.Runs;

/// <summary>One phase of one entity at work: partition, scan, match, publish, complete or reconcile.</summary>
public sealed class PhaseProgress(string entity, string name)
{
    private long rows;
    private int partitionsDone;

    public string Entity { get; } = entity;

    public string Name { get; } = name;

    /// <summary>0 until known.</summary>
    public long RowsExpected { get; set; }

    /// <summary>0 for a phase that has no partitions.</summary>
    public int Partitions { get; set; }

    public bool Finished { get; set; }

    public long Rows => Interlocked.Read(ref rows);

    public int PartitionsDone => Volatile.Read(ref partitionsDone);

    public void AddRows(long count) => Interlocked.Add(ref rows, count);

    public void PartitionDone() => Interlocked.Increment(ref partitionsDone);
}
