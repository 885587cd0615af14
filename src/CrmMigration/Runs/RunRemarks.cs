using CrmMigration.Reconcile.Report;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>What a reader should know of a run besides its state, in sentences: what a cancelled one leaves in the target, and where its report is kept.</summary>
internal static class RunRemarks
{
    public static async Task<IReadOnlyList<string>> Read(NpgsqlConnection target, string runId, string state, KeptReport kept)
    {
        List<string> remarks = [];
        if (state == "cancelled")
        {
            remarks.AddRange(OfCancelled([.. await target.QueryAsync<Remains>(SqlText.Of("Runs/ReadRemains.sql"), new { runId })]));
        }

        if (kept.Address is { } address)
        {
            remarks.Add($"The report is kept at {address}");
        }

        if (kept.Failure is { } failure)
        {
            remarks.Add($"The report could not be kept in its place; it is complete in the database. {failure}");
        }

        return remarks;
    }

    private static IEnumerable<string> OfCancelled(IReadOnlyList<Remains> remains)
    {
        var stays = remains.Where(one => one.Visible).Select(one => $"{Rows(one)} in {one.Target}").ToList();
        yield return stays.Count == 0
            ? "The run was cancelled before it had published anything: the target holds no row of it."
            : $"The run was cancelled, and what it had published by then stays in the target: {string.Join("; ", stays)}. "
                + "The view crm_migration.row_fates names these rows. A new run of the plan finds them by their keys and does not write them again; nothing takes them out.";
        foreach (var one in remains.Where(one => !one.Visible))
        {
            yield return $"{one.Entity}: the {Figures.Counted(one.Created, "row")} counted as created had only been loaded into a table that nobody saw yet. "
                + $"It is gone, and none of them is in {one.Target}.";
        }
    }

    private static string Rows(Remains one) => (one.Created, one.Updated) switch
    {
        (var created, 0) => $"{Figures.Counted(created, "row")} created",
        (0, var updated) => $"{Figures.Counted(updated, "row")} updated",
        var (created, updated) => $"{Figures.Counted(created, "row")} created and {Figures.Count(updated)} updated",
    };

    /// <param name="Visible">The rows are in the target, not in a table that was to become it.</param>
    private sealed record Remains(string Entity, string Target, bool Visible, long Created, long Updated);
}
