namespace CrmMigration.Clean;

/// <summary>Reads lists that stand in .txt files beside the code that uses them, embedded in this assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of one file, by folder and name, without blank ones and those that begin with a #.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"Bug: no embedded text named '{path}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
