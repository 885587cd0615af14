using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>Where mapped rows go: straight into an empty table, or with care into one that may hold or refuse them.</summary>
internal interface IRowSink
{
    /// <summary>Takes the last row of the buffer; may empty the buffer.</summary>
    void Add(RowKeys keys, TupleBuffer rows);

    /// <summary>Everything that was added has met its fate when this returns.</summary>
    void Finish(TupleBuffer rows);

    /// <summary>Gives up: nothing more is sent, and the surrounding transaction must be rolled back.</summary>
    void Abandon();
}
