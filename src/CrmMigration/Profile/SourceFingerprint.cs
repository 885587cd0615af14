using System.Text.Json;
using CrmMigration.Plan;
using Npgsql;

namespace CrmMigration.Profile;

/// <summary>
/// What a plan's source tables look like at one moment: cheap to take (a count, no value of a row but the outermost keys), and enough to
/// say later what has changed since. A rehearsal is bound to it.
/// </summary>
/// <param name="Tables">Those that are there, in the order of the plan; a missing table is left out.</param>
public sealed record SourceFingerprint(IReadOnlyList<TableFingerprint> Tables)
{
    /// <summary>Tables with more rows than this are estimated by the server's statistics and not counted.</summary>
    public const long CountsUpTo = 20_000_000;

    /// <summary>Reads every source table of the plan, each in a snapshot of its own. Needs only the right to select.</summary>
    /// <param name="source">Gives the data source of a source by the name it has in the plan.</param>
    public static Task<SourceFingerprint> Read(MigrationPlan plan, Func<string, NpgsqlDataSource> source, CancellationToken cancellation) =>
        Read(plan, source, CountsUpTo, cancellation);

    /// <exception cref="JsonException">The text is no fingerprint.</exception>
    public static SourceFingerprint FromJson(string json) =>
        JsonSerializer.Deserialize(json, FingerprintJson.Default.SourceFingerprint) ?? throw new JsonException("Expected a fingerprint, found null.");

    /// <summary>For keeping it; <see cref="FromJson"/> reads it again.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, FingerprintJson.Default.SourceFingerprint);

    /// <summary>What a later fingerprint of the same plan differs in, in the order of the tables; empty when nothing has changed.</summary>
    public IReadOnlyList<SourceChange> ChangesTo(SourceFingerprint later)
    {
        var now = later.Tables.ToDictionary(table => table.Identity);
        var before = Tables.Select(table => table.Identity).ToHashSet();
        return
        [
            .. Tables.SelectMany(table => now.TryGetValue(table.Identity, out var other) ? TableComparison.Of(table, other) : [table.Changed(SourceChangeKind.Table, "is gone")]),
            .. later.Tables.Where(table => !before.Contains(table.Identity)).Select(table => table.Changed(SourceChangeKind.Table, "is new")),
        ];
    }

    internal static async Task<SourceFingerprint> Read(
        MigrationPlan plan, Func<string, NpgsqlDataSource> source, long countsUpTo, CancellationToken cancellation)
    {
        var tables = new List<TableFingerprint>();
        foreach (var (name, table, key) in SourceTables.Of(plan))
        {
            if (await new TableFingerprintReader(source(name), countsUpTo).Read(name, table, key, cancellation) is { } found)
            {
                tables.Add(found);
            }
        }

        return new(tables);
    }
}
