using CrmMigration.Plan.Drafting;
using CrmMigration.Profile.Tally;

namespace CrmMigration.Profile.Assembly;

/// <summary>
/// Decides whether the values of a column may be shown: only codes, such as a status or a country. Twenty different ones at most, each of a
/// few words at most and without an @ or a long number, in a column that is not named after people; and of these, only those that many
/// rows share.
/// </summary>
internal static class ShownCodes
{
    private const int FewestRows = 10;
    private const int LongestCode = 30;
    private const int MostDigits = 5;
    private const int MostWords = 3;

    /// <summary>Words in the names of columns that may hold the names of customers or of employees, or what tells one from another.</summary>
    private static readonly string[] Personal =
    [
        "name", "firstname", "lastname", "surname", "forename", "fullname", "nickname", "initials", "person", "contact", "owner", "agent", "rep", "representative",
        "manager", "seller", "salesperson", "employee", "user", "username", "login", "author", "creator", "editor", "assignee", "assigned", "by", "consultant", "advisor",
        "doctor", "mail", "email", "phone", "mobile", "fax", "street", "address", "iban", "account", "ssn", "passport", "password", "secret", "token", "note", "notes",
        "comment", "remark", "vorname", "nachname", "kunde", "betreuer", "ansprechpartner", "bearbeiter", "nom", "prenom", "nombre", "apellido",
    ];

    /// <summary>The most frequent first, and last what is not shown; null where no value may be.</summary>
    public static IReadOnlyList<NamedShare>? Of(ColumnTally tally, ReadRows read)
    {
        if (tally.Codes?.Counts is not { Count: > 0 } counts || NameWords.Has(tally.Column.Name, Personal))
        {
            return null;
        }

        var values = counts.Select(one => (Text: CodeText.Of(tally.Column, one.Value), one.Count)).ToList();
        if (values.Exists(value => !LooksLikeCode(value.Text)))
        {
            return null;
        }

        var frequent = values.Where(value => value.Count >= FewestRows).OrderByDescending(value => value.Count).ThenBy(value => value.Text, StringComparer.Ordinal).ToList();
        var rare = values.Where(value => value.Count < FewestRows).ToList();
        return frequent.Count == 0
            ? null
            :
            [
                .. frequent.Select(value => new NamedShare(value.Text, read.ShareOf(value.Count, tally.Values))),
                .. rare.Count == 0 ? Array.Empty<NamedShare>() : [new($"({rare.Count} rarer)", read.ShareOf(rare.Sum(value => value.Count), tally.Values))],
            ];
    }

    private static bool LooksLikeCode(string text) =>
        text.Length <= LongestCode
        && text.Count(char.IsDigit) <= MostDigits
        && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords
        && !text.Contains('@', StringComparison.Ordinal)
        && !text.Any(char.IsControl);
}
