namespace CrmMigration.Sync;

/// <summary>Tells rows that a pass may not have seen.</summary>
internal static class HorizonCondition
{
    /// <summary>
    /// As a condition on a source table: the row's version was written at or after the horizon. A transaction's number has 32 bits in a row, and its age tells
    /// which of two is older.
    /// </summary>
    public static string Of(long horizon) => $"age(xmin) <= age('{Low(horizon)}'::xid)";

    // 0, 1 and 2 are no transactions; the one before them is earlier, which does no harm.
    private static uint Low(long horizon) => unchecked((uint)horizon) is var low && low < 3 ? uint.MaxValue : low;
}
