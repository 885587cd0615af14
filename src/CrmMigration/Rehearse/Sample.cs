using CrmMigration.Plan;
using CrmMigration.Profile;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>How much of the source a rehearsal loads.</summary>
internal static class Sample
{
    /// <summary>Rows of all entities that are loaded whole: about a minute's work.</summary>
    public const long MostRows = 20_000_000;

    /// <summary>A percentage as the books keep it: null for all rows.</summary>
    public static double? Of(double percent) => percent >= 100 ? null : percent;

    /// <summary>All rows where they are few enough; else as many percent as make that many.</summary>
    /// <param name="source">Gives the data source of a source by the name it has in the plan.</param>
    public static async Task<double> Choose(CheckedPlan plan, Func<string, NpgsqlDataSource> source)
    {
        long rows = 0;
        foreach (var table in plan.Entities.SelectMany(entity => entity.Sources))
        {
            await using var connection = await source(table.Name).OpenConnectionAsync();
            rows += await RowEstimate.Of(connection, table.Plan.Table, CancellationToken.None);
        }

        return rows <= MostRows ? 100 : Math.Max(0.01, Math.Round(100.0 * MostRows / rows, 2));
    }
}
