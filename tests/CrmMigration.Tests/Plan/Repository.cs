namespace CrmMigration.Tests.Plan;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string File(string path) => Path.Combine(Root(new(AppContext.BaseDirectory)), path);

    private static string Root(DirectoryInfo directory) =>
        System.IO.File.Exists(Path.Combine(directory.FullName, "CrmMigrationFunctions.sln"))
            ? directory.FullName
            : Root(directory.Parent ?? throw new DirectoryNotFoundException($"No CrmMigrationFunctions.sln above {AppContext.BaseDirectory}."));
}
