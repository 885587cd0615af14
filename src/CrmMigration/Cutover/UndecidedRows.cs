using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using CrmMigration.Sync;
using Dapper;
using Npgsql;

namespace CrmMigration.Cutover;

/// <summary>What people have not decided or mended yet. It stops a cut-over, unless whoever starts it accepts it.</summary>
internal sealed class UndecidedRows(RunContext context, NpgsqlConnection target, IReadOnlyDictionary<string, EntityRow> entities)
{
    public async Task<IReadOnlyList<CutoverCheck>> Run()
    {
        var open = new List<(string Entity, Counts Counts)>();
        foreach (var row in entities.Values.OrderBy(row => row.EntityId))
        {
            var sets = await target.QueryAsync<LinkSet>(SqlText.Of("Sync/ReadLinkSets.sql"), new { context.RunId, row.Entity });
            open.Add((row.Entity, await target.QuerySingleAsync<Counts>(SqlText.Of("Cutover/CountOpen.sql"), new { row.EntityId, sets = sets.Select(set => set.SetId).ToArray() })));
        }

        return
        [
            Of("rejects", "rejected row", open.Select(one => (one.Entity, one.Counts.Rejected)), "The old CRM's rows that the plan refuses are not in the new one: crm-migrate rejects latest. Mend them in the old CRM"),
            Of("waiting", "waiting row", open.Select(one => (one.Entity, one.Counts.Waiting)), "They could not be written or taken out for what other rows are: see the view crm_migration.rejects", accepts: "rejects"),
            Of("reviews", "row for somebody to decide", open.Select(one => (one.Entity, one.Counts.Reviews)), "They stand in the view crm_migration.reviews. Decide them", "rows for somebody to decide"),
        ];
    }

    private CutoverCheck Of(string name, string noun, IEnumerable<(string Entity, long Rows)> counts, string advice, string? plural = null, string? accepts = null)
    {
        var met = counts.Where(one => one.Rows > 0).Select(one => $"{one.Entity}: {(one.Rows == 1 || plural is null ? Figures.Counted(one.Rows, noun) : $"{Figures.Count(one.Rows)} {plural}")}").ToList();
        var option = accepts ?? name;
        return met.Count == 0 ? CutoverCheck.Ok(name, $"No {noun}.")
            : context.Accepts(option) ? CutoverCheck.Note(name, $"{string.Join("; ", met)}. Accepted.")
            : CutoverCheck.No(name, $"{string.Join("; ", met)}.", $"{advice}, or cut over with --accept-{option}.");
    }

    private sealed record Counts(long Rejected, long Waiting, long Reviews);
}
