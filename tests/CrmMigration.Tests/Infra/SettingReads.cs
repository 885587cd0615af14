using System.Text.RegularExpressions;
using CrmMigration.Tests.Plan;

namespace CrmMigration.Tests.Infra;

/// <summary>The settings that the product reads by name, found where it reads them: in the sources, in triggers, and in host.json.</summary>
internal static partial class SettingReads
{
    /// <summary>As settings of an app are written: a double underscore for the colon of .NET configuration.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. InSources().Concat(InHostJson()).Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> InSources() =>
        from file in Directory.EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal)
        from match in Read().Matches(Comment().Replace(File.ReadAllText(file), ""))
        select match.Groups[1].Value;

    private static IEnumerable<string> InHostJson() => Expression().Matches(File.ReadAllText(Repository.File("host.json"))).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"""%?((?:CrmMigration:\w+)|(?<=%)\w+)%?""")]
    private static partial Regex Read();

    [GeneratedRegex(@"%(\w+)%")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
