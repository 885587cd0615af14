using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>One value in place of another, from a list.</summary>
/// <param name="Values">What becomes of what; null for no value.</param>
public sealed record ValueMapTransform(IReadOnlyDictionary<string, PlanValue?> Values) : TextTransform
{
    public override string Name => "valueMap";

    /// <summary>What values become that are not listed; null: <see cref="Unlisted"/> says.</summary>
    public PlanValue? Otherwise { get; init; }

    /// <summary>What is done with values that are not listed, where nothing stands in place of them.</summary>
    public UnlistedValue Unlisted { get; init; }

    /// <summary>Of the kind that all of the list's values are; text where they differ or others are kept.</summary>
    public override ValueForm Gives(ValueForm value)
    {
        PlanValue[] given = [.. Values.Values.Append(Otherwise).OfType<PlanValue>()];
        ValueKind[] kinds = [.. given.Select(one => one.Kind).Distinct()];
        var longest = given.Select(one => CharacterCount.Of(one.Text)).DefaultIfEmpty(0).Max();
        return Otherwise is null && Unlisted == UnlistedValue.Keep ? ValueForm.Text(value.Longest is { } kept ? Math.Max(kept, longest) : null)
            : kinds is [ValueKind.Boolean] ? ValueForm.Boolean
            : kinds is [ValueKind.Integer] ? ValueForm.Integer
            : kinds.Length > 0 && kinds.All(kind => kind is ValueKind.Integer or ValueKind.Decimal) ? ValueForm.Decimal
            : ValueForm.Text(longest);
    }

    public override TextCleaner MakeCleaner() => new ValueMapCleaner(Values.ToDictionary(pair => pair.Key, pair => pair.Value?.Text ?? ""))
    {
        Otherwise = Otherwise?.Text,
        Unlisted = Unlisted,
    };
}
