namespace CrmMigration.Clean;

/// <summary>One column's place in a format: the text that stands with its value, and goes with it when there is none.</summary>
/// <param name="Column">The name in braces.</param>
/// <param name="Before">Words and opening brackets right before it.</param>
/// <param name="Behind">Closing brackets right behind it; behind the last part, whatever follows.</param>
/// <param name="Separator">What parts it from the next part that has a value.</param>
public sealed record FormatPart(string Column, string Before, string Behind, string Separator);
