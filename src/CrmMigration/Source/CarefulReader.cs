using CrmMigration.Load;
using CrmMigration.Map;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>
/// Reads a range by key in chunks, each under a savepoint. Rows before one that the source cannot give have arrived when the read fails, so
/// the next chunk is that row alone; when it fails again the row is to blame, and comes with its key and what else can be read of it. Chunks
/// then grow again: n bad rows cost about n short reads, however many good ones there are.
/// </summary>
internal sealed class CarefulReader(SourceCopy source, EntityMapping mapping, KeyRange range) : IRowReader
{
    private const int MostRows = 1 << 20;

    private readonly UnreadableRow unreadable = new(source, mapping);
    private readonly string key = mapping.SourceColumns[0].Sql;
    private TupleReader? rows;
    private string? last = range.After;
    private int chunk = 1024;
    private int read;

    public TupleReader Row => rows ?? throw new InvalidOperationException("Bug: there is no row before the first read.");

    public Rejection? Fault { get; private set; }

    public bool Read()
    {
        while (true)
        {
            try
            {
                if (rows is null)
                {
                    Begin();
                }

                if (rows!.Read())
                {
                    read++;
                    last = mapping.SourceKeyKind.Read(rows.Field(0)).ToString();
                    return true;
                }
            }
            catch (PostgresException fault) when (fault.IsRowFault())
            {
                if (Blame(fault))
                {
                    return true;
                }

                continue;
            }

            if (!IsMore())
            {
                return false;
            }
        }
    }

    public void Dispose() => rows?.Dispose();

    // The subquery's limit keeps the columns from being computed before the rows are in order.
    private string Next(int count) =>
        $"(select * from {mapping.Source.Plan.Table.Sql} where {new KeyRange(last, range.Through).Condition(key)} order by {key} limit {count}) as chunk";

    private void Begin()
    {
        Fault = null;
        read = 0;
        source.Save();
        rows = source.Copy(mapping.CopyOut(Next(chunk), _ => true));
    }

    // At the end of a chunk: was it full?
    private bool IsMore()
    {
        var isFull = Fault is not null || read == chunk;
        rows!.Dispose();
        rows = null;
        if (Fault is null)
        {
            source.Keep();
        }

        chunk = Math.Min(chunk * 2, MostRows);
        return isFull;
    }

    // True: the row that stands alone is the present one, with its fault.
    private bool Blame(PostgresException fault)
    {
        rows?.Dispose();
        rows = null;
        source.Undo();
        if (chunk > 1)
        {
            chunk = 1;
            return false;
        }

        (rows, Fault) = unreadable.Read(Next(1), fault);
        if (!rows.Read())
        {
            throw new InvalidOperationException("Bug: the row that could not be read is not there.");
        }

        last = mapping.SourceKeyKind.Read(rows.Field(0)).ToString();
        return true;
    }
}
