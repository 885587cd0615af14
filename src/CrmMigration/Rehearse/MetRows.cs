using System.Diagnostics;
using CrmMigration.Map;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>
/// Takes rows of the target along into the table that stands for it: those that have the key of a row of the batch. Works within the
/// transaction of the connection it is given.
/// </summary>
internal sealed class MetRows
{
    private readonly NpgsqlConnection target;
    private readonly string statement;

    private MetRows(NpgsqlConnection target, string statement)
    {
        this.target = target;
        this.statement = statement;
    }

    /// <summary>Rows taken along so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The time that took, which a real run does not need.</summary>
    public TimeSpan Time { get; private set; }

    /// <param name="stage">The table that holds a batch.</param>
    public static async Task<MetRows?> Of(NpgsqlConnection target, EntityMapping mapping, string stage)
    {
        if (!mapping.TakesMetRows)
        {
            return null;
        }

        var original = mapping.Entity.Plan.TargetTable.Sql;
        var (columns, key) = (await TargetCopy.Columns(target, original), SqlName.Quote(mapping.TargetColumns[0].Name));
        return new(
            target,
            $"""
            insert into {mapping.Table} ({columns}) overriding system value
            select {columns} from {original} where {key} in (select {key} from {stage})
            on conflict do nothing
            """);
    }

    public void Take()
    {
        var began = Stopwatch.GetTimestamp();
        using var command = new NpgsqlCommand(statement, target);
        Rows += command.ExecuteNonQuery();
        Time += Stopwatch.GetElapsedTime(began);
    }

    /// <summary>The last batch was undone.</summary>
    public void TakeBack(long rows) => Rows = rows;
}
