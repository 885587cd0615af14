namespace CrmMigration.Profile.Telling;

/// <summary>What stands out of a profile, the worst first.</summary>
internal static class Remarks
{
    public static IReadOnlyList<Remark> Of(IReadOnlyList<TableProfile> tables) =>
    [
        .. tables
            .SelectMany(table => TableRemarks.Of(table).Concat(PredictionRemarks.Of(table)).Concat(table.Columns.SelectMany(column => ColumnRemarks.Of(table, column))))
            .OrderBy(told => told.Remark.Weight)
            .ThenByDescending(told => told.Size)
            .Select(told => told.Remark),
    ];
}
