using CrmMigration.Cli.Sample;

namespace CrmMigration.Tests.Sample;

/// <summary>
/// A row cleaned in the plainest way that follows the plan's words, written apart from both the generator and the engine: what the
/// sample calls good or bad must be so to any sensible cleaner. Values are folded to upper case; null is NULL.
/// </summary>
internal sealed record PlainCleaning(CustomerRow Row, string? FirstName, string? LastName, string? Email, string? Phone)
{
    private static readonly string[] Titles = ["MR", "MRS", "MS", "DR", "PROF"];
    private static readonly string[] Suffixes = ["JR", "SR", "II", "III"];

    public bool IsEmailUnusable => !string.IsNullOrWhiteSpace(Row.Email) && Email is null;

    public bool IsPhoneUnusable => !string.IsNullOrWhiteSpace(Row.Phone) && Phone is null;

    public static PlainCleaning Of(CustomerRow row)
    {
        var words = (row.Name ?? "").ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveAll(word => Titles.Contains(word.TrimEnd('.')) || Suffixes.Contains(word.TrimEnd('.')));
        words.RemoveAll(word => word.Length == 2 && word[1] == '.');
        var (first, last) = words.Count switch
        {
            0 => (null, null),
            1 => (null, words[0]),
            _ => (words[0], string.Join(' ', words.Skip(1))),
        };
        return new(row, first, last, EmailOf(row.Email), PhoneOf(row.Phone));
    }

    /// <summary>The keys of the default plan: e-mail address and first name; phone, first and last name.</summary>
    public IEnumerable<string> MatchKeys()
    {
        if (Email is not null && FirstName is not null)
        {
            yield return $"{Email}|{FirstName}";
        }

        if (Phone is not null && FirstName is not null && LastName is not null)
        {
            yield return $"{Phone}|{FirstName}|{LastName}";
        }
    }

    private static string? EmailOf(string? text)
    {
        var parts = (text ?? "").Trim().ToUpperInvariant().Split('@');
        var isAddress = parts.Length == 2 && parts[0].Length > 0 && parts[1].Contains('.') && !parts[0].Contains(' ');
        return isAddress ? string.Join('@', parts) : null;
    }

    private static string? PhoneOf(string? text)
    {
        var digits = new string([.. (text ?? "").Where(char.IsAsciiDigit)]);
        return (text ?? "").Trim().StartsWith('+') ? $"+{digits}" : digits.Length switch
        {
            10 => $"+1{digits}",
            11 when digits[0] == '1' => $"+{digits}",
            _ => null,
        };
    }
}
