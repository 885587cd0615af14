using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>What a source says of itself in the snapshot that its changes are read from.</summary>
/// <param name="Horizon">The oldest transaction in flight: whatever committed before it is seen.</param>
/// <param name="Next">The first transaction that has not begun.</param>
/// <param name="Origin">Which cluster and database this is.</param>
/// <param name="At">By the source's clock, when the transaction began that looks: no later than its snapshot.</param>
/// <param name="KeepsTimes">The source tells when transactions were committed.</param>
/// <param name="InFlight">Transactions that had begun and were not at their end.</param>
internal sealed record SourceMoment(long Horizon, long Next, string Origin, DateTime At, bool KeepsTimes, long[] InFlight)
{
    // Transactions are told apart by 31 bits; one that is older looks younger.
    private const long Reach = int.MaxValue - 10_000_000L;

    public static async Task<SourceMoment> Read(NpgsqlConnection source)
    {
        var tellsCluster = await source.ExecuteScalarAsync<bool>(SqlText.Of("Sync/MayReadCluster.sql"));
        var (horizon, next, database, at, keepsTimes, inFlight) = await source.QuerySingleAsync<(long, long, string, DateTime, bool, long[])>(SqlText.Of("Sync/ReadMoment.sql"));
        var cluster = tellsCluster ? await source.ExecuteScalarAsync<string>(SqlText.Of("Sync/ReadCluster.sql")) : "?";
        return new(horizon, next, $"{cluster}/{database}", at, keepsTimes, inFlight);
    }

    /// <summary>What a committed transaction wrote is seen in the snapshot.</summary>
    /// <param name="transaction">Its lower 32 bits.</param>
    public bool Sees(uint transaction) => unchecked((int)(transaction - (uint)Next)) < 0 && !Array.Exists(InFlight, one => unchecked((uint)one) == transaction);

    /// <summary>In a sentence, why a horizon that was noted earlier tells nothing here, so that all rows must be compared; null where it does.</summary>
    public string? WhyNotSince(LinkSet known) => known switch
    {
        { Origin: { } origin } when origin != Origin => "The source is another database than the one that was read last: a restored copy, another server, or one after a fail-over. All rows were compared.",
        { Horizon: var last } when last > Horizon => "The source's transactions run behind those that were read last: it was restored, or failed over to a server that lags. All rows were compared.",
        { Horizon: var last } when Next - last > Reach => "More transactions have passed in the source since the last pass than rows can tell apart. All rows were compared.",
        _ => null,
    };
}
