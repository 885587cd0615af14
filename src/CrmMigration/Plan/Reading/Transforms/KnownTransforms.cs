using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>The transforms that a plan may name; <see cref="Transform"/> tells how one is added.</summary>
internal static class KnownTransforms
{
    public static IReadOnlyDictionary<string, TransformReader> ByName { get; } = new Dictionary<string, TransformReader>(StringComparer.Ordinal)
    {
        ["boolean"] = new BooleanReader(),
        ["collapse"] = new PlainReader(new CollapseTransform()),
        ["country"] = new PlainReader(new CountryTransform()),
        ["date"] = new DateReader(),
        ["default"] = new DefaultReader(),
        ["email"] = new EmailReader(),
        ["format"] = new FormatReader(),
        ["hash"] = new HashReader(),
        ["lower"] = new PlainReader(new LowerTransform()),
        ["mask"] = new MaskReader(),
        ["nullIf"] = new NullIfReader(),
        ["number"] = new NumberReader(),
        ["pad"] = new PadReader(),
        ["personName"] = new PlainReader(new PersonNameTransform()),
        ["phone"] = new PhoneReader(),
        ["postalCode"] = new PostalCodeReader(),
        ["replace"] = new ReplaceReader(),
        ["split"] = new SplitReader(),
        ["titleCase"] = new TitleCaseReader(),
        ["trim"] = new PlainReader(new TrimTransform()),
        ["truncate"] = new TruncateReader(),
        ["upper"] = new PlainReader(new UpperTransform()),
        ["valueMap"] = new ValueMapReader(),
    };
}
