using CrmMigration.Clean;
using CrmMigration.Clean.Places;

namespace CrmMigration.Plan.Transforms;

/// <summary>A postal code as its country writes it.</summary>
/// <param name="Country">ISO 3166-1, two capital letters.</param>
public sealed record PostalCodeTransform(string Country) : TextTransform
{
    public override string Name => "postalCode";

    /// <summary>The longest code of the country; what came in where its codes are not known.</summary>
    public override ValueForm Gives(ValueForm value) => ValueForm.Text(PostalCodeCleaner.LongestOf(Country) ?? value.Longest);

    public override TextCleaner MakeCleaner() => new PostalCodeCleaner(Country);
}
