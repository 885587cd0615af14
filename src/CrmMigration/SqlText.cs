using System.Collections.Concurrent;

namespace CrmMigration;

/// <summary>The embedded <c>.sql</c> files, by their path below the project: <c>Plan/ReadColumns.sql</c>.</summary>
internal static class SqlText
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    public static string Of(string path) => Texts.GetOrAdd(path, Read);

    private static string Read(string path)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"Bug: no embedded SQL file '{path}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
