using CrmMigration.Plan;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Connections;

/// <summary>Finds runs by id alone: looks in the databases of all configured connections, or in the one that was named.</summary>
internal sealed class RunSearch(Surroundings surroundings, string? only)
{
    private readonly List<string> unreachable = [];

    private IReadOnlyList<string> Names => only is null ? surroundings.ConnectionNames : [only];

    /// <exception cref="InvalidSettingException">It is found nowhere, or no connection is configured.</exception>
    public async Task<FoundRun> Find(string runId, CancellationToken cancellation)
    {
        if (runId is RunId.Latest or RunId.LatestRehearsal)
        {
            return await Last(runId == RunId.Latest ? RunMode.Full : RunMode.Rehearsal, cancellation);
        }

        foreach (var name in RequiredNames())
        {
            if (await Ask(name, engine => engine.Status(name, runId, cancellation)) is { } status)
            {
                return new(name, status);
            }
        }

        throw NotFound($"No run '{runId}'");
    }

    /// <summary>The same with the plan that it was begun with.</summary>
    /// <exception cref="InvalidSettingException">It is found nowhere, no plan is stored with it, or no connection is configured.</exception>
    public async Task<(FoundRun Run, MigrationPlan Plan)> FindWithPlan(string runId, CancellationToken cancellation)
    {
        var found = await Find(runId, cancellation);
        return (found, await surroundings.Engine.PlanOf(found.Connection, found.Id, cancellation) ?? throw new InvalidSettingException($"No plan is stored with run {found.Id}."));
    }

    /// <summary>All runs, the latest first.</summary>
    public Task<IReadOnlyList<FoundRun>> All(CancellationToken cancellation) => Newest(new(), cancellation);

    // Whoever asks for the last run must not be shown a rehearsal that somebody made after it.
    private async Task<FoundRun> Last(RunMode mode, CancellationToken cancellation)
    {
        if (await Newest(new() { Mode = mode, Top = 1 }, cancellation) is [var last, ..])
        {
            return last;
        }

        throw mode == RunMode.Full && await Newest(new() { Mode = RunMode.Rehearsal, Top = 1 }, cancellation) is [_, ..]
            ? new InvalidSettingException($"There are only rehearsals, and no run yet. The last rehearsal is '{RunId.LatestRehearsal}'.")
            : NotFound(mode == RunMode.Full ? "No run" : "No rehearsal");
    }

    private async Task<IReadOnlyList<FoundRun>> Newest(RunFilter filter, CancellationToken cancellation)
    {
        List<FoundRun> found = [];
        foreach (var name in RequiredNames())
        {
            var runs = await Ask(name, async engine => await engine.Runs(name, filter, cancellation));
            found.AddRange((runs ?? []).Select(status => new FoundRun(name, status)));
        }

        if (found.Count == 0 && unreachable.Count > 0)
        {
            throw NotFound("No run");
        }

        return [.. found.OrderByDescending(run => run.Status.StartedAt).DistinctBy(run => run.Id)];
    }

    // One unreachable database must not hide a run that another one holds; if nothing is found, the message names it.
    private async Task<T?> Ask<T>(string name, Func<MigrationEngine, Task<T?>> question)
        where T : class
    {
        try
        {
            return await question(surroundings.Engine);
        }
        catch (InvalidSettingException invalid) when (only is null)
        {
            unreachable.Add($"{name} could not be asked: {invalid.Message}");
            return null;
        }
    }

    private IReadOnlyList<string> RequiredNames() => Names.Count > 0
        ? Names
        : throw new InvalidSettingException(
            "No connection is configured, so there is no place to look for a run. Set one in the environment, such as ConnectionStrings__NewCrm.");

    private InvalidSettingException NotFound(string what) => new(string.Join(Environment.NewLine,
        [$"{what} was found in {Looked()}.", .. unreachable]));

    private string Looked() => Names.Count == 1
        ? $"the database of connection {Names[0]}"
        : $"the databases of connections {string.Join(", ", Names)}";
}
