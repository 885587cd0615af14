using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Runs;

namespace CrmMigration.Http.Books;

/// <summary>Finds runs by id alone: looks through the targets of all plans. One that cannot be asked is named, so that nothing is hidden.</summary>
internal sealed class RunSearch(HttpSurroundings surroundings)
{
    private readonly List<string> notAsked = [];

    /// <exception cref="RefusedException">No target knows it, or not all could be asked.</exception>
    public async Task<FoundRun> Find(string runId, CancellationToken cancellation)
    {
        foreach (var connection in await Connections(cancellation))
        {
            if (await Ask(connection, engine => engine.Status(connection, runId, cancellation)) is { } status)
            {
                return new(connection, status);
            }
        }

        throw new RefusedException(notAsked.Count == 0 ? Problem.NoSuchRun(runId) : Problem.RunNotFoundEverywhere(runId, notAsked));
    }

    /// <summary>The newest runs first.</summary>
    public async Task<MigrationList> List(RunFilter filter, CancellationToken cancellation)
    {
        List<RunStatus> found = [];
        foreach (var connection in await Connections(cancellation))
        {
            found.AddRange(await Ask(connection, async engine => await engine.Runs(connection, filter, cancellation)) ?? []);
        }

        var chosen = found.DistinctBy(run => run.RunId).OrderByDescending(run => run.StartedAt).Take(filter.Top ?? int.MaxValue);
        return new([.. chosen.Select(Migration.Of)], notAsked);
    }

    private async Task<IEnumerable<string>> Connections(CancellationToken cancellation)
    {
        var targets = await Targets.Of(surroundings.Plans, cancellation);
        notAsked.AddRange(targets.Unreadable);
        return targets.Connections;
    }

    private async Task<T?> Ask<T>(string connection, Func<MigrationEngine, Task<T?>> question)
        where T : class
    {
        try
        {
            return await question(surroundings.Engine);
        }
        catch (InvalidSettingException)
        {
            notAsked.Add(connection);
            return null;
        }
    }
}
