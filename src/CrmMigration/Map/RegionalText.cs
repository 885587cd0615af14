using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A text that is read together with the country of its row, so that a cleaner finds both.</summary>
internal sealed class RegionalText(ITextInput text, RowRegion region) : ITextInput
{
    public IReadOnlyList<int> Columns => text.Columns;

    public void Read(TupleReader row, TextScratch scratch)
    {
        region.Read(row);
        text.Read(row, scratch);
    }
}
