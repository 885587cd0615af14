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
            notes.Reject(WhyNot(key));
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

    private Rejection WhyNot(SourceKey key)
    {
        var row = $"The {parents.Entity} row that {name} refers to";
        return parents.IsRejected(key) ? new("parent.rejected", name, $"{row} was rejected.")
            : parents.IsSkipped(key) ? new("parent.skipped", name, $"{row} was left out by the plan.")
            : new("parent.missing", name, $"{row} is not in the source.");
    }

    private void Add(SourceKey key, TupleBuffer output)
    {
        Span<byte> buffer = written is KeyKind.Text ? new byte[key.Text!.Length * 3] : stackalloc byte[16];
        output.Add(buffer[..written.Write(key, buffer)]);
    }
}
