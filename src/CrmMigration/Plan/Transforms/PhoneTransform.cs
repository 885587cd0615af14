using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>To E.164 where it is clear, reading national numbers as of the region (ISO 3166-1 alpha-2); what is no number is unusable.</summary>
public sealed record PhoneTransform(string Region) : TextTransform
{
    /// <summary>Plus sign and 15 digits, the most that E.164 has.</summary>
    public const int Longest = 16;

    public override string Name => "phone";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(Longest);

    public override TextCleaner MakeCleaner() => new PhoneCleaner(FindRegion());

    internal PhoneRegion FindRegion() => PhoneRegion.TryFind(Region, out var region)
        ? region
        : throw new InvalidOperationException($"Bug: the reader let the phone region '{Region}' pass.");
}
