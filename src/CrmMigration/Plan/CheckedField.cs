using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan;

/// <summary>A field with the live columns it reads and writes. For a target that is to be created, the columns it will get.</summary>
public sealed record CheckedField(FieldPlan Plan, IReadOnlyList<LiveColumn> From, IReadOnlyList<LiveColumn> To)
{
    /// <summary>The source columns that tell transforms the country of a row.</summary>
    public IReadOnlyList<LiveColumn> Countries { get; init; } = [];

    /// <summary>All columns that are read.</summary>
    public IEnumerable<LiveColumn> Read => From.Concat(Countries);

    public bool IsCopy => Plan.IsCopy;

    /// <summary>What leaves the last transform, where there is one.</summary>
    public ValueForm Form => Plan.As.Aggregate(ValueForm.Text(LongestFrom), (form, transform) => transform.Gives(form));

    /// <summary>The most characters that are written, also of values kept as they came; null for no limit.</summary>
    public int? Longest
    {
        get
        {
            var came = Plan.As is [FormatTransform format, ..] ? format.Gives(ValueForm.Text(LongestFrom)).Longest : LongestFrom;
            return Plan.OnInvalid != OnInvalid.Keep ? Form.Longest : came is { } kept && Form.Longest is { } longest ? Math.Max(kept, longest) : null;
        }
    }

    /// <summary>The same for one of the target columns, by its place.</summary>
    public int? LongestAt(int target) => target > 0 && Plan.As is [.., PhonePartsTransform] ? PhonePartsTransform.LongestExtension : Longest;

    /// <summary>The most characters of any column that gives the value; null for no limit.</summary>
    public int? LongestFrom => From.Any(column => column.MaxLength is null) ? null : From.Max(column => column.MaxLength);
}
