namespace CrmMigration.Profile.Reading;

/// <summary>What the source's server counted of one text column, over all rows.</summary>
/// <param name="Nulls">Rows without a text.</param>
internal sealed record TextFigures(long Nulls, long Blank, int Least, int Most, double Average);
