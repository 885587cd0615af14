using System.Collections.Concurrent;
using System.Diagnostics;
using CrmMigration.Cutover;
using CrmMigration.Load;
using CrmMigration.Match;
using CrmMigration.Reconcile;
using CrmMigration.Rehearse;
using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Sync;
using CrmMigration.Verify;
using CrmMigration.Withdraw;
using Dapper;

namespace CrmMigration.Flow;

/// <summary>Finds the work behind a step's name. Hosts run steps through it, so both run the same ones.</summary>
internal sealed class StepTable
{
    private const int WholeEntity = -1;

    private readonly RunContext context;
    private readonly Dictionary<string, Func<object, CancellationToken, Task<object>>> work = [];
    private readonly ConcurrentDictionary<(string Entity, string Phase), bool> begun = new();

    public StepTable(RunContext context)
    {
        this.context = context;
        Add(Steps.PrepareRun, new PrepareRun(context).Run);
        Add(Steps.PartitionEntity, "partition", new PartitionEntity(context).Run);
        Add(Steps.CopyTarget, "copy", new CopyTarget(context).Run);
        Add(Steps.ScanPartition, "scan", new ScanPartition(context).Run);
        Add(Steps.LoadPartition, "load", new MovePartition(context, "load").Run);
        Add(Steps.MatchBucket, "match", new MatchBucket(context).Run);
        Add(Steps.ClusterMatches, "match", new ClusterMatches(context).Run);
        Add(Steps.IndexLoaded, "index", new IndexLoaded(context).Run);
        Add(Steps.FillPartition, "merge", new FillPartition(context).Run);
        Add(Steps.MergePartition, "merge", new MergePartition(context).Run);
        Add(Steps.PublishPartition, "publish", new MovePartition(context, "publish").Run);
        Add(Steps.SettleMerges, "publish", new SettleMerges(context).Run);
        Add(Steps.CompleteEntity, "complete", new CompleteEntity(context).Run);
        Add(Steps.ReconcileEntity, "reconcile", new ReconcileEntity(context).Run);
        Add(Steps.MeasureRehearsal, "measure", new MeasureRehearsal(context).Run);
        Add(Steps.CompleteRun, new CompleteRun(context).Run);
        Add(Steps.StopRun, new StopRun(context).Run);
        Add(Steps.KeepReport, new KeepReport(context).Run);
        Add(Steps.PrepareReplay, new PrepareReplay(context).Run);
        Add(Steps.ScanRejected, new ScanRejected(context).Run);
        Add(Steps.ScanTarget, new ScanTarget(context).Run);
        Add(Steps.MatchReplayed, new MatchReplayed(context).Run);
        Add(Steps.ReplayBatch, new ReplayBatch(context).Run);
        Add(Steps.MergeReplayed, new MergeReplayed(context).Run);
        Add(Steps.ReconcileReplay, new ReconcileReplay(context).Run);
        Add(Steps.CompleteReplay, new CompleteReplay(context).Run);
        Add(Steps.StopReplay, new StopReplay(context).Run);
        Add(Steps.OpenLinks, new OpenLinks(context).Run);
        Add(Steps.AdoptLinks, "adopt", new AdoptLinks(context).Run);
        Add(Steps.FindChanges, "find", new FindChanges(context).Run);
        Add(Steps.ApplyChanges, "sync", new ApplyChanges(context).Run);
        Add(Steps.ReconcileSync, "reconcile", new ReconcileSync(context).Run);
        AddVerification();
        AddWithdrawal();
    }

    private void AddWithdrawal()
    {
        Add(Steps.PrepareWithdrawal, new PrepareWithdrawal(context).Run);
        Add(Steps.BringBackDeleted, new PartitionWithdrawal(context, "deleted").Run);
        Add(Steps.RemoveCreated, new PartitionWithdrawal(context, "created").Run);
        Add(Steps.RestoreUpdated, new PartitionWithdrawal(context, "updated").Run);
        Add(Steps.SettleWithdrawal, new SettleWithdrawal(context).Run);
        Add(Steps.CompleteWithdrawal, new CompleteWithdrawal(context).Run);
        Add(Steps.StopWithdrawal, new StopWithdrawal(context).Run);
    }

    private void AddVerification()
    {
        Add(Steps.CompareKeys, "compare", new CompareKeys(context).Run);
        Add(Steps.CompareRange, "compare", new CompareRange(context).Run);
        Add(Steps.CompareFound, "compare", new CompareFound(context, afterRepair: false).Run);
        Add(Steps.CountDifferences, "compare", new CountDifferences(context).Run);
        Add(Steps.CutRepaired, "recheck", new CompareKeys(context).CutRepaired);
        Add(Steps.CompareRepaired, "recheck", new CompareFound(context, afterRepair: true).Run);
        Add(Steps.CloseVerification, "compare", new CloseVerification(context).Run);
        Add(Steps.CompletePass, new CompletePass(context).Run);
        Add(Steps.CheckCutover, new CheckCutover(context).Run);
    }

    public IReadOnlyCollection<string> Names => work.Keys;

    public async Task<TOutput> Run<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull => (TOutput)await work[step.Name](input, cancellation);

    private void Add<TInput, TOutput>(Step<TInput, TOutput> step, Func<TInput, CancellationToken, Task<TOutput>> run)
        where TOutput : notnull => work.Add(step.Name, async (input, cancellation) => await run((TInput)input, cancellation));

    private void Add(Step<PartitionRef, StepCounts> step, string phase, Func<PartitionRef, CancellationToken, Task<StepCounts>> run) =>
        Add(step, (partition, cancellation) => Time(new(partition.Entity.Entity, phase, step.Name, partition.Number), () => run(partition, cancellation)));

    private void Add<TOutput>(Step<EntityRef, TOutput> step, string phase, Func<EntityRef, CancellationToken, Task<TOutput>> run)
        where TOutput : notnull => Add(step, (entity, cancellation) => Time(new(entity.Entity, phase, step.Name, WholeEntity), () => run(entity, cancellation)));

    private async Task<TOutput> Time<TOutput>(Place place, Func<Task<TOutput>> run)
    {
        if (!begun.ContainsKey((place.Entity, place.Phase)))
        {
            await Record("Runs/BeginPhase.sql", place, 0);
            begun[(place.Entity, place.Phase)] = true;
        }

        var began = Stopwatch.GetTimestamp();
        var output = await run();
        await Record(context.IsRehearsal ? "Rehearse/EndStep.sql" : "Runs/EndPhase.sql", place, Stopwatch.GetElapsedTime(began).TotalSeconds);
        return output;
    }

    private async Task Record(string statement, Place place, double seconds)
    {
        await using var connection = await context.Target.OpenConnectionAsync();
        await connection.ExecuteAsync(SqlText.Of(statement), new { context.RunId, place.Entity, place.Phase, place.Step, place.Partition, seconds });
    }

    private sealed record Place(string Entity, string Phase, string Step, int Partition);
}
