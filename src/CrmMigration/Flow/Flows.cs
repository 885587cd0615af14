using CrmMigration.Runs;

namespace CrmMigration.Flow;

/// <summary>The flows, from the whole run down to a block of partitions. Each fits the history of one orchestration.</summary>
public static class Flows
{
    // A block keeps the history of one orchestration at a few hundred events, however many partitions there are.
    private const int BlockSize = 100;

    /// <summary>A run: entity after entity, parents first.</summary>
    public static ChildFlow<RunRef, RunOutcome> Migrate { get; } = new(nameof(Migrate), MigrateRun);

    /// <summary>One entity through all its stages; a stage begins when the one before is complete for every partition.</summary>
    public static ChildFlow<EntityRef, StepCounts> MigrateEntity { get; } = new(nameof(MigrateEntity), MigrateOneEntity);

    /// <summary>One step over a block of partitions or buckets, a window at a time.</summary>
    public static ChildFlow<Block, StepCounts> RunBlock { get; } = new(nameof(RunBlock), RunOneBlock);

    private static async Task<RunOutcome> MigrateRun(IFlowPort port, RunRef run)
    {
        try
        {
            var prepared = await port.Step(Steps.PrepareRun, run);
            await (prepared.CutsOver ? CutoverFlows.All(port, run, prepared)
                : prepared.Verifies ? VerifyFlows.All(port, run, prepared)
                : prepared.Synchronizes ? SyncFlows.All(port, run, prepared.Entities)
                : MigrateAll(port, run, prepared.Entities));
            var outcome = await port.Step(Steps.CompleteRun, run);
            await KeepReport(port, run);
            return outcome;
        }
        catch (FlowEndedException ended) when (ended.Outcome != StepOutcome.LeaseLost)
        {
            await Stop(port, new(run, ended.Outcome, ended.Reason));
            throw;
        }
    }

    private static async Task MigrateAll(IFlowPort port, RunRef run, IReadOnlyList<string> entities)
    {
        foreach (var entity in entities)
        {
            await port.Child(MigrateEntity, new EntityRef(run, entity));
        }
    }

    private static async Task Stop(IFlowPort port, RunEnd end)
    {
        if (await Tell(port, Steps.StopRun, end) && end.Outcome != StepOutcome.Paused)
        {
            await KeepReport(port, end.Run);
        }
    }

    // False: even the books cannot be told. The cause of the end is what matters then; the lease runs out by itself, and the run reads as interrupted.
    internal static async Task<bool> Tell(IFlowPort port, Step<RunEnd, StepCounts> stop, RunEnd end)
    {
        try
        {
            await port.Step(stop, end);
            return true;
        }
        catch (FlowEndedException)
        {
            return false;
        }
    }

    // The run has ended. The step itself enters in the books why there is no report; where it cannot, the verdict matters more.
    internal static async Task KeepReport(IFlowPort port, RunRef run)
    {
        try
        {
            await port.Step(Steps.KeepReport, run);
        }
        catch (FlowEndedException)
        {
        }
    }

    private static async Task<StepCounts> MigrateOneEntity(IFlowPort port, EntityRef entity)
    {
        var cut = await port.Step(Steps.PartitionEntity, entity);
        if (cut.IsRehearsed)
        {
            await port.Step(Steps.CopyTarget, entity);
        }

        if (cut.LoadsFirst)
        {
            await LoadThenMerge(port, entity, cut);
        }
        else
        {
            await MatchThenPublish(port, entity, cut);
        }

        await port.Step(Steps.CompleteEntity, entity);
        var rows = await port.Step(Steps.ReconcileEntity, entity);
        if (cut.IsRehearsed)
        {
            await port.Step(Steps.MeasureRehearsal, entity);
        }

        return rows;
    }

    // Into a table that nobody knows yet: every row is read and written once, and what is merged leaves it again. The gaps of a rehearsed
    // sample are only scanned.
    private static async Task LoadThenMerge(IFlowPort port, EntityRef entity, PartitionedEntity cut)
    {
        await Blocks(port, new(entity, Steps.LoadPartition.Name, 0, cut.Loaded, InOrder: false));
        await Blocks(port, new(entity, Steps.ScanPartition.Name, cut.Loaded, cut.Partitions - cut.Loaded, InOrder: false));
        await Task.WhenAll(port.Step(Steps.IndexLoaded, entity), Match(port, entity, cut));
        await Blocks(port, new(entity, Steps.FillPartition.Name, 0, cut.Loaded, InOrder: false));
        await Blocks(port, new(entity, Steps.MergePartition.Name, 0, cut.Loaded, InOrder: false));
    }

    // Into a table that is in use: it is touched only when it is known which rows stay.
    private static async Task MatchThenPublish(IFlowPort port, EntityRef entity, PartitionedEntity cut)
    {
        if (cut.MatchBuckets > 0)
        {
            await Blocks(port, new(entity, Steps.ScanPartition.Name, 0, cut.Partitions, InOrder: false));
            await Match(port, entity, cut);
        }

        else if (cut.GapsMatter)
        {
            await Blocks(port, new(entity, Steps.ScanPartition.Name, cut.Loaded, cut.Partitions - cut.Loaded, InOrder: false));
        }

        await Blocks(port, new(entity, Steps.PublishPartition.Name, 0, cut.Loaded, cut.InKeyOrder));
        await port.Step(Steps.SettleMerges, entity);
    }

    private static async Task Match(IFlowPort port, EntityRef entity, PartitionedEntity cut)
    {
        await Blocks(port, new(entity, Steps.MatchBucket.Name, 0, cut.MatchBuckets, InOrder: false));
        await port.Step(Steps.ClusterMatches, entity);
    }

    internal static async Task Blocks(IFlowPort port, Block whole)
    {
        for (var done = 0; done < whole.Count; done += BlockSize)
        {
            await port.Child(RunBlock, whole with { First = whole.First + done, Count = Math.Min(BlockSize, whole.Count - done) });
        }
    }

    private static async Task<StepCounts> RunOneBlock(IFlowPort port, Block block)
    {
        var step = new Step<PartitionRef, StepCounts>(block.Step);
        var atWork = new List<Task<StepCounts>>();
        var window = block.InOrder ? 1 : port.Window;
        long rows = 0;
        try
        {
            for (var number = block.First; number < block.First + block.Count; number++)
            {
                if (atWork.Count >= window)
                {
                    rows += await TakeFirst(atWork);
                }

                atWork.Add(port.Step(step, new PartitionRef(block.Entity, number)));
            }

            while (atWork.Count > 0)
            {
                rows += await TakeFirst(atWork);
            }
        }
        catch (FlowEndedException)
        {
            // What is in hand comes to its own end before the block does.
            await Drain(atWork);
            throw;
        }

        return new(rows);
    }

    private static async Task Drain(List<Task<StepCounts>> atWork)
    {
        while (atWork.Count > 0)
        {
            var ended = await Task.WhenAny(atWork);
            atWork.Remove(ended);
        }
    }

    private static async Task<long> TakeFirst(List<Task<StepCounts>> atWork)
    {
        var done = await Task.WhenAny(atWork);
        atWork.Remove(done);
        return (await done).Rows;
    }
}
