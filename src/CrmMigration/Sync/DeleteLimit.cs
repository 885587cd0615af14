using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Stops a pass that would take too much out of the target: a source that was emptied by mistake must not empty the new CRM.</summary>
internal sealed class DeleteLimit(RunContext context)
{
    private const int MostRows = 1_000;
    private const decimal MostPercent = 2;

    // So few may be any share of a small table.
    private const int FewRows = 10;

    /// <exception cref="TooManyDeletesException">More would go than anybody has confirmed.</exception>
    public async Task Check(NpgsqlConnection target, long entityId, string entity)
    {
        var gone = await target.QuerySingleAsync<long>(SqlText.Of("Sync/CountGone.sql"));
        if (gone <= FewRows || context.ConfirmsDeletes || context.Entity(entity).Plan.Deletes is DeletePolicy.Keep)
        {
            return;
        }

        var known = await target.QuerySingleAsync<long>(SqlText.Of("Sync/CountKnown.sql"), new { entityId, context.RunId });
        if (gone > MostRows || gone * 100m > known * MostPercent)
        {
            throw new TooManyDeletesException(
                $"{entity}: {Figures.Counted(gone, "row")} of {Figures.Count(known)} are gone from the source, more than {Figures.Count(MostRows)} or {MostPercent} %. Nothing was deleted. "
                    + "If they are meant to leave the new CRM too, sync again with --confirm-deletes; else look at the source.");
        }
    }
}
