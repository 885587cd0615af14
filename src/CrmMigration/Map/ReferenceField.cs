using CrmMigration.Load;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The key of a parent, sent through the cross-reference: to the key that the parent has in the target, or the survivor that it was merged into.</summary>
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
        if (parents.Find(key) is not { } target)
        {
            notes.Reject(WhyNot(key));
            output.AddNull();
        }
        else if (written == kind && target == key)
        {
            output.Add(wire);
        }
        else
        {
            output.Add(target, written);
        }
    }

    private Rejection WhyNot(SourceKey key)
    {
        var row = $"The {parents.Entity} row that {name} refers to";
        return parents.IsRejected(key) ? new("parent.rejected", name, $"{row} was rejected.")
            : parents.IsSkipped(key) ? new("parent.skipped", name, $"{row} was skipped.")
            : new("parent.missing", name, $"{row} is not in the source.");
    }
}
