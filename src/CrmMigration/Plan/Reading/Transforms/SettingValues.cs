using System.Globalization;
using System.Text.Json;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>
/// Reads the settings of one transform. A value that is wrong is reported when it is asked for, and reads as if it were absent;
/// <see cref="Make"/> sees to it that nothing is made of them then.
/// </summary>
internal sealed class SettingValues
{
    private readonly Findings findings;
    private readonly ObjectReader reader;
    private readonly int before;

    /// <param name="settings">The object with the settings.</param>
    /// <param name="known">The settings that there are.</param>
    public SettingValues(PlanNode settings, Findings findings, IReadOnlyList<string> known)
    {
        this.findings = findings;
        before = findings.Mistakes.Count;
        reader = new(settings, findings, known);
    }

    /// <summary>The transform; null when there was a mistake.</summary>
    public Transform? Make(Func<Transform?> make) => findings.Mistakes.Count > before ? null : make();

    public PlanNode? Find(string name) => reader.Optional(name);

    public PlanNode? Required(string name, string expected) => reader.Required(name, expected);

    public bool Flag(string name) => reader.OptionalFlag(name);

    /// <summary>A text that must be there; it may be blank or empty.</summary>
    public string Text(string name, string expected) => reader.Required(name, expected) is { } value ? AnyText(value, expected) : "";

    /// <summary>The same where it may be left out.</summary>
    public string? OptionalText(string name, string expected) => reader.Optional(name) is { } value ? AnyText(value, expected) : null;

    public int? Whole(string name, int least, int most) => reader.Optional(name) is { } value ? Whole(value, findings, least, most) : null;

    public int? RequiredWhole(string name, int least, int most) =>
        reader.Required(name, Range(least, most)) is { } value ? Whole(value, findings, least, most) : null;

    /// <summary>A number that stands in place of settings; null after reporting anything else.</summary>
    public static int? Whole(PlanNode value, Findings findings, int least, int most)
    {
        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        findings.Add(value, $"{value.Shown} stands here", Range(least, most), $"Write {Range(least, most)}.");
        return null;
    }

    /// <summary>Texts, none of them empty; none where the setting is left out.</summary>
    public IReadOnlyList<string> Texts(string name, string expected) => reader.Optional(name) is { } value ? Texts(value, expected) : [];

    /// <summary>A list as a setting or in place of the settings.</summary>
    public IReadOnlyList<string> Texts(PlanNode value, string expected) =>
        findings.IsKind(value, JsonValueKind.Array, expected) ? [.. value.Items.Select(item => findings.Text(item, "a text"))] : [];

    /// <summary>One of the names given; null where the setting is left out.</summary>
    public string? Choice(string name, params string[] names)
    {
        var expected = $"one of {string.Join(", ", names.Select(one => $"\"{one}\""))}";
        if (reader.Optional(name) is not { } value)
        {
            return null;
        }

        if (value.Kind != JsonValueKind.String || !names.Contains(value.Text))
        {
            findings.Add(value, $"{value.Shown} stands here", expected, $"{NearestName.Suggestion(value.Text, names)}Write {expected}.");
        }

        return value.Text;
    }

    /// <summary>A mistake at a setting, which is there.</summary>
    public void Mistake(string name, string found, string expected, string fix) => findings.Add(reader.Optional(name)!, found, expected, fix);

    private static string Range(int least, int most) =>
        most == int.MaxValue ? $"a whole number from {least}" : string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    private string AnyText(PlanNode value, string expected)
    {
        findings.IsKind(value, JsonValueKind.String, expected);
        return value.Text;
    }
}
