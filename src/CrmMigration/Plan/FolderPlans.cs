namespace CrmMigration.Plan;

/// <summary>Plans in a folder, such as the one published with a host: <c>NAME.json</c> each. A file is read anew each time.</summary>
public sealed class FolderPlans(string folder) : IPlans
{
    public async Task<MigrationPlan> Read(string name, CancellationToken cancellation)
    {
        var file = PlanFileName.Of(name);
        var known = await Names(cancellation);

        // Looked for among the names, as a file system may take other letter case for the same.
        return known.Any(one => PlanFileName.Of(one) == file)
            ? PlanFileName.Read(name, PlanReader.TextOf(Path.Combine(folder, file)))
            : throw PlanFileName.Unknown(name, known);
    }

    public Task<IReadOnlyList<string>> Names(CancellationToken cancellation)
    {
        try
        {
            var files = PlanFileName.NamesAmong(Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)));
            return Task.FromResult<IReadOnlyList<string>>([.. files.SelectMany(name => PlanFileName.NamesIn(name, TextOf(name)))]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException($"The folder of plans '{folder}' cannot be read. Make it, or correct the setting that names it.", fault);
        }
    }

    // A file that is no text is a plan with a mistake, which is told when it is read.
    private string TextOf(string name)
    {
        try
        {
            return PlanReader.TextOf(Path.Combine(folder, PlanFileName.Of(name)));
        }
        catch (InvalidSettingException)
        {
            return "";
        }
    }
}
