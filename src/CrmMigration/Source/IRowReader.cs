using CrmMigration.Map;

namespace CrmMigration.Source;

/// <summary>Goes through rows of the source, each once.</summary>
internal interface IRowReader : IDisposable
{
    /// <summary>The present row; valid until the next <see cref="Read"/>.</summary>
    TupleReader Row { get; }

    /// <summary>Why the present row could not be read as a whole; null for nearly all. Such a row has its key, and NULL for what is missing.</summary>
    Rejection? Fault { get; }

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="UnreadableRowException">The source cannot give some row, and this reader cannot tell which.</exception>
    bool Read();
}
