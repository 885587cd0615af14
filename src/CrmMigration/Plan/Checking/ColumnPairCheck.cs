using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Checking;

/// <summary>The source columns of a field against the target columns it goes to: types and widths.</summary>
internal sealed class ColumnPairCheck(CheckFindings findings, EntityTables entity)
{
    public void Check(CheckedField field, string fromPath, string toPath)
    {
        if (field.Plan.Value is { } value)
        {
            new ConstantCheck(findings).Check(value, field.To[0], toPath);
            return;
        }

        if (field.IsCopy)
        {
            CheckCopy(field.From[0], field.To[0], toPath);
        }
        else
        {
            new CleanedCheck(findings).Check(field, fromPath, toPath);
        }

        WarnOfNulls(field, toPath);
    }

    private void CheckCopy(LiveColumn from, LiveColumn to, string path)
    {
        // A reference may become another key; its types are compared with those of the parent's keys.
        if (entity.Plan.References.ContainsKey(to.Name) && KeyRule.Supports(from) && KeyRule.Supports(to))
        {
            return;
        }

        if (CopyRule.Of(from, to) is { } problem)
        {
            findings.Mistake(
                path, $"\"{from.Name}\" is {from.Type} in the source and \"{to.Name}\" is {to.Type} in the target", problem.Expected,
                $"{problem.Fix}{CastHint(from, to)}");
        }
        else if (CopyRule.ChangesPadding(from, to))
        {
            findings.Warn(
                path, $"\"{from.Name}\" is {from.Type} in the source and \"{to.Name}\" is {to.Type} in the target: blanks at the end change",
                "the same type on both sides", $"Change \"{to.Name}\" to {from.PlainType} if blanks matter.");
        }
    }

    private static string CastHint(LiveColumn from, LiveColumn to) =>
        from.Cast is not null || from.BaseType == to.BaseType || (to.IsText ? "text" : CastType.Parse(to.PlainType)?.Sql) is not { } type
            ? ""
            : $" Or have the source cast it: \"cast\": \"{type}\".";

    /// <summary>A created column is NOT NULL only where the plan requires it, so this speaks of tables that are there.</summary>
    private void WarnOfNulls(CheckedField field, string path)
    {
        var alwaysGives = field.IsCopy ? field.From[0].NotNull : field.Plan.As is [.., DefaultTransform];
        foreach (var to in field.To.Where(to => to.NotNull && !alwaysGives && !entity.From.Required.Contains(to.Name)))
        {
            findings.Warn(
                path, $"\"{to.Name}\" is not null in the target and {string.Join(" and ", field.From.Select(from => $"\"{from.Name}\""))} may give no value",
                "a value in every row",
                $"Rows without one are rejected; say so by adding \"{to.Name}\" to \"required\".");
        }
    }
}
