using System.Globalization;

namespace CrmMigration.Profile.Reading;

/// <summary>How much of a table is read: all of it, or a sample that the source's server takes.</summary>
/// <param name="Estimate">Rows of the table, as the server's planner sees them.</param>
internal sealed record TablePart(ReadMethod Method, double Percent, int Seed, TableSize Size, long Estimate)
{
    // A sample of rows makes the server look at every page; beyond this size it takes whole pages.
    private const long MostBytesLookedAt = 8L << 30;
    private const long WholeUpTo = 5_000_000;
    private const long RowsBeyond = 2_000_000;

    public bool IsWhole => Method == ReadMethod.Whole;

    public double RowsInPage => Math.Max(1, (double)Estimate / Math.Max(1, Size.Pages));

    /// <summary>Rows that count as one observation: in a page they may all be alike.</summary>
    public double RowsAlike => Method == ReadMethod.Pages ? RowsInPage : 1;

    /// <summary>What stands behind the table's name.</summary>
    public string Clause => IsWhole ? "" : Sample(Method == ReadMethod.Rows, Percent, Seed);

    public static TablePart Of(ProfileOptions options, TableSize size, long estimate)
    {
        var wanted = options.Rows ?? (options.Percent is null && estimate > WholeUpTo ? RowsBeyond : null);
        var percent = options.Percent ?? (wanted is { } count ? 100.0 * count / Math.Max(1, estimate) : 100);
        var method = percent >= 100 ? ReadMethod.Whole : size.Bytes <= MostBytesLookedAt ? ReadMethod.Rows : ReadMethod.Pages;
        return new(method, Math.Clamp(percent, 0.000001, 100), options.Seed, size, estimate);
    }

    /// <param name="rows">Each row by chance; else each page.</param>
    public static string Sample(bool rows, double percent, int seed) => string.Create(
        CultureInfo.InvariantCulture, $" tablesample {(rows ? "bernoulli" : "system")} ({Math.Min(100, percent):0.######}) repeatable ({seed})");

    /// <summary>About how many rows of the table are read.</summary>
    public long RowsOf(long rows) => (long)(rows * Percent / 100);
}
