using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Where a field's text comes from: one column, or several that a format joins.</summary>
internal interface ITextInput
{
    /// <summary>The places of the columns in the row that is read.</summary>
    IReadOnlyList<int> Columns { get; }

    /// <summary>Makes the row's text the value in the scratch; empty for none. Can be done again for the same row.</summary>
    void Read(TupleReader row, TextScratch scratch);
}
