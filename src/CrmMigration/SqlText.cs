namespace CrmMigration;

/// <summary>Reads the SQL statements that stand in .sql files beside the code that runs them, embedded in this assembly.</summary>
internal static class SqlText
{
    /// <summary>The text of one file, by folder and name: <c>Runs/FindRun.sql</c>.</summary>
    public static string Of(string path)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"Bug: no embedded statement named '{path}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
