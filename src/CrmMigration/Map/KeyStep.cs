using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Writes the row's key in the target.</summary>
internal sealed class KeyStep(EntityMapping mapping, KeyPlacement placement) : FieldStep
{
    private readonly KeyKind from = mapping.SourceKeyKind;
    private readonly KeyKind to = mapping.TargetKeyKind;
    private readonly string column = mapping.TargetColumns[0].Name;

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        if (placement.Place(from.Read(row.Field(0))) is { } key)
        {
            output.Add(key, to);
            if (placement.TakenBy(key) is { } other)
            {
                notes.Reject(new("key.taken", column, $"The key that it would have in the target lies among those of the source {other}."));
            }

            return;
        }

        notes.Reject(new("key.out-of-range", column, $"With the offset the key is beyond what {column}, of type {mapping.TargetColumns[0].Type}, can hold."));
        output.AddNull();
    }
}
