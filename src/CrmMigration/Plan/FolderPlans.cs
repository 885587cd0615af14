namespace CrmMigration.Plan;

/// <summary>Plans in a folder, such as the one published with a host: <c>NAME.json</c> each. A file is read anew each time.</summary>
public sealed class FolderPlans(string folder) : IPlans
{
    public async Task<MigrationPlan> Read(string name, CancellationToken cancellation)
    {
        var file = PlanFileName.Of(name);
        var known = await Names(cancellation);

        // Looked for among the names, as a file system may take other letter case for the same.
        return known.Contains(name, StringComparer.Ordinal)
            ? PlanReader.ReadFile(Path.Combine(folder, file))
            : throw PlanFileName.Unknown(name, known);
    }

    public Task<IReadOnlyList<string>> Names(CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult(PlanFileName.NamesAmong(Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException($"The folder of plans '{folder}' cannot be read. Make it, or correct the setting that names it.", fault);
        }
    }
}
