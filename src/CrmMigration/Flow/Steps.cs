using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Verify;
using CrmMigration.Withdraw;

namespace CrmMigration.Flow;

/// <summary>The table of contents: every step of a migration, in the order a customer travels.</summary>
public static class Steps
{
    /// <summary>Creates target tables the plan asks for and records the source's safe horizon.</summary>
    public static Step<RunRef, PreparedRun> PrepareRun { get; } = new(nameof(PrepareRun));

    /// <summary>Cuts the source table into key ranges of equal row counts.</summary>
    public static Step<EntityRef, PartitionedEntity> PartitionEntity { get; } = new(nameof(PartitionEntity));

    /// <summary>Rehearsed: makes the table that stands for the target, with the rows of it that may matter.</summary>
    public static Step<EntityRef, StepCounts> CopyTarget { get; } = new(nameof(CopyTarget));

    /// <summary>Reads a partition and keeps the match keys of its rows, packed.</summary>
    public static Step<PartitionRef, StepCounts> ScanPartition { get; } = new(nameof(ScanPartition));

    /// <summary>Reads, cleans, maps and loads a partition into the table that will become the target, and keeps its match keys.</summary>
    public static Step<PartitionRef, StepCounts> LoadPartition { get; } = new(nameof(LoadPartition));

    /// <summary>Finds rows with equal match keys in one bucket, across all partitions.</summary>
    public static Step<PartitionRef, StepCounts> MatchBucket { get; } = new(nameof(MatchBucket));

    /// <summary>Joins matches to clusters and chooses each one's survivor.</summary>
    public static Step<EntityRef, StepCounts> ClusterMatches { get; } = new(nameof(ClusterMatches));

    /// <summary>Gives the loaded table its primary key.</summary>
    public static Step<EntityRef, StepCounts> IndexLoaded { get; } = new(nameof(IndexLoaded));

    /// <summary>Fills the gaps of a partition's survivors from the loaded rows that give way to them.</summary>
    public static Step<PartitionRef, StepCounts> FillPartition { get; } = new(nameof(FillPartition));

    /// <summary>Takes the rows of a partition that give way out of the loaded table, and books them as merged.</summary>
    public static Step<PartitionRef, StepCounts> MergePartition { get; } = new(nameof(MergePartition));

    /// <summary>Reads, cleans, maps and loads a partition into a target in use, with the fate of every row, in one transaction.</summary>
    public static Step<PartitionRef, StepCounts> PublishPartition { get; } = new(nameof(PublishPartition));

    /// <summary>Gives the rows of a cluster whose survivor did not arrive to the next member.</summary>
    public static Step<EntityRef, StepCounts> SettleMerges { get; } = new(nameof(SettleMerges));

    /// <summary>Makes a privately loaded table the target, sets sequences, and drops what matching left behind.</summary>
    public static Step<EntityRef, StepCounts> CompleteEntity { get; } = new(nameof(CompleteEntity));

    /// <summary>Proves the identity, the contents and the control totals of an entity.</summary>
    public static Step<EntityRef, StepCounts> ReconcileEntity { get; } = new(nameof(ReconcileEntity));

    /// <summary>Rehearsed: measures the table that stood for the target, keeps masked samples of it, and drops it.</summary>
    public static Step<EntityRef, StepCounts> MeasureRehearsal { get; } = new(nameof(MeasureRehearsal));

    /// <summary>Derives the run's verdict from what was proven, and ends the run.</summary>
    public static Step<RunRef, RunOutcome> CompleteRun { get; } = new(nameof(CompleteRun)) { EndsRun = true };

    /// <summary>Enters how a run ended before its end.</summary>
    public static Step<RunEnd, StepCounts> StopRun { get; } = new(nameof(StopRun)) { EndsRun = true };

    /// <summary>Keeps the report of a run that has ended where its host wants it; the run's end stands whatever comes of it.</summary>
    public static Step<RunRef, StepCounts> KeepReport { get; } = new(nameof(KeepReport)) { EndsRun = true };

    /// <summary>Chooses the rejected rows that a replay takes, in batches.</summary>
    public static Step<RunRef, PreparedReplay> PrepareReplay { get; } = new(nameof(PrepareReplay));

    /// <summary>Reads a batch of rejected rows, fixed, and keeps their match keys.</summary>
    public static Step<PartitionRef, StepCounts> ScanRejected { get; } = new(nameof(ScanRejected));

    /// <summary>Finds the rows of a partition, as they stand in the target, that share a match key with a row that is replayed.</summary>
    public static Step<PartitionRef, StepCounts> ScanTarget { get; } = new(nameof(ScanTarget));

    /// <summary>Decides which of the replayed rows join a row in the target, or each other; gives the number of chunks.</summary>
    public static Step<EntityRef, StepCounts> MatchReplayed { get; } = new(nameof(MatchReplayed));

    /// <summary>Reads, cleans, maps and loads the rows of a batch that match nothing, and enters their new fates, in one transaction.</summary>
    public static Step<PartitionRef, StepCounts> ReplayBatch { get; } = new(nameof(ReplayBatch));

    /// <summary>The same for a chunk of those that match: they give way to a row in the target, or to the first of them that it takes.</summary>
    public static Step<PartitionRef, StepCounts> MergeReplayed { get; } = new(nameof(MergeReplayed));

    /// <summary>Proves the identity, the contents and the control totals of an entity anew, by what the replay changed.</summary>
    public static Step<EntityRef, StepCounts> ReconcileReplay { get; } = new(nameof(ReconcileReplay));

    /// <summary>Derives the run's verdict anew, and ends the replay.</summary>
    public static Step<RunRef, ReplayOutcome> CompleteReplay { get; } = new(nameof(CompleteReplay)) { EndsRun = true };

    /// <summary>Enters how a replay ended before its end; what it has done by then stands.</summary>
    public static Step<RunEnd, StepCounts> StopReplay { get; } = new(nameof(StopReplay)) { EndsRun = true };

    /// <summary>Tells how many partitions of the full run's books are still to be made into links.</summary>
    public static Step<EntityRef, StepCounts> OpenLinks { get; } = new(nameof(OpenLinks));

    /// <summary>Makes links of what the full run's books say of one of its partitions.</summary>
    public static Step<PartitionRef, StepCounts> AdoptLinks { get; } = new(nameof(AdoptLinks));

    /// <summary>Finds what changed in the source since the last pass and what is gone, matches it with what was migrated, and cuts it into batches.</summary>
    public static Step<EntityRef, ChangeCounts> FindChanges { get; } = new(nameof(FindChanges));

    /// <summary>Reads, cleans and maps the rows of a batch as they are now, and writes what differs with fates and links, in one transaction.</summary>
    public static Step<PartitionRef, StepCounts> ApplyChanges { get; } = new(nameof(ApplyChanges));

    /// <summary>Proves the identity, the contents and the control totals of what changed.</summary>
    public static Step<EntityRef, StepCounts> ReconcileSync { get; } = new(nameof(ReconcileSync));

    /// <summary>Finds what there is to withdraw of a run.</summary>
    public static Step<RunRef, PreparedWithdrawal> PrepareWithdrawal { get; } = new(nameof(PrepareWithdrawal));

    /// <summary>Puts rows back that a pass deleted.</summary>
    public static Step<PartitionRef, StepCounts> BringBackDeleted { get; } = new(nameof(BringBackDeleted));

    /// <summary>Takes rows out of the target that the run created in a partition, unless somebody changed them or they are needed.</summary>
    public static Step<PartitionRef, StepCounts> RemoveCreated { get; } = new(nameof(RemoveCreated));

    /// <summary>Gives rows their earlier values that the run wrote over in a partition, unless somebody changed them.</summary>
    public static Step<PartitionRef, StepCounts> RestoreUpdated { get; } = new(nameof(RestoreUpdated));

    /// <summary>Tries rows again that other rows stood in the way of.</summary>
    public static Step<EntityRef, StepCounts> SettleWithdrawal { get; } = new(nameof(SettleWithdrawal));

    /// <summary>Brings the books to where they stood before the run, and ends the withdrawal.</summary>
    public static Step<RunRef, WithdrawalOutcome> CompleteWithdrawal { get; } = new(nameof(CompleteWithdrawal)) { EndsRun = true };

    /// <summary>Enters how a withdrawal ended before its end; begun again, it goes on.</summary>
    public static Step<RunEnd, StepCounts> StopWithdrawal { get; } = new(nameof(StopWithdrawal)) { EndsRun = true };

    /// <summary>Compares keys with the books and the target with what was written, by aggregates; cuts what is to be compared by value.</summary>
    public static Step<EntityRef, Comparison> CompareKeys { get; } = new(nameof(CompareKeys));

    /// <summary>Maps every row of a range of source keys again, and compares it with the target's.</summary>
    public static Step<PartitionRef, StepCounts> CompareRange { get; } = new(nameof(CompareRange));

    /// <summary>The same for a batch of rows that aggregates found.</summary>
    public static Step<PartitionRef, StepCounts> CompareFound { get; } = new(nameof(CompareFound));

    /// <summary>Tells how many rows a verification found.</summary>
    public static Step<EntityRef, StepCounts> CountDifferences { get; } = new(nameof(CountDifferences));

    /// <summary>Cuts what was found into batches, after a repair; tells how many.</summary>
    public static Step<EntityRef, StepCounts> CutRepaired { get; } = new(nameof(CutRepaired));

    /// <summary>Compares a batch of what was found again, after a repair.</summary>
    public static Step<PartitionRef, StepCounts> CompareRepaired { get; } = new(nameof(CompareRepaired));

    /// <summary>Derives the verdict on an entity from what was compared.</summary>
    public static Step<EntityRef, StepCounts> CloseVerification { get; } = new(nameof(CloseVerification));

    /// <summary>Ends the pass within a cut-over, and notes what the sources look like.</summary>
    public static Step<RunRef, StepCounts> CompletePass { get; } = new(nameof(CompletePass));

    /// <summary>Makes the go/no-go list of a cut-over; gives how many of its lines say no.</summary>
    public static Step<RunRef, StepCounts> CheckCutover { get; } = new(nameof(CheckCutover));
}
