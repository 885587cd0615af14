namespace CrmMigration.Plan;

/// <summary>The plans of one folder: each file <c>NAME.json</c> holds the plan of that name. Files that end in <c>.schema.json</c> are none.</summary>
public sealed class FolderPlans(string folder) : IPlans
{
    private const string Ending = ".json";

    public async Task<MigrationPlan> Read(string name, CancellationToken cancellation)
    {
        // Only a listed name is opened, so that no name can point out of the folder.
        var names = await Names(cancellation);
        return names.Contains(name, StringComparer.Ordinal)
            ? PlanReader.ReadFile(Path.Combine(folder, name + Ending))
            : throw new InvalidSettingException($"There is no plan '{name}' in the folder '{folder}'. Known: {string.Join(", ", names)}.");
    }

    public Task<IReadOnlyList<string>> Names(CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<string> names =
            [
                .. Directory.EnumerateFiles(folder, "*" + Ending)
                    .Select(Path.GetFileName)
                    .Where(file => !file!.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase))
                    .Select(file => Path.GetFileNameWithoutExtension(file!))
                    .Order(StringComparer.Ordinal),
            ];
            return Task.FromResult(names);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidSettingException($"The folder of plans '{folder}' cannot be read. Name another one, or correct its rights.", fault);
        }
    }
}
