namespace CrmMigration.Plan.Reading;

/// <summary>Writes JSON paths the same way for the reader and for the check, so that the check finds the reader's lines.</summary>
internal static class PlanPath
{
    public const string Root = "$";

    public static string Of(string parent, string property) =>
        IsPlain(property) ? $"{parent}.{property}" : $"{parent}['{property.Replace("'", "\\'", StringComparison.Ordinal)}']";

    public static string Of(string parent, int index) => $"{parent}[{index}]";

    public static string Entity(string name) => Of("$.entities", name);

    private static bool IsPlain(string property) =>
        property.Length > 0 && property.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '$');
}
