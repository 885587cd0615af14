using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>Some rows that were read from the source anew.</summary>
/// <param name="Fault">Why they cannot be mapped; then it is one row, with its key and what else can be read of it.</param>
internal sealed record FixedRead(TupleReader Rows, Rejection? Fault = null);
