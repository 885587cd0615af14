using CrmMigration.Reconcile.Report;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>The withdrawal of a run as its books have it.</summary>
public sealed record Withdrawal
{
    private const int FirstRows = 10;

    public string RunId { get; init; } = "";

    /// <summary>running, stopped, failed or done.</summary>
    public string State { get; init; } = "";

    /// <summary>One sentence, where it failed.</summary>
    public string? Failure { get; init; }

    public DateTime StartedAt { get; init; }

    /// <summary>Rows that the run had created, and that are gone.</summary>
    public long Removed { get; init; }

    /// <summary>Rows that have the values again that the run wrote over.</summary>
    public long Restored { get; init; }

    /// <summary>Rows that the run had deleted, and that are there again.</summary>
    public long BroughtBack { get; init; }

    /// <summary>Rows that stay as they are.</summary>
    public long Kept { get; init; }

    /// <summary>The first of them, by entity and key.</summary>
    public IReadOnlyList<KeptRow> FirstKept { get; init; } = [];

    /// <summary>Somebody works for it.</summary>
    internal bool IsHeld { get; init; }

    /// <summary>What was undone: <c>3 rows removed, 1 row restored</c>.</summary>
    public string Words()
    {
        (long Rows, string Name)[] done = [(Removed, "removed"), (Restored, "restored"), (BroughtBack, "brought back")];
        return string.Join(", ", done.Where(one => one.Rows > 0).Select(one => $"{Figures.Counted(one.Rows, "row")} {one.Name}")) is { Length: > 0 } list ? list : "no row";
    }

    /// <summary>Null where nobody has withdrawn the run.</summary>
    internal static async Task<Withdrawal?> Read(NpgsqlConnection target, string runId)
    {
        var withdrawal = await target.QuerySingleOrDefaultAsync<Withdrawal>(SqlText.Of("Withdraw/ReadWithdrawal.sql"), new { runId });
        return withdrawal is null
            ? null
            : withdrawal with { FirstKept = [.. await target.QueryAsync<KeptRow>(SqlText.Of("Withdraw/ReadKept.sql"), new { runId, rows = FirstRows })] };
    }

    /// <summary>One sentence or two for the reader of the run.</summary>
    internal IEnumerable<string> Describe()
    {
        var goOn = $"crm-migrate withdraw {RunId}";
        yield return State switch
        {
            "done" => $"The run was withdrawn at {Figures.Moment(StartedAt)}: {Words()}.",
            "running" when IsHeld => $"The run is being withdrawn since {Figures.Moment(StartedAt)}.",
            "failed" => $"The withdrawal of the run failed: {Failure} What it had done by then stands ({Words()}). Go on with: {goOn}",
            _ => $"The withdrawal of the run broke off. What it had done by then stands ({Words()}). Go on with: {goOn}",
        };
        if (State == "done" && Kept > 0)
        {
            yield return $"Left as found in the target: {Figures.Counted(Kept, "row")}. {string.Join("; ", FirstKept.Select(row => $"{row.Table} {row.Key} ({row.Kind} by the run): {row.Reason}"))} "
                + $"The view crm_migration.kept has all of them. Once they are settled: {goOn}";
        }
    }
}
