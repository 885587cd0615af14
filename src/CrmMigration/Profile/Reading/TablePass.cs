using CrmMigration.Load;
using CrmMigration.Profile.Tally;
using CrmMigration.Profile.Trials;
using CrmMigration.Runs;
using Npgsql;

namespace CrmMigration.Profile.Reading;

/// <summary>
/// Reads a table once, by binary COPY: a large one in two halves at once, always the same two, so that the result does not depend on the
/// machine.
/// </summary>
internal sealed class TablePass(TableLayout layout, TablePart part, PhaseProgress progress)
{
    private const long PagesInHalf = 512;
    private const long RowsTried = 50_000;

    /// <param name="rows">In the table.</param>
    public async Task<TableTally> Read(TableSnapshot snapshot, long rows, Cleaners cleaners, CancellationToken cancellation)
    {
        var tryEvery = (int)Math.Max(1, part.RowsOf(rows) / RowsTried);
        Task<TableTally> Tally(NpgsqlConnection connection, string condition) =>
            Task.Run(() => Read(new TableTally(layout, cleaners, tryEvery), connection, condition, cancellation), cancellation);

        if (!part.IsWhole || part.Size.LargestPages < 2 * PagesInHalf || !snapshot.AllowsAnother)
        {
            return await Tally(snapshot.Connection, "true");
        }

        // Every row lies below the page or not, also in partitions, and in pages that were added since.
        var half = SqlName.Literal($"({part.Size.LargestPages / 2},0)");
        var other = await snapshot.Another(cancellation);
        var halves = await Task.WhenAll(Tally(snapshot.Connection, $"ctid < {half}"), Tally(other, $"ctid >= {half}"));
        halves[0].MergeFrom(halves[1]);
        return halves[0];
    }

    private TableTally Read(TableTally tally, NpgsqlConnection connection, string condition, CancellationToken cancellation)
    {
        using var copy = connection.BeginRawBinaryCopy(layout.CopyOut(part.Clause, condition));
        tally.Read(copy, new RowMeter(progress, cancellation));
        return tally;
    }
}
