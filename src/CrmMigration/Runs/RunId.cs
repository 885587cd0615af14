using System.Globalization;

namespace CrmMigration.Runs;

/// <summary>Ids of runs: sortable by time within a plan and easy to read aloud, such as <c>legacy-crm-20261123-101500-x7f2</c>.</summary>
public static class RunId
{
    public const int MaxLength = 100;

    /// <summary>Stands for the full run that was started last, where one is asked for.</summary>
    public const string Latest = "latest";

    /// <summary>Stands for the rehearsal that was started last.</summary>
    public const string LatestRehearsal = "latest-rehearsal";

    private const int PlanLength = 40;
    private const int SuffixLength = 4;

    // Without vowels and look-alikes, so that a suffix is never a word and never misread.
    private const string Letters = "23456789bcdfghjkmnpqrstvwxz";

    /// <param name="random">Anything; the same number gives the same suffix.</param>
    public static string New(string plan, DateTimeOffset now, uint random)
    {
        var suffix = new char[SuffixLength];
        for (var i = 0; i < suffix.Length; i++, random /= (uint)Letters.Length)
        {
            suffix[i] = Letters[(int)(random % Letters.Length)];
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Slug(plan)}-{now.UtcDateTime:yyyyMMdd-HHmmss}-{new string(suffix)}");
    }

    /// <summary>Letters, digits, dot, dash and underscore; not a word that stands for the latest run.</summary>
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= MaxLength
        && id is not (Latest or LatestRehearsal)
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static string Slug(string plan)
    {
        var words = new string([.. plan.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length switch { 0 => "run", > PlanLength => slug[..PlanLength].TrimEnd('-'), _ => slug };
    }
}
