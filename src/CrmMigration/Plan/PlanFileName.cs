using System.Text.RegularExpressions;

namespace CrmMigration.Plan;

/// <summary>
/// The name of a plan in a place of plans, where its file is <c>NAME.json</c>; of a file with several targets each is the plan
/// <c>NAME.TARGET</c>. No name leads out of that place.
/// </summary>
public static partial class PlanFileName
{
    private const string Extension = ".json";

    /// <summary>The file of a plan's name.</summary>
    /// <exception cref="InvalidSettingException">It is no name: expected are up to 100 letters of ASCII, digits, <c>-</c> and <c>_</c>.</exception>
    public static string Of(string name) => IsName(WithoutTarget(name)) && (TargetOf(name) is not { } target || IsName(target))
        ? WithoutTarget(name) + Extension
        : throw new InvalidSettingException("That is no name of a plan. Expected 1 to 100 letters from a to z, digits, dashes and underscores.");

    /// <summary>The target in a plan's name; null where it names none.</summary>
    public static string? TargetOf(string name) => name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[(dot + 1)..] : null;

    /// <summary>Up to 100 letters of ASCII, digits, <c>-</c> and <c>_</c>.</summary>
    public static bool IsName(string name) => Shape().IsMatch(name);

    /// <summary>The names of the plans in the text of a file: its own, or one for each of its targets.</summary>
    public static IEnumerable<string> NamesIn(string name, string text) =>
        PlanReader.TargetsOf(text) is { Count: > 0 } targets ? targets.Where(IsName).Select(target => $"{name}.{target}") : [name];

    /// <summary>The plan of a name in the text of its file.</summary>
    /// <exception cref="InvalidSettingException">The text has several targets and the name names none of them, or another one.</exception>
    /// <exception cref="InvalidPlanException">It holds mistakes.</exception>
    public static MigrationPlan Read(string name, string text)
    {
        var (plans, target) = (PlanReader.ReadAll(text), TargetOf(name));
        return (plans.Count == 1 && target is null ? plans[0] : plans.FirstOrDefault(plan => plan.Target is not null && plan.Target == target))
            ?? throw Unknown(name, [.. NamesIn(WithoutTarget(name), text)]);
    }

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

    private static string WithoutTarget(string name) => name.Split('.', 2)[0];

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,100}\z")]
    private static partial Regex Shape();
}
