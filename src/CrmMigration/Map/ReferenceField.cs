using CrmMigration.Load;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The key of a parent, sent through the cross-reference: to the parent's own key, or to the survivor that it was merged into.</summary>
internal sealed class ReferenceField(int source, LiveColumn target, KeyKind kind, ParentIndex parents) : FieldStep
{
    private readonly string name = target.Name;
    private readonly KeyKind written = KeyKinds.Of(target.BaseType) ?? kind;

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
            Add(survivor, output);
            return;
        }

        if (!parents.IsInTarget(key))
        {
            notes.Reject(parents.IsRejected(key)
                ? new("parent.rejected", name, $"The {parents.Entity} row that {name} refers to was rejected.")
                : new("parent.missing", name, $"The {parents.Entity} row that {name} refers to is not in the source."));
        }

        if (written == kind)
        {
            output.Add(wire);
        }
        else
        {
            Add(key, output);
        }
    }

    private void Add(SourceKey key, TupleBuffer output)
    {
        Span<byte> buffer = written is KeyKind.Text ? new byte[key.Text!.Length * 3] : stackalloc byte[16];
        output.Add(buffer[..written.Write(key, buffer)]);
    }
}
