using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A text that is read together with the country of its row, so that its cleaners find both.</summary>
/// <param name="countries">One for each cleaner that asks for one.</param>
internal sealed class RegionalText(ITextInput text, IReadOnlyList<RowCountry> countries) : ITextInput
{
    public IReadOnlyList<int> Columns => text.Columns;

    public void Read(TupleReader row, TextScratch scratch)
    {
        for (var i = 0; i < countries.Count; i++)
        {
            countries[i].Read(row);
        }

        text.Read(row, scratch);
    }
}
