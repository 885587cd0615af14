using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Withdraw;

/// <summary>Finds what there is to withdraw, and drops what a run that did not come to its end had loaded and not revealed. Done twice, it finds what is left.</summary>
internal sealed class PrepareWithdrawal(RunContext context)
{
    public async Task<PreparedWithdrawal> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        await LoadTables.DropOfRun(target, run.RunId);
        List<Line> lines = [.. await target.QueryAsync<Line>(SqlText.Of("Withdraw/FindEntities.sql"), new { run.RunId })];
        await transaction.CommitAsync(cancellation);
        foreach (var line in lines)
        {
            context.Progress.Phase(line.Entity, "withdraw").Partitions = line.Partitions * (1 + (line.Updated ? 1 : 0) + (line.Deleted ? 1 : 0));
        }

        return new([.. lines.Select(line => new EntityWithdrawal(new(run, line.Entity), line.Partitions, line.Updated, line.Deleted))]);
    }

    private sealed record Line
    {
        public string Entity { get; init; } = "";

        public int Partitions { get; init; }

        public bool Updated { get; init; }

        public bool Deleted { get; init; }
    }
}
