namespace CrmMigration.Plan.Checking;

/// <summary>One source column against the target columns it goes to: types and widths.</summary>
internal sealed class ColumnPairCheck(CheckFindings findings, EntityTables entity)
{
    public void Check(CheckedField field, string fromPath, string toPath)
    {
        if (field.As is Transform.Copy)
        {
            CheckCopy(field.From, field.To[0], toPath);
            WarnOfNulls(field, toPath);
            return;
        }

        if (!field.From.IsText)
        {
            findings.Mistake(
                fromPath, $"\"{field.From.Name}\" is {field.From.Type}", "a text column: only text can be cleaned",
                "Leave \"as\" out to copy the value unchanged.");
        }

        foreach (var to in field.To)
        {
            CheckCleaned(field, to, toPath);
        }

        WarnOfNulls(field, toPath);
    }

    private void CheckCopy(LiveColumn from, LiveColumn to, string path)
    {
        var isReference = entity.Plan.References.ContainsKey(to.Name) && KeyRule.Supports(from) && KeyRule.Supports(to);
        if ((isReference ? KeyRule.Of(from, to) : CopyRule.Of(from, to)) is { } problem)
        {
            findings.Mistake(
                path, $"\"{from.Name}\" is {from.Type} in the source and \"{to.Name}\" is {to.Type} in the target", problem.Expected,
                problem.Fix);
        }
        else if (CopyRule.ChangesPadding(from, to))
        {
            findings.Warn(
                path, $"\"{from.Name}\" is {from.Type} in the source and \"{to.Name}\" is {to.Type} in the target: blanks at the end change",
                "the same type on both sides", $"Change \"{to.Name}\" to {from.PlainType} if blanks matter.");
        }
    }

    private void CheckCleaned(CheckedField field, LiveColumn to, string path)
    {
        if (!to.IsText)
        {
            findings.Mistake(
                path, $"\"{to.Name}\" is {to.Type}", "a text column for a cleaned value",
                $"Change \"{to.Name}\" to {field.From.PlainType}, or name another column.");
            return;
        }

        var longest = field.As is Transform.Phone ? CreatedColumns.PhoneLength : field.From.MaxLength;
        if (to.MaxLength is { } room && (longest is null || longest > room))
        {
            findings.Warn(
                path, $"\"{to.Name}\" has room for {room} characters and a cleaned value may have {longest?.ToString() ?? "any number"}",
                "room for every value", $"Widen \"{to.Name}\"; a row with a longer value is rejected, never cut.");
        }
    }

    /// <summary>A created column is NOT NULL only where the plan requires it, so this speaks of tables that are there.</summary>
    private void WarnOfNulls(CheckedField field, string path)
    {
        foreach (var to in field.To)
        {
            if (to.NotNull && !entity.Plan.Required.Contains(to.Name) && (field.As is not Transform.Copy || !field.From.NotNull))
            {
                findings.Warn(
                    path, $"\"{to.Name}\" is not null in the target and \"{field.From.Name}\" may give no value", "a value in every row",
                    $"Rows without one are rejected; say so by adding \"{to.Name}\" to \"required\".");
            }
        }
    }
}
