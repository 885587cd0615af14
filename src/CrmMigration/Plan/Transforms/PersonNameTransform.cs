using CrmMigration.Clean.Names;

namespace CrmMigration.Plan.Transforms;

/// <summary>
/// Splits a full name into first and last name, and into the further parts that have a column: in the order first, last, middle, suffix,
/// title, nickname. Always the last link.
/// </summary>
public sealed record PersonNameTransform(PersonNameColumns Parts = PersonNameColumns.None) : Transform
{
    public override string Name => "personName";

    /// <summary>Each part may be as long as the whole.</summary>
    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest);
}
