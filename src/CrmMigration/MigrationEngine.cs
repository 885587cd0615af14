using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;

namespace CrmMigration;

/// <summary>The engine as its hosts see it. Holds nothing between calls: all state stands in the target database.</summary>
/// <param name="resolve">Gives the connection string of a connection's name, or null when none is set.</param>
public sealed class MigrationEngine(Func<string, string?> resolve)
{
    /// <summary>Compares a plan with both live schemas; writes nothing.</summary>
    public async Task<CheckResult> Check(MigrationPlan plan, CancellationToken cancellation)
    {
        await using var databases = await Databases.Open(plan, resolve, 1, cancellation);
        return await PlanCheck.Check(plan, databases.Source, databases.Target, cancellation);
    }

    /// <summary>
    /// Checks the plan, takes its lease and enters the run in the books; a run id that is known is carried on. The run is the caller's to
    /// dispose, which frees the lease.
    /// </summary>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection or option is wrong, or another run holds the plan.</exception>
    public async Task<MigrationRun> Begin(MigrationPlan plan, RunOptions options, RunProgress progress, CancellationToken cancellation)
    {
        var databases = await Databases.Open(plan, resolve, options.Parallel, cancellation);
        try
        {
            return await RunOpening.Open(databases, plan, options, progress, cancellation);
        }
        catch
        {
            await databases.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the books of the target behind a connection, to look at its runs.</summary>
    public Task<RunBooks> Books(string connection, CancellationToken cancellation) => RunBooks.Open(connection, resolve(connection), cancellation);
}
