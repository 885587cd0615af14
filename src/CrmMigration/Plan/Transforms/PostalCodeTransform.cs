using CrmMigration.Clean;
using CrmMigration.Clean.Places;

namespace CrmMigration.Plan.Transforms;

/// <summary>A postal code as its country writes it. With one of the two settings, or both, in which case the column comes first.</summary>
/// <param name="Country">ISO 3166-1, two capital letters; null for none.</param>
/// <param name="CountryFrom">The source column with the country.</param>
public sealed record PostalCodeTransform(string? Country, string? CountryFrom = null) : TextTransform
{
    public override string Name => "postalCode";

    public override string? CountryColumn => CountryFrom;

    /// <summary>The longest code of the country, or of all; at least what came in where codes may be unknown.</summary>
    public override ValueForm Gives(ValueForm value) => ValueForm.Text(
        CountryFrom is null && PostalCodeCleaner.LongestOf(Country!) is { } longest ? longest
            : value.Longest is { } came ? Math.Max(came, CountryFrom is null ? 0 : PostalCodeCleaner.Longest)
            : null);

    /// <summary>A cleaner that knows nothing of the row, and so not of <see cref="CountryFrom"/>.</summary>
    public override TextCleaner MakeCleaner() => new PostalCodeCleaner(Country ?? "");
}
