using CrmMigration.Reconcile;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Replay;

/// <summary>
/// Reconciles an entity anew after rows of it were replayed: the identity of every partition from the books, the contents and totals from what
/// was proven before and what the replay found. The source was counted when the run ended, and has moved on since.
/// </summary>
internal sealed class ReconcileReplay(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        var place = new { entityId = row.EntityId };
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        await target.ExecuteAsync(SqlText.Of("Replay/CountClusters.sql"), place);
        await target.ExecuteAsync(SqlText.Of("Replay/AddToTotals.sql"), place);
        var books = await target.QuerySingleAsync<Books>(SqlText.Of("Reconcile/SumBooks.sql"), place);
        var proof = await target.QuerySingleAsync<Proof>(SqlText.Of("Replay/ReadProof.sql"), place);
        string[] totals = [.. await target.QueryAsync<string>(SqlText.Of("Reconcile/FindDifferingTotals.sql"), place)];
        var contents = new Contents(proof.Found, proof.Agrees, OnlyOurs: false, proof.DiffersIn);
        var shared = await SharedKeys.Find(target, context.Entity(entity.Entity), row.EntityId);
        var findings = Findings.Of(entity.Entity, new(books, contents, totals, new(proof.Came, proof.Went, []), shared)).ToArray();
        await target.ExecuteAsync(
            SqlText.Of("Replay/RecordFindings.sql"), new { entityId = row.EntityId, state = findings.Length == 0 ? "reconciled" : "not-reconciled", findings });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "replay").Finished = true;
        return new(books.Read);
    }

    private sealed record Proof
    {
        public long Found { get; init; }

        public bool Agrees { get; init; }

        public int[] DiffersIn { get; init; } = [];

        public long Came { get; init; }

        public long Went { get; init; }
    }
}
