using CrmMigration.Clean;
using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Some values of a run that each rule corrected, as they were and as they are now, masked. A rehearsal has samples of its own.</summary>
internal sealed class CorrectionSamples(NpgsqlConnection target, CheckedEntity entity, long entityId)
{
    private const int OfARule = 3;

    // Rows that were merged are not there any more.
    private const int Looked = 20;

    public async Task Keep()
    {
        var corrections = (await target.QueryAsync<Correction>(SqlText.Of("Reconcile/ChooseCorrections.sql"), new { entityId, values = Looked, named = entity.Sources.Count > 1 })).ToList();
        foreach (var column in entity.Columns)
        {
            await Keep(column, [.. corrections.Where(correction => correction.Field == column.Name)]);
        }
    }

    private async Task Keep(LiveColumn column, IReadOnlyList<Correction> corrections)
    {
        if (corrections.Count == 0)
        {
            return;
        }

        var now = await Values(column, corrections.Select(correction => correction.Target).Distinct());
        var samples = corrections.Where(correction => now.ContainsKey(correction.Target))
            .GroupBy(correction => (correction.Rule, correction.Outcome))
            .SelectMany(group => group.Take(OfARule));
        await target.ExecuteAsync(SqlText.Of("Rehearse/WriteSample.sql"), samples.Select(sample => new
        {
            entityId,
            kind = "corrected",
            sample.Rule,
            sample.Field,
            sourceKey = sample.Key,
            before = MaskedValue.Of(sample.Original),
            after = MaskedValue.Of(now[sample.Target]),
        }));
    }

    private async Task<Dictionary<string, string?>> Values(LiveColumn column, IEnumerable<string> keys)
    {
        var key = SqlName.Quote(entity.TargetKey.Name);
        return (await target.QueryAsync<(string, string?)>(
            $"select t.{key}::text, left(t.{SqlName.Quote(column.Name)}::text, 100) from {entity.Plan.TargetTable.Sql} as t where t.{key} in ({string.Join(", ", keys.Select(SqlName.Literal))})")).ToDictionary();
    }

    private sealed record Correction
    {
        public string Rule { get; init; } = "";

        public string Field { get; init; } = "";

        public string Outcome { get; init; } = "";

        public string Key { get; init; } = "";

        public string Original { get; init; } = "";

        public string Target { get; init; } = "";
    }
}
