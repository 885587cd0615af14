using System.Collections.Concurrent;
using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Rejects;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>What the steps of one run share within one process: the checked plan, the databases, and what they look up only once.</summary>
internal sealed class RunContext(RunRow run, CheckedPlan plan, Databases databases, RunProgress progress)
{
    private readonly ConcurrentDictionary<(string Entity, string Source), Lazy<Task<ParentIndex>>> parents = new();
    private KeyAssignment? assigning;

    public string RunId => run.RunId;

    /// <summary>Nothing of the target may be written, nor any sequence be moved.</summary>
    public bool IsRehearsal => run.IsRehearsal;

    public bool IsIncremental => run.IsIncremental;

    /// <summary>Source and target are compared; nothing is brought over but what is found, where that is repaired.</summary>
    public bool IsVerification => run.IsVerification;

    /// <summary>A last pass, everything compared, and a verdict.</summary>
    public bool IsCutover => run.IsCutover;

    /// <summary>Every row is compared by value.</summary>
    public bool Deep => run.Deep || run.IsCutover;

    /// <summary>What a verification finds goes through the stages again, and the source's values win.</summary>
    public bool Repairs => run.Repairs;

    /// <summary>It brings changes of the sources into the target.</summary>
    public bool IsPass => run.IsPass;

    /// <summary>Whether whoever started a cut-over lets this not stop it.</summary>
    public bool Accepts(string what) => run.Accepts.Split(' ').Contains(what);

    /// <summary>A cut-over that is a go drops the slots through which the sources' logs are read.</summary>
    public bool DropsSlots => run.DropsSlots;

    /// <summary>However many rows have left the source, they may leave the target.</summary>
    public bool ConfirmsDeletes => run.ConfirmsDeletes;

    /// <summary>About how many percent of the rows are loaded; null: all.</summary>
    public double? SamplePercent => run.SamplePercent;

    public int? PartitionRows => run.PartitionRows;

    public CheckedPlan Plan => plan;

    public Databases Databases => databases;

    /// <summary>Null: the host keeps no reports.</summary>
    public IReportShelf? Reports { get; init; }

    /// <summary>Null: the plan does not encrypt what is kept of rejected rows.</summary>
    public PayloadSeal? Seal { get; init; }

    public NpgsqlDataSource Target => databases.Target;

    public RunProgress Progress => progress;

    public CheckedEntity Entity(string name) => plan.Entities.Single(entity => entity.Plan.Name == name);

    /// <summary>Whether other entities refer to it.</summary>
    public bool IsParent(string name) => plan.Entities.Any(entity => entity.Plan.References.Values.Contains(name));

    public NpgsqlDataSource SourceOf(CheckedSource source) => databases.Source(source.Name);

    public RejectPayloads PayloadsOf(CheckedSource table, SourceCopy source) => new(source, table, IsRehearsal ? new(Payload: false) : plan.Plan.Rejects) { Seal = Seal };

    /// <summary>The keys that rows get in the target.</summary>
    public KeyAssignment Assigning => LazyInitializer.EnsureInitialized(ref assigning, () => new(this));

    /// <summary>For a source of an entity: where the rows went that its references lead to, by the parent's name.</summary>
    public async Task<IReadOnlyDictionary<string, ParentIndex>> ParentsOf(CheckedEntity entity, CheckedSource source)
    {
        var indexes = new Dictionary<string, ParentIndex>();
        foreach (var parent in entity.Plan.References.Values.Distinct())
        {
            indexes[parent] = await Parents(Entity(parent), source);
        }

        return indexes;
    }

    // Read once in a process, when the first child asks, after the parent is published.
    private async Task<ParentIndex> Parents(CheckedEntity parent, CheckedSource child)
    {
        var source = parent.SourceFor(child);
        var name = (parent.Plan.Name, source.Name);
        var index = parents.GetOrAdd(name, _ => new(() => ParentIndexReader.Read(this, parent, source)));
        try
        {
            return await index.Value;
        }
        catch
        {
            // A connection lost while reading must not fail every later try of every child.
            parents.TryRemove(new(name, index));
            throw;
        }
    }

    public async Task<EntityRow> Row(string entity)
    {
        await using var connection = await Target.OpenConnectionAsync();
        return (await connection.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = RunId })).Single(row => row.Entity == entity);
    }

    /// <summary>What the run was asked from outside; null for nothing.</summary>
    public async Task<RunRequest?> Requested(CancellationToken cancellation)
    {
        await using var connection = await Target.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<string?>(SqlText.Of("Runs/ReadRequest.sql"), new { runId = RunId }) is { } request
            ? Enum.Parse<RunRequest>(request, ignoreCase: true)
            : null;
    }

    /// <summary>Tells the display how much there is to do for an entity that has been cut.</summary>
    /// <param name="rows">That are loaded.</param>
    /// <param name="gaps">That are only looked through, in a rehearsal of a sample.</param>
    public void Announce(string entity, EntityRow row, long rows, long gaps)
    {
        var (all, loaded) = (row.Partitions ?? 0, row.LoadedPartitions ?? 0);
        if (!row.LoadsFirst && row.MatchBuckets > 0)
        {
            Announce(entity, "scan", rows + gaps, all);
        }
        else if (gaps > 0 && (row.MatchBuckets > 0 || IsParent(entity)))
        {
            Announce(entity, "scan", gaps, all - loaded);
        }

        Announce(entity, row.LoadsFirst ? "load" : "publish", rows, loaded);
    }

    private void Announce(string entity, string name, long rows, int partitions)
    {
        var phase = progress.Phase(entity, name);
        phase.RowsExpected = rows;
        phase.Partitions = partitions;
    }

    /// <summary>Within the transaction of a step: makes sure that the step's run still holds its lease, until the transaction ends.</summary>
    /// <exception cref="LeaseLostException">It does not; nothing may be committed.</exception>
    public static async Task HoldLease(NpgsqlConnection connection, RunRef run)
    {
        if (await connection.ExecuteScalarAsync<bool?>(SqlText.Of("Runs/HoldLease.sql"), new { runId = run.RunId, fence = run.Fence }) is null)
        {
            throw new LeaseLostException(run.RunId);
        }
    }
}
