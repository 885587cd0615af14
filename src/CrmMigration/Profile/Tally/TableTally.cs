using CrmMigration.Load;
using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Trials;
using CrmMigration.Source;

namespace CrmMigration.Profile.Tally;

/// <summary>Everything that is counted while rows of one table go by. Not for use by two threads.</summary>
internal sealed class TableTally
{
    private readonly (int Place, ColumnTally Tally, ColumnTrials? Trials)[] columns;

    /// <param name="tryEvery">Every how-many-th row all cleaners are tried on.</param>
    public TableTally(TableLayout layout, Cleaners cleaners, int tryEvery)
    {
        TryEvery = tryEvery;
        columns = [.. layout.Tallied.Select(one => (one.Place, ColumnTally.Of(one.Column)!, one.Column.IsText ? new ColumnTrials(cleaners.Of(one.Column)) : null))];
        RowTrial = layout.Mapping is { } mapping ? new(mapping) : null;
    }

    public long Rows { get; private set; }

    public int TryEvery { get; }

    /// <summary>Null where the plan's mistakes allow none.</summary>
    public RowTrial? RowTrial { get; }

    public IEnumerable<ColumnTally> Columns => columns.Select(column => column.Tally);

    public ColumnTrials? TrialsOf(ColumnTally tally) => columns.First(column => column.Tally == tally).Trials;

    /// <summary>Reads a binary COPY to its end.</summary>
    public void Read(Stream copy, RowMeter meter)
    {
        using var reader = new TupleReader(copy);
        while (reader.Read())
        {
            if (Rows++ % TryEvery == 0)
            {
                TryCleaners(reader);
            }

            foreach (var (place, tally, _) in columns)
            {
                if (reader.IsNull(place))
                {
                    tally.AddNull();
                }
                else
                {
                    tally.Add(reader.Field(place));
                }
            }

            RowTrial?.Try(reader);
            meter.Tick();
        }

        meter.Flush();
    }

    /// <summary>The other's rows come behind these.</summary>
    public void MergeFrom(TableTally other)
    {
        Rows += other.Rows;
        RowTrial?.MergeFrom(other.RowTrial!);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Tally.MergeFrom(other.columns[i].Tally);
            columns[i].Trials?.MergeFrom(other.columns[i].Trials!);
        }
    }

    private void TryCleaners(TupleReader reader)
    {
        foreach (var (place, _, trials) in columns)
        {
            if (trials is not null && !reader.IsNull(place))
            {
                trials.Try(reader.Field(place));
            }
        }
    }
}
