using CrmMigration.Clean.Typed;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>
/// Reads <c>"number"</c> (1,234.56) and <c>{ "number": { "culture": "de", "percent": "fraction", "whole": true, "currency": "EUR" } }</c>; in
/// place of a culture, <c>"decimal": ","</c> and <c>"group": "."</c>.
/// </summary>
internal sealed class NumberReader : TransformReader
{
    private const string Sign = "one character that is no digit, letter, blank or minus";

    public override Transform? ReadName(PlanNode name, Findings findings) => new NumberTransform(new());

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Number);
        var signs = values.Find("culture") is null ? ReadSigns(values) : ReadCulture(values);
        var percent = values.Choice("percent", "fraction", "number");
        var currency = values.OptionalText("currency", "a currency's three letters")?.ToUpperInvariant();
        if (currency is not null && !CurrencyMarks.IsCode(currency))
        {
            values.Mistake("currency", $"\"{currency}\" is no currency that is known", "three letters of ISO 4217, such as \"EUR\"", "Write the currency of the amounts.");
        }

        var isWhole = values.Flag("whole");
        return values.Make(() => new NumberTransform(new()
        {
            Signs = signs,
            Percent = percent switch { "fraction" => PercentReading.Fraction, "number" => PercentReading.Number, _ => PercentReading.Refuse },
            Currency = currency,
            IsWhole = isWhole,
        }));
    }

    private static NumberSigns ReadCulture(SettingValues values)
    {
        var culture = values.Text("culture", "a culture such as \"de\" or \"fr-CH\"");
        foreach (var sign in (string[])["decimal", "group"])
        {
            if (values.Find(sign) is not null)
            {
                values.Mistake(sign, $"\"{sign}\" stands beside \"culture\"", "a culture or its signs", $"Remove \"{sign}\" or \"culture\".");
            }
        }

        if (!NumberSigns.TryFind(culture, out var signs))
        {
            values.Mistake(
                "culture", $"\"{culture}\" is no culture that is known", $"one of {string.Join(", ", NumberSigns.Cultures.Order(StringComparer.Ordinal))}",
                "Write the language's letters, or \"decimal\" and \"group\" in place of it.");
        }

        return signs ?? NumberSigns.English;
    }

    private static NumberSigns ReadSigns(SettingValues values)
    {
        var point = values.OptionalText("decimal", Sign) ?? ".";
        var group = values.OptionalText("group", Sign) ?? (point == "," ? "." : ",");
        if (!IsSign(point))
        {
            values.Mistake("decimal", $"\"{point}\" stands here", Sign, "Write the sign before the decimals, \".\" or \",\".");
        }

        // Blanks and apostrophes part thousands in any case.
        if (group.Length > 0 && !(IsSign(group) || group is " " or "'"))
        {
            values.Mistake("group", $"\"{group}\" stands here", $"{Sign}, or nothing", "Write the sign between thousands, such as \".\", \",\" or \" \".");
        }
        else if (group == point)
        {
            values.Mistake(values.Find("group") is null ? "decimal" : "group", $"both signs are \"{group}\"", "two different signs", "Write another sign.");
        }

        return new(point is [var one, ..] ? one : '.', group is [var other] && other is not (' ' or '\'') ? other : null);
    }

    private static bool IsSign(string text) => text is [var c] && (char.IsPunctuation(c) || char.IsSymbol(c)) && c is not ('-' or '+' or '(' or ')' or '%' or '\'');
}
