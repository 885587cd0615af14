namespace CrmMigration.Plan.Checking;

/// <summary>The role of the target may keep the books of a run there.</summary>
internal sealed class BooksCheck(CheckFindings findings, LiveSchemas schemas)
{
    public void Check(IReadOnlyCollection<EntityTables> tables)
    {
        var makesTables = tables.Any(entity => entity.Creates && entity.Plan.Match.Count > 0);
        foreach (var gap in schemas.Books.OfRun(schemas.Target.Connection, makesTables))
        {
            findings.Mistake("$.target", gap.Found, gap.Expected, gap.Fix);
        }
    }
}
