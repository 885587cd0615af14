using CrmMigration.Plan;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// What transactions are open in a source before a pass takes its snapshot: a row that one of them wrote, and stamped with its beginning, may come to light when the
/// pass has read later stamps. To be read before the snapshot: what is open in that, and not here, began later.
/// </summary>
internal sealed record OpenWork
{
    // A session tells of its transaction a moment after it began.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    // Times without a zone go back by an hour in autumn.
    private static readonly TimeSpan Autumn = TimeSpan.FromHours(1);

    public DateTime Now { get; init; }

    /// <summary>The role sees the transactions of others.</summary>
    public bool IsVisible { get; init; }

    public DateTime? OldestOpen { get; init; }

    /// <summary>When it was prepared; when it began, nobody knows.</summary>
    public DateTime? OldestPrepared { get; init; }

    public static async Task<OpenWork> Read(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<OpenWork>(SqlText.Of("Sync/ReadOpenWork.sql"));
    }

    /// <summary>How far behind this look the next one must begin.</summary>
    public TimeSpan Overlap(ChangesPlan.ByColumn changes)
    {
        var bound = changes.Overlap ?? ChangesPlan.ByColumn.UsualOverlap;
        var open = !IsVisible ? bound : changes.Overlap ?? TimeSpan.Zero;
        TimeSpan[] spans = [open, IsVisible && OldestOpen is { } begun ? Now - begun : TimeSpan.Zero, OldestPrepared is { } prepared ? Now - prepared + bound : TimeSpan.Zero];
        return spans.Max() + Moment;
    }

    /// <summary>The value of the column from which on the next pass may read, as text: so far behind the clock, and behind the latest stamp where an application's clock is slow.</summary>
    /// <param name="source">In the snapshot of the pass.</param>
    public async Task<string> Since(SourceCopy source, CheckedSource read)
    {
        var (column, changes) = (read.ChangedAt!, (ChangesPlan.ByColumn)read.Plan.Changes!);
        var (type, more) = column.BaseType == "timestamptz" ? ("timestamptz", TimeSpan.Zero) : ("timestamp", Autumn);
        return (await source.Connection.ExecuteScalarAsync<string>(
            $"select (least(max({SqlName.Quote(column.Name)})::{type}, @now::timestamptz::{type}) - make_interval(secs => @overlap))::{column.BaseType}::text from {read.Plan.Table.Sql}",
            new { now = Now, overlap = (Overlap(changes) + more).TotalSeconds }))!;
    }
}
