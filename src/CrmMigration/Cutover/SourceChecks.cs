using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Cutover;

/// <summary>Whether the sources have been quiet since the last pass, as far as the right to read tells, and who might still write to them.</summary>
internal sealed class SourceChecks(RunContext context, NpgsqlConnection target)
{
    private const string Quieten =
        "Stop whatever writes to the old CRM, let its roles only read (alter role … set default_transaction_read_only = on, or revoke the rights), end its sessions, then cut over again.";

    public async Task<IReadOnlyList<CutoverCheck>> Run(RunRef run, CancellationToken cancellation)
    {
        var watched = (await target.QueryAsync<Watch>(SqlText.Of("Cutover/ReadWatch.sql"), new { run.RunId })).ToDictionary(one => (one.Entity, one.Source));
        var checks = new List<CutoverCheck>();
        foreach (var source in context.Plan.Entities.SelectMany(entity => entity.Sources, (entity, read) => (Entity: entity.Plan.Name, Read: read)).GroupBy(one => one.Read.Name))
        {
            checks.AddRange(await Run(run, (source.Key, [.. source]), watched, cancellation));
        }

        return checks;
    }

    private async Task<IReadOnlyList<CutoverCheck>> Run(
        RunRef run, (string Name, List<(string Entity, CheckedSource Read)> Tables) of, Dictionary<(string, string), Watch> watched, CancellationToken cancellation)
    {
        var (source, tables) = of;
        var rights = await Rights.Of(context.Databases.Source(source), tables.Select(one => one.Read), cancellation);
        var signs = new List<string>();
        foreach (var (entity, read) in tables)
        {
            var compared = await target.ExecuteScalarAsync<long>(SqlText.Of("Cutover/CountCompared.sql"), new { run.RunId, entity, source });
            signs.AddRange(Signs(read, watched[(entity, source)], await TableActivity.Read(context.SourceOf(read), read, cancellation), compared));
        }

        if (rights.IsStandby)
        {
            signs.Add("A standby was read: what is being written to its primary, and has not come here, cannot be seen.");
        }

        var since = Figures.Moment(tables.Min(one => watched[(one.Entity, source)].SeenAt));
        return
        [
            signs.Count > 0
                ? CutoverCheck.No("quiet", $"{source}: {string.Join(' ', signs)}", rights.IsStandby ? "Cut over from the server that is written to." : Quieten)
                : CutoverCheck.Ok("quiet", $"{source}: no row of {Figures.Counted(tables.Count, "table")} came, went or changed since {since}, and nobody holds a lock to write. A transaction that has written nothing yet cannot be seen."),
            Writers(source, rights),
        ];
    }

    private static IEnumerable<string> Signs(CheckedSource read, Watch before, TableActivity now, long compared)
    {
        if (now.Rows != before.Rows || now.Stamp != before.Stamp || now.Rows != compared)
        {
            yield return $"Rows of {read.Plan.Table} were written after the last pass: it had {Figures.Counted(before.Rows, "row")} then, {Figures.Count(compared)} were compared, and {Figures.Count(now.Rows)} are there now.";
        }

        if (now.Writers > 0)
        {
            yield return $"{Figures.Counted(now.Writers, "transaction")} of others may be writing to {read.Plan.Table} now: a lock on it is held.";
        }
    }

    private static CutoverCheck Writers(string name, Rights who) =>
        who switch
        {
            { IsStandby: true } => CutoverCheck.Note("writers", $"{name}: a standby was read; who may write to its primary cannot be seen here."),
            { Writers: 0, Settled: 0 } => CutoverCheck.Ok("writers", $"{name}: nobody but superusers ({Figures.Count(who.Superusers)}) may write to the tables."),
            { Writers: 0 } => CutoverCheck.Ok("writers", $"{name}: {Figures.Counted(who.Settled, "role")} may write to the tables, and only read by default; superusers ({Figures.Count(who.Superusers)}) always may."),
            _ => CutoverCheck.Note("writers", $"{name}: {Figures.Counted(who.Writers, "role")} that may sign in can still write to the tables, besides superusers. Nothing else keeps the old CRM as it was compared."),
        };

    private sealed record Watch(string Entity, string Source, long Rows, long Stamp, DateTime SeenAt);

    private sealed record Rights(bool IsStandby, long Writers, long Settled, long Superusers)
    {
        public static async Task<Rights> Of(NpgsqlDataSource database, IEnumerable<CheckedSource> tables, CancellationToken cancellation)
        {
            await using var source = await database.OpenConnectionAsync(cancellation);
            return await source.QuerySingleAsync<Rights>(SqlText.Of("Cutover/ReadWriters.sql"), new { tables = tables.Select(one => one.Plan.Table.Sql).ToArray() });
        }
    }
}
