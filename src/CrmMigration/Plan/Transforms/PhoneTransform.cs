using CrmMigration.Clean;
using CrmMigration.Clean.Phones;

namespace CrmMigration.Plan.Transforms;

/// <summary>To E.164; what is no valid number is unusable. With one of the two settings, or both, in which case the column comes first.</summary>
/// <param name="Region">Where numbers without a calling code are from (ISO 3166-1 alpha-2); null for nowhere.</param>
/// <param name="RegionFrom">The source column with the country that they are from.</param>
public sealed record PhoneTransform(string? Region, string? RegionFrom = null) : TextTransform
{
    public override string Name => "phone";

    public override string? CountryColumn => RegionFrom;

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(PhoneNumber.MostCharacters);

    /// <summary>A cleaner that knows nothing of the row, and so not of <see cref="RegionFrom"/>.</summary>
    public override TextCleaner MakeCleaner() => new PhoneCleaner(FindRegion());

    internal PhoneRegion? FindRegion() =>
        Region is null ? null
        : PhoneRegion.TryFind(Region, out var region) ? region
        : throw new InvalidOperationException($"Bug: the reader let the phone region '{Region}' pass.");
}
