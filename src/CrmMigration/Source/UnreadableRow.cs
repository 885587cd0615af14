using CrmMigration.Load;
using CrmMigration.Map;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>A single row that the source cannot give as a whole: what can be read of it, and which cast is to blame.</summary>
internal sealed class UnreadableRow(SourceCopy source, EntityMapping mapping)
{
    /// <summary>The row without its casts, or if that fails too with its key alone.</summary>
    /// <param name="from">A FROM item of this one row.</param>
    public (TupleReader Row, Rejection Fault) Read(string from, PostgresException fault)
    {
        if (Try(from, column => column.Cast is null) is not null)
        {
            return (source.Copy(mapping.CopyOut(from, _ => false)), Unreadable(fault.SqlState));
        }

        var blamed = mapping.SourceColumns.Where(column => column.Cast is not null).First(cast => Try(from, column => column == cast) is not null);
        return (source.Copy(mapping.CopyOut(from, column => column.Cast is null)), CastFailed(blamed, fault.SqlState));
    }

    private Rejection CastFailed(ReadColumn cast, string state)
    {
        var field = mapping.Fields.First(field => field.From.Any(column => ReadColumn.Of(column) == cast));
        return new("cast.failed", field.Plan.MainTarget, $"The source cannot cast {cast.Name} to {cast.Cast} in this row.", state);
    }

    private static Rejection Unreadable(string state) =>
        new("source.unreadable", null, "The source cannot give this row: one of its values is damaged, or cannot be written in UTF-8.", state);

    private PostgresException? Try(string from, Func<ReadColumn, bool> wants)
    {
        source.Save();
        try
        {
            using (var row = source.Copy(mapping.CopyOut(from, wants)))
            {
                while (row.Read())
                {
                }
            }

            source.Keep();
            return null;
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            source.Undo();
            return fault;
        }
    }
}
