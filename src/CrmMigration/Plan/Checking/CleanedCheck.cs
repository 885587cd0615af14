namespace CrmMigration.Plan.Checking;

/// <summary>A field with transforms: text goes in, and what comes out fits the target's columns.</summary>
internal sealed class CleanedCheck(CheckFindings findings)
{
    public void Check(CheckedField field, string fromPath, string toPath)
    {
        foreach (var from in field.From.Where(from => !from.IsText))
        {
            findings.Mistake(
                fromPath, $"\"{from.Name}\" is {from.Type}", "a text column: only text can be cleaned",
                "Add \"cast\": \"text\", or leave \"as\" out to copy the value unchanged.");
        }

        for (var place = 0; place < field.To.Count; place++)
        {
            CheckTarget(field, place, toPath);
        }
    }

    private void CheckTarget(CheckedField field, int place, string path)
    {
        var to = field.To[place];
        if (ValueRule.Of(field.Form.Kind, to) is { } problem)
        {
            findings.Mistake(path, $"\"{to.Name}\" is {to.Type}", problem.Expected, problem.Fix);
            return;
        }

        if (!to.IsText && field.Plan.OnInvalid == OnInvalid.Keep)
        {
            findings.Mistake(
                path, $"\"{to.Name}\" is {to.Type} and an unusable value is to be kept", "a text column for values that are kept as they came",
                "Write \"onInvalid\": \"clear\" or \"reject\", or change the column to text.");
            return;
        }

        if (to.MaxLength is { } room && (field.LongestAt(place) is var longest && !(longest <= room)))
        {
            findings.Warn(
                path, $"\"{to.Name}\" has room for {room} characters and a cleaned value may have {longest?.ToString() ?? "any number"}",
                "room for every value", $"Widen \"{to.Name}\"; a row with a longer value is rejected, never cut.");
        }
    }
}
