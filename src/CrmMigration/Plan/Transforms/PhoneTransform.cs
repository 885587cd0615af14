using CrmMigration.Clean;
using CrmMigration.Clean.Phones;

namespace CrmMigration.Plan.Transforms;

/// <summary>To E.164 where it is clear, reading national numbers as of the region (ISO 3166-1 alpha-2); what is no number is unusable.</summary>
public sealed record PhoneTransform(string Region) : TextTransform
{
    public override string Name => "phone";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(PhoneNumber.MostCharacters);

    public override TextCleaner MakeCleaner() => new PhoneCleaner(FindRegion());

    internal PhoneRegion FindRegion() => PhoneRegion.TryFind(Region, out var region)
        ? region
        : throw new InvalidOperationException($"Bug: the reader let the phone region '{Region}' pass.");
}
