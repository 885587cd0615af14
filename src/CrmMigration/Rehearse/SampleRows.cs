using CrmMigration.Clean;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>Chooses rows that show what was done, some for each rule, and reads their values on both sides, masked.</summary>
internal sealed class SampleRows(NpgsqlConnection source, NpgsqlConnection target, (CheckedEntity Entity, CheckedSource Source) read, EntityRow row)
{
    private const int KeysOfARule = 3;

    // As much of a value as can be shown, and a little more, so that it is told where it goes on.
    private const int Characters = 100;

    private readonly CheckedEntity entity = read.Entity;
    private readonly CheckedSource from = read.Source;
    private readonly IReadOnlySet<string> concealed = read.Source.Concealed;
    private readonly string targetKey = SqlName.Quote(read.Entity.TargetKey.Name);

    public async Task<IReadOnlyList<MaskedSample>> Choose() =>
    [
        .. await OfRules(SampleKind.Rejected, "Reconcile/CountRejects.sql"),
        .. await OfRules(SampleKind.Corrected, "Reconcile/CountCorrections.sql"),
        .. await OfCreated(),
        .. await OfUpdated(),
    ];

    private async Task<IEnumerable<MaskedSample>> OfRules(SampleKind kind, string statement)
    {
        var samples = new List<MaskedSample>();
        foreach (var rule in await target.QueryAsync<RuleKeys>(SqlText.Of(statement), new { row.EntityId, source = from.Name, named = false }))
        {
            // A reference holds the key of another row, which says nothing masked.
            if (!entity.Plan.References.ContainsKey(rule.Field ?? "") && from.Fields.FirstOrDefault(field => field.To.Any(column => column.Name == rule.Field)) is { } field)
            {
                samples.AddRange((await Pairs(field, rule.SampleKeys, clears: rule.Outcome == "cleared")).Select(pair => new MaskedSample(kind, rule.Rule, rule.Field!, pair.Key, pair.Before, pair.After)));
            }
        }

        return samples;
    }

    // Of rows that are new: what cleaning makes of them.
    private async Task<IEnumerable<MaskedSample>> OfCreated()
    {
        var keys = await Keys("created");
        var samples = new List<MaskedSample>();
        foreach (var field in from.Fields.Where(field => !field.IsCopy))
        {
            var name = string.Join(", ", field.To.Select(column => column.Name));
            samples.AddRange((await Pairs(field, keys)).Select(pair => new MaskedSample(SampleKind.Created, "", name, pair.Key, pair.Before, pair.After)));
        }

        return samples;
    }

    // Of rows that differ in the target: what is there now, and what would be written over it.
    private async Task<IEnumerable<MaskedSample>> OfUpdated()
    {
        var keys = await Keys("updated");
        var samples = new List<MaskedSample>();
        foreach (var column in keys.Length == 0 ? [] : entity.Columns)
        {
            var (now, then) = (await TargetValues(entity.Plan.TargetTable.Sql, [column], keys), await TargetValues(row.LoadTable!, [column], keys));
            samples.AddRange(keys.Where(key => now.GetValueOrDefault(key) != then.GetValueOrDefault(key))
                .Select(key => new MaskedSample(SampleKind.Updated, "", column.Name, key, Masked(now, key), Masked(then, key))));
        }

        return samples;
    }

    private async Task<string[]> Keys(string fate) =>
        [.. await target.QueryAsync<string>(SqlText.Of("Rehearse/ChooseKeys.sql"), new { row.EntityId, source = from.Name, fate, keys = KeysOfARule })];

    // Rows that arrive come first, as they show more; of a value that was cleared, those where no other row filled the gap.
    private async Task<IEnumerable<(string Key, string? Before, string? After)>> Pairs(CheckedField field, string[] keys, bool clears = false)
    {
        var before = await Values(source, (from.Plan.Table.Sql, SqlName.Quote(from.Key.Name), Texts(field.From, concealed)), keys);
        var after = await TargetValues(row.LoadTable!, field.To, keys);
        int Place(string key) => !after.TryGetValue(key, out var value) ? 2 : clears && value is not null ? 1 : 0;
        return keys.OrderBy(Place).Take(KeysOfARule).Select(key => (key, Masked(before, key), Masked(after, key)));
    }

    // By their keys in the source.
    private async Task<Dictionary<string, string?>> TargetValues(string table, IReadOnlyList<LiveColumn> columns, string[] keys)
    {
        var targets = from.KeepsKeys ? keys.Distinct().ToDictionary(key => key) : (await target.QueryAsync<(string Key, string Target)>(
            SqlText.Of("Rehearse/FindTargetKeys.sql"), new { row.EntityId, source = from.Name, keys })).ToDictionary();
        var values = await Values(target, (table, targetKey, Texts(columns, new HashSet<string>())), [.. targets.Values]);
        return targets.Where(pair => values.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => values[pair.Value]);
    }

    private static async Task<Dictionary<string, string?>> Values(NpgsqlConnection connection, (string Table, string Key, string Value) from, string[] keys) =>
        keys.Length == 0 ? [] : (await connection.QueryAsync<(string, string?)>(
            $"select t.{from.Key}::text, {from.Value} from {from.Table} as t where t.{from.Key} in ({string.Join(", ", keys.Select(SqlName.Literal))})")).ToDictionary();

    // Of several columns, a dash stands for nothing; a value that the plan itself gives has none.
    private static string Texts(IReadOnlyList<LiveColumn> columns, IReadOnlySet<string> concealed) => columns switch
    {
        [] => "null::text",
        [var only] => Text(only, concealed),
        _ => $"concat_ws(' | ', {string.Join(", ", columns.Select(column => $"coalesce({Text(column, concealed)}, '–')"))})",
    };

    // Not even the ends of what must not be learned from the target.
    private static string Text(LiveColumn column, IReadOnlySet<string> concealed)
    {
        var value = $"t.{SqlName.Quote(column.Name)}";
        return concealed.Contains(column.Name) ? $"case when {value} is not null then '•••' end" : $"left({value}::text, {Characters})";
    }

    private static string? Masked(Dictionary<string, string?> values, string key) => MaskedValue.Of(values.GetValueOrDefault(key));

    private sealed record RuleKeys
    {
        public string Rule { get; init; } = "";

        public string? Field { get; init; }

        public string? Outcome { get; init; }

        public string[] SampleKeys { get; init; } = [];
    }
}
