using CrmMigration.Clean;
using CrmMigration.Clean.Text;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The parts of a text, each in a column of its own.</summary>
internal sealed class SplitPartsField(TextChain chain, TargetCell[] targets, TextParts parts) : FieldStep
{
    private readonly Range[] found = new Range[targets.Length];

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var text = chain.Run(row, notes);
        if (parts.Find(text, found))
        {
            chain.Settle(TextRules.PartsLeftOut, text.Length, link: null, notes);
        }

        for (var i = 0; i < targets.Length; i++)
        {
            targets[i].Write(BlankSpace.Trim(text[found[i]]), output, notes);
        }
    }
}
