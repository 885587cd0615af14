using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The text of one column; NULL and the empty text are both empty.</summary>
internal sealed class ColumnText(int column) : ITextInput
{
    public IReadOnlyList<int> Columns { get; } = [column];

    public void Read(TupleReader row, TextScratch scratch) => scratch.Decode(row.Field(column));
}
