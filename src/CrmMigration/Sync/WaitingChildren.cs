using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Finds rows that could not arrive, such as for want of their parent, and whose parent has come in this pass; they did not change themselves.</summary>
internal sealed class WaitingChildren(RunContext context, NpgsqlConnection target)
{
    private const int KeysAtOnce = 10_000;

    public async Task Add(LinkSet set, CheckedSource read)
    {
        var entity = context.Entity(set.Entity);
        string[] rejected = entity.Plan.References.Count == 0 ? [] : [.. await target.QueryAsync<string>(SqlText.Of("Sync/FindRejected.sql"), new { set.SetId })];
        foreach (var (column, parent) in rejected.Length == 0 ? [] : References(entity, read))
        {
            var source = context.Entity(parent).SourceFor(read);
            string[] arrived = [.. await target.QueryAsync<string>(SqlText.Of("Sync/FindArrived.sql"), new { context.RunId, parent, source = source.Name })];
            foreach (var chunk in arrived.Length == 0 ? [] : rejected.Chunk(KeysAtOnce))
            {
                await target.ExecuteAsync(SqlText.Of("Sync/AddWaitingChildren.sql"), new { set.SetId, keys = await Waiting(read, column, chunk, arrived) });
            }
        }
    }

    private static IEnumerable<(LiveColumn Column, string Parent)> References(CheckedEntity entity, CheckedSource read) =>
        from reference in entity.Plan.References
        from field in read.Fields
        where field.To.Any(column => column.Name == reference.Key) && field.From.Count == 1
        select (field.From[0], reference.Value);

    private async Task<string[]> Waiting(CheckedSource read, LiveColumn column, string[] children, string[] parents)
    {
        await using var source = await context.SourceOf(read).OpenConnectionAsync();
        var (key, reference) = (SqlName.Quote(read.Key.Name), SqlName.Quote(column.Name));
        return [.. await source.QueryAsync<string>(
            $"select {key}::text from {read.Plan.Table.Sql} where {key} = any(@children::{read.Key.BaseType}[]) and {reference} = any(@parents::{column.BaseType}[])", new { children, parents })];
    }
}
