using System.Text.Json;
using CrmMigration.Clean.Typed;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>
/// Reads <c>{ "date": "dd.MM.yyyy" }</c>, <c>{ "date": ["dd.MM.yyyy", "d/M/yyyy"] }</c> and
/// <c>{ "date": { "formats": ["d/M/yy"], "pivot": 1930, "time": false } }</c>; <c>"date"</c> alone reads ISO dates.
/// </summary>
internal sealed class DateReader : TransformReader
{
    private const string Formats = "date formats, such as \"dd.MM.yyyy\", \"M/d/yyyy h:mm tt\" or \"iso\"";

    public override Transform? ReadName(PlanNode name, Findings findings) => new DateTransform([Iso], false);

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        if (settings.Kind is JsonValueKind.String or JsonValueKind.Array)
        {
            return Make(ReadFormats(settings, null, findings), null);
        }

        var values = new SettingValues(settings, findings, PlanShape.Date);
        var pivot = values.Whole("pivot", 1, 9900);
        var formats = values.Required("formats", Formats) is { } listed ? ReadFormats(listed, pivot, findings) : null;
        if (formats is not null && pivot is not null && !formats.Any(format => format.HasShortYear))
        {
            values.Mistake("pivot", "\"pivot\" stands where no format has years of two digits", "a pivot beside yy only", "Remove it, or write yy in a format.");
        }

        bool? time = values.Find("time") is null ? null : values.Flag("time");
        return values.Make(() => Make(formats, time));
    }

    private static DateFormat Iso => DateFormat.TryParse("iso", null, out var iso, out _) ? iso : throw new InvalidOperationException("Bug: iso is no format.");

    private static DateTransform? Make(List<DateFormat>? formats, bool? time) =>
        formats is null ? null : new(formats, time ?? formats.Any(format => format.HasTime));

    /// <summary>Null after reporting a mistake.</summary>
    private static List<DateFormat>? ReadFormats(PlanNode node, int? pivot, Findings findings)
    {
        var before = findings.Mistakes.Count;
        var nodes = node.Kind == JsonValueKind.Array ? node.Items : [node];
        var formats = new List<DateFormat>();
        if (nodes.Count == 0)
        {
            findings.Add(node, "an empty list stands here", Formats, "Name the formats that the values are written in.");
        }

        foreach (var item in nodes)
        {
            if (findings.Text(item, "a date format") is not { Length: > 0 } text)
            {
                continue;
            }

            if (DateFormat.TryParse(text, pivot, out var format, out var fault))
            {
                formats.Add(format);
            }
            else
            {
                findings.Add(item, $"of {item.Shown}: {fault}", $"a pattern such as \"dd.MM.yyyy\", or {string.Join(", ", DateFormat.Names)}", "Correct the format.");
            }
        }

        return findings.Mistakes.Count > before ? null : formats;
    }
}
