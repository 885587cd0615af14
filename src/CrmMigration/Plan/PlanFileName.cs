using System.Text.RegularExpressions;

namespace CrmMigration.Plan;

/// <summary>The name of a plan in a place of plans, where its file is <c>NAME.json</c>. No name leads out of that place.</summary>
public static partial class PlanFileName
{
    private const string Extension = ".json";

    /// <summary>The file of a plan's name.</summary>
    /// <exception cref="InvalidSettingException">It is no name: expected are up to 100 letters of ASCII, digits, <c>-</c> and <c>_</c>.</exception>
    public static string Of(string name) => Shape().IsMatch(name)
        ? name + Extension
        : throw new InvalidSettingException("That is no name of a plan. Expected 1 to 100 letters from a to z, digits, dashes and underscores.");

    /// <summary>The names among files, in alphabetical order; other files are no plans.</summary>
    public static IReadOnlyList<string> NamesAmong(IEnumerable<string> files) =>
    [
        .. files.Where(file => file.EndsWith(Extension, StringComparison.Ordinal))
            .Select(file => file[..^Extension.Length])
            .Where(name => Shape().IsMatch(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The fault of asking for a plan that is not there.</summary>
    public static InvalidSettingException Unknown(string name, IReadOnlyList<string> known) => new(
        $"There is no plan '{name}'. {(known.Count == 0 ? "There are none yet: put one where this host looks for plans." : $"Known are: {string.Join(", ", known)}.")}");

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,100}\z")]
    private static partial Regex Shape();
}
