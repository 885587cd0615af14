using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>The transforms that a plan may name; <see cref="Transform"/> tells how one is added.</summary>
internal static class KnownTransforms
{
    public static IReadOnlyDictionary<string, TransformReader> ByName { get; } = new Dictionary<string, TransformReader>(StringComparer.Ordinal)
    {
        ["collapse"] = new PlainReader(new CollapseTransform()),
        ["default"] = new DefaultReader(),
        ["email"] = new EmailReader(),
        ["format"] = new FormatReader(),
        ["lower"] = new PlainReader(new LowerTransform()),
        ["personName"] = new PlainReader(new PersonNameTransform()),
        ["phone"] = new PhoneReader(),
        ["trim"] = new PlainReader(new TrimTransform()),
        ["upper"] = new PlainReader(new UpperTransform()),
    };
}
