namespace CrmMigration.Verify;

/// <summary>
/// Keys in buckets of their hashes: where the counts and the sums of hashes of both sides agree, so do the keys. So many that a difference leads to few rows,
/// and so few that a server counts them in memory.
/// </summary>
internal static class KeyBuckets
{
    /// <summary>Counting in so many groups needs more memory than servers grant unasked.</summary>
    public const string Prepare = "select set_config('work_mem', '64MB', true)";

    private const int Count = 16_384;

    /// <summary>The hash of a text under the collation "C".</summary>
    public static string Hash(string text) => $"hashtextextended({text}, 0)";

    public static string Of(string hash) => $"({hash} & {Count - 1})::int";
}
