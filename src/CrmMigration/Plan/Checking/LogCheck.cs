using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>What a sync needs of a source whose log it is to read: all of it the owner's to give, none of it made in silence.</summary>
internal sealed class LogCheck(CheckFindings findings, string plan)
{
    public void Check(EntityTables tables)
    {
        if (tables.From.Changes is not ChangesPlan.ByLog log || tables.Source is not { Log: { } server } table)
        {
            return;
        }

        var names = LogNames.Of(plan, tables.From.Source, log);
        var path = PlanPath.Of(tables.From.ChangesPath, "log");
        foreach (var (found, expected, fix) in Missing(table, server, names, tables.From.Key))
        {
            findings.Mistake(path, found, expected, fix);
        }

        // No mistake: it is dropped when the sync is over, and the books must be of use after that.
        if (!server.Slots.Contains(names.Slot))
        {
            findings.Warn(
                path, $"there is no slot {names.Slot} for pgoutput in the source's database", "one, which keeps the log until a pass has read it; without it passes go by the horizon",
                $"After the publication, run there: select pg_create_logical_replication_slot({SqlName.Literal(names.Slot)}, 'pgoutput'); and when the sync is over: crm-migrate drop-slots PLAN.");
        }

        if (server.KeepsWithoutLimit)
        {
            findings.Warn(
                path, "max_slot_wal_keep_size is -1 in the source", "a limit, as a slot that nobody reads keeps the log until the disk is full",
                "Have the owner of the old CRM set it, such as to 20GB. A pass whose log is gone goes by the horizon, and loses nothing.");
        }
    }

    private static IEnumerable<(string Found, string Expected, string Fix)> Missing(LiveTable table, LiveLog server, LogNames names, string key)
    {
        var (sql, publication) = (table.Name.Sql, SqlName.Quote(names.Publication));
        if (server.InRecovery)
        {
            yield return ("the source is a standby", "the server that is written to, whose log tells of rows", "Name that one, or leave \"changes\" out.");
        }

        if (server.WalLevel != "logical")
        {
            yield return ($"wal_level is {server.WalLevel} in the source", "logical", "Have the owner of the old CRM run: alter system set wal_level = logical; and start the server anew.");
        }

        if (!server.MayReplicate)
        {
            yield return ("the source's role may not read a log", "a role with REPLICATION", "Have the owner run: alter role the_role replication;");
        }

        if (!server.IsLogged)
        {
            yield return ($"{table.Name} is not in the log (it is unlogged or temporary)", "a table that is", "Leave \"changes\" out for it.");
        }

        if (table is { HasHeirs: true, Kind: not 'p' })
        {
            yield return ($"{table.Name} has heirs, of whose rows the log tells under their own names", "a table without", "Leave \"changes\" out for it.");
        }

        if (!server.Publications.Contains(names.Publication))
        {
            yield return (
                $"no publication {names.Publication} tells of {table.Name}", "one that publishes its inserts, updates, deletes and truncations, of all rows",
                $"Have the owner run: create publication {publication} for table {sql}{(table.Kind == 'p' ? " with (publish_via_partition_root)" : "")}; or, where it is there: alter publication {publication} add table {sql};");
        }

        if (!server.Identity.Contains(key))
        {
            yield return ($"the log does not give \"{key}\" of rows that {table.Name} loses", "the key among the table's replica identity", $"Have the owner run: alter table {sql} replica identity full; or name the primary key.");
        }
    }
}
