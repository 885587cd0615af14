using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>
/// One target column that takes text, in the spelling of <see cref="ValueKind"/>, and holds a type's binary form. A value that does not fit
/// refuses its row with what was expected and what was found; nothing is ever cut or rounded.
/// </summary>
internal abstract class TargetCell(LiveColumn column)
{
    public string Name => column.Name;

    protected LiveColumn Column => column;

    /// <summary>The cell of a column; null for a type that no text can be written as.</summary>
    public static TargetCell? Of(LiveColumn column) => column.BaseType switch
    {
        _ when column.IsText => new TextCell(column),
        "int2" or "int4" or "int8" => new IntegerCell(column),
        "numeric" => new NumericCell(column),
        "float4" or "float8" => new FloatCell(column),
        "bool" => new BooleanCell(column),
        "date" => new DateCell(column),
        "timestamp" or "timestamptz" => new TimestampCell(column),
        "uuid" => new UuidCell(column),
        _ => null,
    };

    /// <summary>Writes one cell: the value, NULL for an empty text, and NULL where the row is refused.</summary>
    public void Write(ReadOnlySpan<char> text, TupleBuffer output, RowNotes notes)
    {
        if (text.IsEmpty)
        {
            output.AddNull();
        }
        else if (Add(text, output) is { } problem)
        {
            notes.Reject(problem);
            output.AddNull();
        }
    }

    /// <summary>Adds the value of a text that is not empty, or adds nothing and says why.</summary>
    protected abstract Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output);

    /// <summary>The text is not spelled as the column's type needs it.</summary>
    protected Rejection NotOne(string expected) =>
        new("value.wrong-type", Name, $"The cleaned value is no {expected}, which the column takes.");

    protected Rejection OutOfRange(string found, string taken) =>
        new("value.out-of-range", Name, $"The cleaned value {found}; the column takes {taken}.");

    protected Rejection TooPrecise(string found, string taken) =>
        new("value.too-precise", Name, $"The cleaned value {found}; the column takes {taken}, and nothing is rounded.");
}
