using CrmMigration.Map;
using CrmMigration.Source;
using CrmMigration.Withdraw;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Rows which the server would delete or change with the rows of the target that they refer to. Nobody would be told of them: of tables that are not of the
/// plan, and of the plan's those that were made or edited in the target, as children that have left the source are gone by then. Works in the
/// transaction of the connection it is given.
/// </summary>
/// <param name="parents">Quoted tables of the plan whose rows go after these, and may refer to them all the same.</param>
internal sealed class OutsideReferences(NpgsqlConnection target, EntityMapping mapping, string[] parents)
{
    private readonly string key = $"t.{SqlName.Quote(mapping.TargetColumns[0].Name)}";

    private string Rows => $"{key} = any(@keys::{mapping.TargetColumns[0].BaseType}[])";

    /// <summary>Why rows must stay, by key. From now on nobody makes another row refer to any of them until the transaction ends.</summary>
    public async Task<Dictionary<SourceKey, Rejection>> Of(IReadOnlyCollection<SourceKey> rows)
    {
        var found = new Dictionary<SourceKey, Rejection>();
        List<ReferringTable> references =
            [.. (await target.QueryAsync<ReferringTable>(SqlText.Of("Withdraw/FindReferring.sql"), new { table = mapping.Table, planTables = parents })).Where(one => one is { ChangesRows: true, IsOfPlan: false })];
        if (rows.Count == 0 || references.Count == 0)
        {
            return found;
        }

        var keys = rows.Select(row => row.ToString()).ToArray();
        await target.ExecuteAsync($"select from {mapping.Table} as t where {Rows} for update", new { keys });

        // A row of the table itself that has to stay keeps those that it refers to.
        for (var before = -1; before < found.Count && (before < 0 || references.Exists(one => one.IsToItself));)
        {
            before = found.Count;
            keys = [.. rows.Where(row => !found.ContainsKey(row)).Select(row => row.ToString())];
            foreach (var reference in references)
            {
                foreach (var row in reference.IsReadable ? await Referred(reference, keys) : rows)
                {
                    found.TryAdd(row, Refusal(reference));
                }
            }
        }

        return found;
    }

    private async Task<IEnumerable<SourceKey>> Referred(ReferringTable reference, string[] keys) =>
        (await target.QueryAsync<string>($"select distinct {key}::text from {mapping.Table} as t join {reference.Child} as c on {reference.Pairs} where {Rows}{Stays(reference)}", new { keys }))
            .Select(one => mapping.TargetKeyKind.Parse(one));

    // Rows of the table itself may go together with what they refer to.
    private string Stays(ReferringTable reference) =>
        reference.IsToItself ? $" and c.{SqlName.Quote(mapping.TargetColumns[0].Name)} <> all(@keys::{mapping.TargetColumns[0].BaseType}[])" : "";

    private static Rejection Refusal(ReferringTable reference) => new(
        "target.refused",
        null,
        reference.IsReadable
            ? $"Rows of {reference.ChildName} refer to it, and would be deleted or changed with it (constraint {reference.Name})."
            : $"Rows of {reference.ChildName} that refer to it would be deleted or changed with it (constraint {reference.Name}), and the role of the target may not look at them. Grant it select.",
        PostgresErrorCodes.ForeignKeyViolation);
}
