namespace CrmMigration.Plan.Checking;

/// <summary>The tables of an entity: there, tables at all, and open to the role that will read and write them.</summary>
internal sealed class TableCheck(CheckFindings findings, LiveSchemas schemas)
{
    public void Check(IReadOnlyList<EntityTables> sources)
    {
        foreach (var source in sources)
        {
            CheckSource(source, schemas.Sources[source.From.Source]);
        }

        CheckTarget(sources[0]);
    }

    private void CheckSource(EntityTables entity, LiveSide side)
    {
        var path = entity.FromPath("table");
        if (!side.Tables.TryGetValue(entity.From.Table, out var table))
        {
            ReportMissing(path, entity.From.Table, side, "");
            return;
        }

        CheckKind(path, table);
        CheckRight(path, (table.CanSelect, "read", "select"), table, side.Connection);
        WarnOfHidden(path, table, side.Connection);
        if (table.HasHeirs)
        {
            findings.Warn(
                path, $"other tables inherit from {table.Name}; their rows are seen through it, and a key is unique only within each of them",
                "a table without heirs, or keys that differ across all of them", "Give every heir an entity of its own if keys repeat.");
        }
    }

    private void CheckTarget(EntityTables entity)
    {
        var path = entity.ToPath("table");
        if (!schemas.Target.Tables.TryGetValue(entity.Plan.TargetTable, out var table))
        {
            CheckMissingTarget(entity, path);
            return;
        }

        CheckKind(path, table);
        CheckRight(path, (table.CanSelect, "read", "select"), table, schemas.Target.Connection);
        CheckRight(path, (table.CanInsert, "insert into", "insert"), table, schemas.Target.Connection);
        CheckRight(path, (table.CanUpdate, "update", "update"), table, schemas.Target.Connection);
        WarnOfHidden(path, table, schemas.Target.Connection);
        if (table.Triggers.Count > 0)
        {
            findings.Warn(
                path, $"{table.Name} has triggers that will fire for the rows written: {string.Join(", ", table.Triggers)}",
                "no trigger, or one meant for this",
                "Disable what must not run during the migration.");
        }
    }

    private void CheckMissingTarget(EntityTables entity, string path)
    {
        var name = entity.Plan.TargetTable;
        if (!entity.Creates)
        {
            ReportMissing(path, name, schemas.Target, " Add \"create\": true to have it created.");
            return;
        }

        switch (schemas.Creatable[name.Schema])
        {
            case null:
                findings.Mistake(
                    path, $"there is no schema {name.Schema} in {schemas.Target.Connection}", $"a schema to create {name} in",
                    $"Create it: create schema {SqlName.Quote(name.Schema)}.");
                break;
            case false:
                findings.Mistake(
                    path, $"the role of {schemas.Target.Connection} may not create tables in schema {name.Schema}", "the right to create",
                    $"Grant it (grant create, usage on schema {SqlName.Quote(name.Schema)} to the role), or create the table yourself.");
                break;
        }
    }

    private void ReportMissing(string path, TableName name, LiveSide side, string otherwise)
    {
        var suggestion = NearestName.Suggestion(name.ToString(), side.Names.Select(known => known.ToString()));
        var elsewhere = side.Names.FirstOrDefault(known => known.Name == name.Name);
        var fix = elsewhere is null ? suggestion : $"Did you mean '{elsewhere}'? ";
        findings.Mistake(
            path, $"there is no table {name} in {side.Connection}",
            $"a table that the role of {side.Connection} can see (letter case counts)",
            $"{fix}Correct the name.{otherwise}");
    }

    private void CheckKind(string path, LiveTable table)
    {
        var kind = table.Kind switch { 'v' => "view", 'm' => "materialized view", 'f' => "foreign table", _ => null };
        if (kind is not null)
        {
            findings.Mistake(path, $"{table.Name} is a {kind}", "a table: views and foreign tables have no rows of their own", "Name the table behind it.");
        }
    }

    private void CheckRight(string path, (bool Granted, string Verb, string Privilege) right, LiveTable table, string connection)
    {
        if (!right.Granted)
        {
            findings.Mistake(
                path, $"the role of {connection} may not {right.Verb} {table.Name}",
                $"the privilege {right.Privilege} (and usage of its schema)",
                $"Grant it: grant {right.Privilege} on {table.Name.Sql} to the role.");
        }
    }

    private void WarnOfHidden(string path, LiveTable table, string connection)
    {
        if (table.HidesRows)
        {
            findings.Warn(
                path, $"row level security of {table.Name} hides rows from the role of {connection}", "a role that sees every row",
                "Use a role with bypassrls unless only the visible rows shall move.");
        }
    }
}
