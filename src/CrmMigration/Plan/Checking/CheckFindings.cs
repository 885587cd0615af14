using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>Collects mistakes and warnings, each with the line its path has in the plan's text.</summary>
internal sealed class CheckFindings
{
    private readonly List<PlanMistake> _mistakes = [];
    private readonly List<PlanMistake> _warnings = [];
    private readonly Dictionary<string, int> _lines;

    public CheckFindings(string json) => _lines = LinesOf(json);

    public IReadOnlyList<PlanMistake> Mistakes => _mistakes;

    public IReadOnlyList<PlanMistake> Warnings => _warnings;

    public void Mistake(string path, string found, string expected, string fix) => _mistakes.Add(new(path, LineOf(path), found, expected, fix));

    public void Warn(string path, string found, string expected, string fix) => _warnings.Add(new(path, LineOf(path), found, expected, fix));

    /// <summary>A plan that was put together in memory has no text and so no lines.</summary>
    private static Dictionary<string, int> LinesOf(string json) =>
        json.Length == 0 ? [] : PlanText.Parse(json).All().DistinctBy(node => node.Path).ToDictionary(node => node.Path, node => node.Line);

    /// <summary>The line of the path, else of the nearest thing around it that stands in the text.</summary>
    private int? LineOf(string path) =>
        _lines.Keys.Where(known => path.StartsWith(known, StringComparison.Ordinal)).MaxBy(known => known.Length) is { } nearest ? _lines[nearest] : null;
}
