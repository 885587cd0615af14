using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The key of a parent, sent through the cross-reference: to the parent's own key, or to the survivor that it was merged into.</summary>
internal sealed class ReferenceField(int source, string name, KeyKind kind, ParentIndex parents) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        if (row.IsNull(source))
        {
            output.AddNull();
            return;
        }

        var wire = row.Field(source);
        var key = kind.Read(wire);
        if (parents.Survivor(key) is { } survivor)
        {
            Span<byte> buffer = stackalloc byte[kind is KeyKind.Text ? survivor.Text!.Length * 3 : 16];
            output.Add(buffer[..kind.Write(survivor, buffer)]);
            return;
        }

        if (!parents.IsInTarget(key))
        {
            notes.Reject(parents.IsRejected(key)
                ? new("parent.rejected", name, $"The {parents.Entity} row that {name} refers to was rejected.")
                : new("parent.missing", name, $"The {parents.Entity} row that {name} refers to is not in the source."));
        }

        output.Add(wire);
    }
}
