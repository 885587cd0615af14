using CrmMigration.Clean.Phones;

namespace CrmMigration.Plan.Transforms;

/// <summary>A phone number and its extension, in two columns in this order. Always the last link.</summary>
public sealed record PhonePartsTransform(PhoneTransform Phone) : Transform
{
    /// <summary>The most digits of an extension.</summary>
    public const int LongestExtension = PhoneNumber.Room - PhoneNumber.MostCharacters;

    public override string Name => Phone.Name;

    public override string? CountryColumn => Phone.CountryColumn;

    /// <summary>The number; see <see cref="LongestExtension"/> for the other.</summary>
    public override ValueForm Gives(ValueForm value) => Phone.Gives(value);
}
