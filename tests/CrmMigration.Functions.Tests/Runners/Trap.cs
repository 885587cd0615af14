using CrmMigration.Schema;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>
/// Something that the target's server does when a step writes into one of the books: a real fault, whichever runner took the step. It
/// counts outside the step's transaction, so that it knows how often it went off.
/// </summary>
internal static class Trap
{
    /// <summary>A conflict with another transaction, which passes.</summary>
    public const string Conflict = "raise exception 'a conflict' using errcode = 'serialization_failure'";

    /// <summary>The session's own end, in the middle of its transaction.</summary>
    public const string Death = "perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(30)";

    /// <summary>A fault that does not pass.</summary>
    public const string Fault = "raise exception 'a fault'";

    /// <summary>What a request to pause enters.</summary>
    public const string Pause = "update crm_migration.runs set request = 'pause'";

    /// <summary>Goes off at the first inserts into a table of crm_migration, so many times.</summary>
    public static async Task Set(Crms crms, string table, string action, int times)
    {
        await StateSchema.Install(crms.New.DataSource, CancellationToken.None);
        await crms.New.Run(
            $"""
            create sequence springs;
            create function spring() returns trigger language plpgsql as $$ begin if nextval('springs') <= {times} then {action}; end if; return null; end $$;
            create trigger trap before insert on crm_migration.{table} for each statement execute function spring();
            """);
    }

    /// <summary>Inserts that it saw; it went off at the first of them.</summary>
    public static Task<long> Seen(Crms crms) => crms.New.One<long>("select last_value from springs where is_called");
}
