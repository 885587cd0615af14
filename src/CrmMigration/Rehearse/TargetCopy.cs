using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>
/// A table like a target in use: its columns, defaults, checks and indexes, so that the server refuses in it what it would refuse there.
/// What would reach beyond the table (sequences, triggers, foreign keys) is left out, replaced or told.
/// </summary>
internal sealed class TargetCopy(NpgsqlConnection target, CheckedEntity entity, string table)
{
    private readonly List<string> notRehearsed = [];
    private readonly string original = entity.Plan.TargetTable.Sql;

    /// <summary>In sentences.</summary>
    public IReadOnlyList<string> NotRehearsed => notRehearsed;

    public async Task Create()
    {
        await target.ExecuteAsync($"create table {table} (like {original} including all excluding comments excluding statistics)");
        await TakeDefaultsThatMove();
        foreach (var check in await target.QueryAsync<string>(SqlText.Of("Rehearse/FindUnprovenChecks.sql"), new { table = original }))
        {
            await target.ExecuteAsync($"alter table {table} drop constraint {SqlName.Quote(check)}");
            notRehearsed.Add($"The constraint {check} of {entity.Plan.TargetTable} is not valid for the rows that are there; whether it refuses new ones is not rehearsed.");
        }

        if (await target.QueryAsync<string>(SqlText.Of("Rehearse/FindTriggers.sql"), new { table = original }) is var triggers && triggers.Any())
        {
            notRehearsed.Add($"Triggers of {entity.Plan.TargetTable} do not fire in a rehearsal: {string.Join(", ", triggers)}. What they change or refuse is not in the figures.");
        }
    }

    /// <summary>Where the target numbers rows as their keys: a sequence that goes on from the target's, and moves nothing there.</summary>
    public async Task NumberOn()
    {
        if (entity.Sources.All(source => KeyPlacement.Of(entity, source) is not null))
        {
            return;
        }

        var (key, numbers) = (SqlName.Quote(entity.TargetKey.Name), $"{table}_keys");
        await target.ExecuteAsync(
            $"""
            alter table {table} alter column {key} drop identity if exists;
            create sequence {numbers} owned by {table}.{key};
            alter table {table} alter column {key} set default nextval({SqlName.Literal(numbers)});
            """);
        var highest = await target.ExecuteScalarAsync<long?>($"select max({key})::bigint from {original}");
        foreach (var sequence in await target.QueryAsync<string>(SqlText.Of("Load/FindSequences.sql"), new { table = original, column = entity.TargetKey.Name }))
        {
            highest = Math.Max(highest ?? 0, await target.ExecuteScalarAsync<long>($"select last_value from {sequence}"));
        }

        await TargetTable.RaiseSequences(target, table, entity.TargetKey.Name, highest);
    }

    /// <summary>Copies all rows; returns how many.</summary>
    public async Task<long> Fill(CancellationToken cancellation)
    {
        var columns = await Columns(target, original);
        return await target.ExecuteAsync(new CommandDefinition(
            $"insert into {table} ({columns}) overriding system value select {columns} from {original}", commandTimeout: 0, cancellationToken: cancellation));
    }

    /// <summary>A foreign key refuses here what it refuses there, but nothing is created on the table it refers to.</summary>
    public async Task StandInForReferences(CheckedPlan plan)
    {
        foreach (var reference in await target.QueryAsync<TargetReference>(SqlText.Of("Rehearse/ReadReferences.sql"), new { table = original }))
        {
            if (reference.IsKeptBy(plan, entity))
            {
                continue;
            }

            if (reference.WhyNot(plan) is { } reason)
            {
                notRehearsed.Add($"The foreign key {reference.Name} of {entity.Plan.TargetTable} is not rehearsed: {reason}.");
                continue;
            }

            await target.ExecuteAsync(reference.Trigger(table));
        }
    }

    /// <summary>The quoted columns of a table that can be written.</summary>
    public static async Task<string> Columns(NpgsqlConnection target, string table) =>
        (await target.ExecuteScalarAsync<string>(SqlText.Of("Rehearse/ListColumns.sql"), new { table }))!;

    // A default that draws from a sequence would move the target's. A column that the plan does not write stays empty then.
    private async Task TakeDefaultsThatMove()
    {
        var written = entity.Columns.Append(entity.TargetKey).Select(column => column.Name).ToHashSet();
        foreach (var column in await target.QueryAsync<string>(SqlText.Of("Rehearse/FindDefaultsThatMove.sql"), new { table = original }))
        {
            var name = SqlName.Quote(column);
            await target.ExecuteAsync($"alter table {table} alter column {name} set default null");
            if (!written.Contains(column))
            {
                await target.ExecuteAsync($"alter table {table} alter column {name} drop not null");
            }
        }
    }
}
