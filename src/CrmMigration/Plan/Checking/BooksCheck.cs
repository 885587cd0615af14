namespace CrmMigration.Plan.Checking;

/// <summary>The role of the target may keep the books of a run there.</summary>
internal sealed class BooksCheck(CheckFindings findings, LiveSchemas schemas)
{
    /// <param name="path">Where the target stands in the plan's text.</param>
    public void Check(string path, IReadOnlyCollection<EntityTables> tables)
    {
        var makesTables = tables.Any(entity => entity.Creates && entity.Plan.Match.Count > 0);
        foreach (var gap in schemas.Books.OfRun(schemas.Target.Connection, makesTables))
        {
            findings.Mistake(path, gap.Found, gap.Expected, gap.Fix);
        }
    }
}
