using System.Text.RegularExpressions;
using CrmMigration.Tests.Plan;

namespace CrmMigration.Tests.Infra;

/// <summary>What can be told of a Bicep file without its compiler: declarations, references to other files, words in use.</summary>
internal sealed partial class BicepFile
{
    private readonly string[] lines;

    private BicepFile(string path)
    {
        Path = path;
        lines = [.. File.ReadAllLines(path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))];
    }

    public static BicepFile Main { get; } = new(Repository.File("infra/main.bicep"));

    public static IReadOnlyList<BicepFile> All { get; } =
        [.. Directory.EnumerateFiles(Repository.File("infra"), "*.bicep*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new BicepFile(path))];

    public string Path { get; }

    public string Name => System.IO.Path.GetRelativePath(Repository.File("infra"), Path);

    /// <summary>The file without its comments.</summary>
    public string Text => string.Join('\n', lines);

    /// <summary>Files this one refers to, as full paths: modules, imports, and the template of a parameter file.</summary>
    public IEnumerable<string> References =>
        Reference().Matches(Text).Select(match => System.IO.Path.GetFullPath(match.Groups[1].Value, System.IO.Path.GetDirectoryName(Path)!));

    public IEnumerable<BicepDeclaration> Declarations =>
        from index in Enumerable.Range(0, lines.Length)
        let match = Declaration().Match(lines[index])
        where match.Success
        select new BicepDeclaration(
            match.Groups[1].Value,
            match.Groups[2].Value,
            Decorators(index).Any(line => line.StartsWith("@description('", StringComparison.Ordinal)),
            lines[index].Contains(" = ", StringComparison.Ordinal));

    public IEnumerable<BicepDeclaration> Parameters => Declarations.Where(declaration => declaration.Keyword == "param");

    /// <summary>Whether the name stands anywhere but in its own declaration, a description, or as the key of a property.</summary>
    public bool Uses(string name) => lines
        .Where(line => !line.StartsWith($"param {name} ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("@description", StringComparison.Ordinal))
        .Any(line => Regex.IsMatch(line, $@"(?<![\w.']){name}\b(?!:)"));

    private IEnumerable<string> Decorators(int declaration) => lines[..declaration].Reverse().TakeWhile(line => line.Length > 0);

    [GeneratedRegex(@"^(?:module \w+|using|import \{[^}]*\} from) '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(param|output) (\w+)")]
    private static partial Regex Declaration();
}
