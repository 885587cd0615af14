using CrmMigration.Plan;
using CrmMigration.Plan.Checking;
using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Tally;
using Npgsql;

namespace CrmMigration.Profile.Relations;

/// <summary>Which columns of a table are keys, or nearly so: the plan's, those that the table declares, and those whose values hardly repeat.</summary>
internal sealed class KeySearch(NpgsqlConnection connection, LiveTable table, TableFigures figures)
{
    private const double MostRepeated = 0.01;
    private const int FewestRows = 20;
    private const int MostCounted = 4;
    private const int LongestKey = 100;

    // Counting sorts or hashes the whole column on the source's server.
    private const long MostRows = 20_000_000;

    public async Task<IReadOnlyList<KeyProfile>> Find(string planKey, IEnumerable<ColumnTally> tallies, CancellationToken cancellation)
    {
        var keys = new List<KeyProfile>();
        foreach (var column in Declared().Prepend(planKey).Distinct().Where(name => table.Column(name) is not null))
        {
            keys.Add(await Profile(column, column == planKey, cancellation));
        }

        var likely = tallies.Where(tally => IsLikely(tally) && keys.All(key => key.Column != tally.Column.Name)).OrderByDescending(tally => tally.Distinct.Values).Take(MostCounted);
        foreach (var tally in likely)
        {
            // A sample hides repeats.
            if (await Profile(tally.Column.Name, false, cancellation) is var key && (key.RepeatedRows ?? 0) + key.Nulls <= MostRepeated * figures.Rows)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private IEnumerable<string> Declared() => table.PrimaryKey is [var only] ? table.UniqueColumns.Prepend(only) : table.UniqueColumns;

    private async Task<KeyProfile> Profile(string column, bool isPlanKey, CancellationToken cancellation)
    {
        var nulls = figures.Columns[column].Nulls;
        if (Declared().Contains(column))
        {
            return new(column, isPlanKey, true, nulls, 0, 0);
        }

        if (figures.Rows > MostRows || !table.Column(column)!.HasBinaryForm)
        {
            return new(column, isPlanKey, false, nulls, null, null);
        }

        var (values, extra) = await RepeatedKeyQuery.Count(connection, table.Name, column, cancellation);
        return new(column, isPlanKey, false, nulls, values, extra);
    }

    private static bool IsLikely(ColumnTally tally) =>
        (KeyRule.Supports(tally.Column) || tally.Column.IsText)
        && tally.Values >= FewestRows
        && tally.Distinct.Repeated().Extra <= MostRepeated * tally.Values
        && tally.Nulls <= MostRepeated * (tally.Values + tally.Nulls)
        && (tally is not TextTally text || text.Lengths.Total <= (long)LongestKey * text.Values);
}
