using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The key, when the target's type is wider than the source's: the same number in more bytes.</summary>
internal sealed class WidenKey(KeyKind from, KeyKind to) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        Span<byte> wire = stackalloc byte[16];
        output.Add(wire[..to.Write(from.Read(row.Field(0)), wire)]);
    }
}
