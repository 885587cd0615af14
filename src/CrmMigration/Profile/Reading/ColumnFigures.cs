namespace CrmMigration.Profile.Reading;

/// <summary>What the source's server counted of one column, over all rows.</summary>
/// <param name="Lowest">As text; null for a type without order, or where no value is finite.</param>
/// <param name="NotNumbers">NaN, in numbers.</param>
/// <param name="Infinite">Infinity in numbers and dates.</param>
/// <param name="Text">Null where the rows are read whole, so that the pass counts it.</param>
internal sealed record ColumnFigures(long Nulls, string? Lowest, string? Highest, long NotNumbers, long Infinite, TextFigures? Text);
