using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Collects mistakes until everything was looked at, so that a plan is corrected in one go.</summary>
internal sealed class Findings
{
    private readonly List<PlanMistake> _mistakes = [];

    public IReadOnlyList<PlanMistake> Mistakes => _mistakes;

    public void Add(PlanNode at, string found, string expected, string fix) => Add(new(at.Path, at.Line, found, expected, fix));

    public void Add(PlanMistake mistake) => _mistakes.Add(mistake);

    /// <summary>A string that is not blank; empty after reporting anything else.</summary>
    public string Text(PlanNode value, string expected)
    {
        if (IsKind(value, JsonValueKind.String, expected) && string.IsNullOrWhiteSpace(value.Text))
        {
            Add(value, "an empty text stands here", expected, "Write the name.");
        }

        return value.Kind == JsonValueKind.String ? value.Text : "";
    }

    public bool IsKind(PlanNode value, JsonValueKind kind, string expected)
    {
        if (value.Kind != kind)
        {
            Add(value, $"{value.Shown} stands here", expected, $"Write {expected}.");
        }

        return value.Kind == kind;
    }
}
