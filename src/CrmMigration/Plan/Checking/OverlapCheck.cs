namespace CrmMigration.Plan.Checking;

/// <summary>No table is written by two entities, or read by one and written by another.</summary>
internal sealed class OverlapCheck(CheckFindings findings, LiveSchemas schemas)
{
    public void Check(IReadOnlyList<EntityTables> entities)
    {
        foreach (var shared in entities.GroupBy(entity => entity.Plan.TargetTable).Where(group => group.Count() > 1))
        {
            var first = shared.First().Plan.Name;
            foreach (var later in shared.Skip(1))
            {
                findings.Mistake(
                    later.ToPath("table"), $"{shared.Key} is written by the entities {first} and {later.Plan.Name}",
                    "one entity for every target table",
                    "Give one of them another table: several entities into one table are not supported yet.");
            }
        }

        foreach (var entity in entities)
        {
            CheckReaders(entity, entities);
        }
    }

    private void CheckReaders(EntityTables writer, IReadOnlyList<EntityTables> entities)
    {
        foreach (var (reader, from) in entities.SelectMany(entity => entity.Plan.From, (entity, from) => (entity, from)))
        {
            var sameDatabase = schemas.Sources[from.Source].Database.Identity == schemas.Target.Database.Identity;
            if (sameDatabase && from.Table == writer.Plan.TargetTable)
            {
                findings.Mistake(
                    writer.ToPath("table"), $"{writer.Plan.TargetTable} is also the source of {reader.Plan.Name}, in the same database",
                    "a target that is not read as a source",
                    "Name another target table, or another connection.");
            }
        }
    }
}
