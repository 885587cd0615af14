using System.Collections.Concurrent;
using CrmMigration.Load;
using CrmMigration.Match;
using CrmMigration.Reconcile;
using CrmMigration.Rehearse;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Flow;

/// <summary>Finds the work behind a step's name. Hosts run steps through it, so both run the same ones.</summary>
internal sealed class StepTable
{
    private readonly RunContext context;
    private readonly Dictionary<string, Func<object, CancellationToken, Task<object>>> work = [];
    private readonly ConcurrentDictionary<(string Entity, string Phase), bool> begun = new();

    public StepTable(RunContext context)
    {
        this.context = context;
        Add(Steps.PrepareRun, new PrepareRun(context).Run);
        Add(Steps.PartitionEntity, Timed("partition", new PartitionEntity(context).Run));
        Add(Steps.CopyTarget, Timed("copy", new CopyTarget(context).Run));
        Add(Steps.ScanPartition, TimedPartition("scan", new ScanPartition(context).Run));
        Add(Steps.LoadPartition, TimedPartition("load", new MovePartition(context, "load").Run));
        Add(Steps.MatchBucket, TimedPartition("match", new MatchBucket(context).Run));
        Add(Steps.ClusterMatches, Timed("match", new ClusterMatches(context).Run));
        Add(Steps.IndexLoaded, Timed("index", new IndexLoaded(context).Run));
        Add(Steps.FillPartition, TimedPartition("merge", new FillPartition(context).Run));
        Add(Steps.MergePartition, TimedPartition("merge", new MergePartition(context).Run));
        Add(Steps.PublishPartition, TimedPartition("publish", new MovePartition(context, "publish").Run));
        Add(Steps.SettleMerges, Timed("publish", new SettleMerges(context).Run));
        Add(Steps.CompleteEntity, Timed("complete", new CompleteEntity(context).Run));
        Add(Steps.ReconcileEntity, Timed("reconcile", new ReconcileEntity(context).Run));
        Add(Steps.MeasureRehearsal, Timed("measure", new MeasureRehearsal(context).Run));
        Add(Steps.CompleteRun, new CompleteRun(context).Run);
        Add(Steps.StopRun, new StopRun(context).Run);
        Add(Steps.KeepReport, new KeepReport(context).Run);
    }

    public IReadOnlyCollection<string> Names => work.Keys;

    public async Task<TOutput> Run<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull => (TOutput)await work[step.Name](input, cancellation);

    private void Add<TInput, TOutput>(Step<TInput, TOutput> step, Func<TInput, CancellationToken, Task<TOutput>> run)
        where TOutput : notnull => work.Add(step.Name, async (input, cancellation) => await run((TInput)input, cancellation));

    private Func<PartitionRef, CancellationToken, Task<StepCounts>> TimedPartition(string phase, Func<PartitionRef, CancellationToken, Task<StepCounts>> run) =>
        (partition, cancellation) => Time(partition.Entity.Entity, phase, () => run(partition, cancellation));

    private Func<EntityRef, CancellationToken, Task<TOutput>> Timed<TOutput>(string phase, Func<EntityRef, CancellationToken, Task<TOutput>> run) =>
        (entity, cancellation) => Time(entity.Entity, phase, () => run(entity, cancellation));

    private async Task<TOutput> Time<TOutput>(string entity, string phase, Func<Task<TOutput>> run)
    {
        var place = new { runId = context.RunId, entity, phase };
        if (!begun.ContainsKey((entity, phase)))
        {
            await Record("Runs/BeginPhase.sql", place);
            begun[(entity, phase)] = true;
        }

        var output = await run();
        await Record("Runs/EndPhase.sql", place);
        return output;
    }

    private async Task Record(string statement, object place)
    {
        await using var connection = await context.Target.OpenConnectionAsync();
        await connection.ExecuteAsync(SqlText.Of(statement), place);
    }
}
