using CrmMigration.Plan;
using CrmMigration.Plan.Checking;
using CrmMigration.Profile.Telling;
using CrmMigration.Runs;
using Npgsql;

namespace CrmMigration.Profile;

/// <summary>Describes the sources of a plan, table by table; nothing is written, and no target is needed.</summary>
internal sealed class ProfileSources(Func<string, NpgsqlDataSource> source, TimeProvider clock)
{
    /// <summary>Sessions at each source: one holds the moment, one reads beside it, one asks the catalog.</summary>
    public const int Sessions = 3;

    public async Task<SourceProfile> Run(MigrationPlan plan, ProfileOptions options, RunProgress progress, CancellationToken cancellation)
    {
        RefuseUnknown(plan, options);
        var began = clock.GetUtcNow();
        var check = await SourceCheck.Of(plan, source, cancellation);
        var tables = new List<TableProfile>();
        foreach (var table in check.Tables.Where(table => options.Entities.Count == 0 || options.Entities.Contains(table.Entity.Name)))
        {
            if (table.Table.CanSelect)
            {
                tables.Add(await new ProfileTable(table, [.. check.Tables.Where(one => one.Table.CanSelect)], source(table.From.Source)).Run(
                    options, progress.Phase(Label(table), "profile"), cancellation));
            }
        }

        return new()
        {
            Plan = plan.Name,
            TakenAt = began,
            Took = clock.GetUtcNow() - began,
            StandsOut = Remarks.Of(tables),
            Mistakes = check.Mistakes,
            Warnings = check.Warnings,
            Tables = tables,
        };
    }

    private static string Label(SourceTable table) => table.Entity.From.Count == 1 ? table.Entity.Name : $"{table.Entity.Name} ({table.From.Source})";

    private static void RefuseUnknown(MigrationPlan plan, ProfileOptions options)
    {
        var known = plan.Entities.Select(entity => entity.Name).ToList();
        foreach (var name in options.Entities.Where(name => !known.Contains(name)))
        {
            throw new InvalidSettingException($"The plan {plan.Name} has no entity '{name}'. It has: {string.Join(", ", known)}.");
        }
    }
}
