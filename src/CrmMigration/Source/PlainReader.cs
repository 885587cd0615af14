using CrmMigration.Load;
using CrmMigration.Map;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>One COPY from beginning to end.</summary>
internal sealed class PlainReader(TupleReader rows) : IRowReader
{
    public TupleReader Row => rows;

    public Rejection? Fault => null;

    public bool Read()
    {
        try
        {
            return rows.Read();
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            throw new UnreadableRowException(fault);
        }
    }

    public void Dispose() => rows.Dispose();
}
