namespace CrmMigration.Clean;

/// <summary>
/// How the letters of a text are cased. Text without cased letters (Chinese, Arabic, digits) is mixed: nothing is to be tidied.
/// </summary>
internal enum LetterCasing
{
    Mixed,
    Lower,
    Upper,
}
