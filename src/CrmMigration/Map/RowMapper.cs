using CrmMigration.Clean;
using CrmMigration.Load;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Turns source rows into target rows, one at a time. A row that cannot be a target row is refused with a reason; it is never an
/// exception. Not for use by two threads.
/// </summary>
internal sealed class RowMapper
{
    private readonly EntityMapping mapping;
    private readonly FieldStep[] steps;
    private readonly (int Column, string Name)[] required;
    private readonly TextScratch scratch = new();
    private readonly RowNotes notes = new();

    public RowMapper(EntityMapping mapping, Func<string, ParentIndex> parents)
    {
        this.mapping = mapping;
        FieldStep key = mapping.SourceKeyKind == mapping.TargetKeyKind
            ? new CopyField(0)
            : new WidenKey(mapping.SourceKeyKind, mapping.TargetKeyKind);
        steps = [key, .. mapping.Fields.Select(field => StepOf(field, parents))];
        required = [.. mapping.Entity.Plan.Required.Select(name => (mapping.TargetIndex(name), name))];
    }

    /// <summary>What the last row gave up; empty for a refused row.</summary>
    public IReadOnlyList<Correction> Corrections => notes.Rejection is null ? notes.Corrections : [];

    /// <summary>Adds the target row to the output and returns null, or leaves the output as it was and says why.</summary>
    public Rejection? Map(TupleReader row, TupleBuffer output)
    {
        notes.Clear();
        output.BeginRow();
        foreach (var step in steps)
        {
            step.Write(row, output, notes);
        }

        foreach (var (column, name) in required)
        {
            if (output.IsNull(column))
            {
                notes.Reject(Missing(name));
            }
        }

        if (notes.Rejection is not null)
        {
            output.TakeBack();
        }

        return notes.Rejection;
    }

    private Rejection Missing(string name) =>
        notes.RuleThatCleared(name) is { } code && CleaningRules.Find(code) is { } rule
            ? new(rule.Code, name, $"{rule.Reason} {name} is required.")
            : new("required.missing", name, $"There is no value for {name}, which is required.");

    private FieldStep StepOf(CheckedField field, Func<string, ParentIndex> parents)
    {
        var source = mapping.SourceIndex(field.From.Name);
        return field.As switch
        {
            Transform.PersonName => new PersonNameField(source, new(field.To[0]), new(field.To[1]), scratch),
            Transform.Email => new EmailField(source, new(field.To[0]), scratch),
            Transform.Phone phone => new PhoneField(source, new(field.To[0]), RegionOf(phone), scratch),
            _ when mapping.Entity.Plan.References.TryGetValue(field.To[0].Name, out var parent) =>
                new ReferenceField(source, field.To[0], KeyKinds.Of(field.From.BaseType) ?? KeyKind.Text, parents(parent)),
            _ => new CopyField(source),
        };
    }

    private static PhoneRegion RegionOf(Transform.Phone phone) =>
        PhoneRegion.TryFind(phone.Region, out var region)
            ? region
            : throw new InvalidOperationException($"Bug: the check let the phone region '{phone.Region}' pass.");
}
