using CrmMigration.Plan;

namespace CrmMigration.Tests.Postgres;

/// <summary>Plans as files of a folder of their own, which goes when this is disposed.</summary>
internal sealed class WrittenPlans : IDisposable
{
    /// <summary>The folder's path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("plans-").FullName;

    /// <summary>Writes a plan and returns the path of its file.</summary>
    public string Write(MigrationPlan plan, string name = "plan") => Write(plan.Json, name);

    /// <summary>The same for a text that may be no plan.</summary>
    public string Write(string json, string name)
    {
        var path = Path.Combine(Folder, name + ".json");
        File.WriteAllText(path, json);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
