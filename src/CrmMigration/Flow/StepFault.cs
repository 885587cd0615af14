using CrmMigration.Plan;
using CrmMigration.Rejects;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Telemetry;
using Npgsql;

namespace CrmMigration.Flow;

/// <summary>Says in a sentence which step failed, on what, and why; without any value of a row.</summary>
internal static class StepFault
{
    public static StepAnswer<T> Answer<T>(string step, object input, Exception fault)
    {
        Spans.Refused(fault);
        return fault is LeaseLostException ? new(StepOutcome.LeaseLost, default, fault.Message)
            : fault is TooManyRejectsException or TooManyDeletesException ? new(StepOutcome.Failed, default, fault.Message)
            : new(fault.IsTransient() ? StepOutcome.MayPass : StepOutcome.Failed, default, Describe(step, input, fault));
    }

    private static string Describe(string step, object input, Exception fault) => $"{step} failed{Place(input)}: {Cause(fault)}";

    private static string Place(object input) => input switch
    {
        PartitionRef partition => $" on {partition.Entity.Entity}, partition {partition.Number}",
        EntityRef entity => $" on {entity.Entity}",
        _ => "",
    };

    // Messages of the server and of .NET may quote a value of a row, so codes, types and the names of objects must do.
    private static string Cause(Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } server => $"the disk of the database server is full ({server.SqlState}). Make room, then resume.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } server => $"a right is missing{About(server)} ({server.SqlState}). Grant it, then resume.",
        PostgresException server => $"the server refused with SQLSTATE {server.SqlState}{About(server)}. The code's meaning stands in PostgreSQL's manual, appendix A.",
        NpgsqlException { InnerException: InvalidSettingException setting } => setting.Message,
        InvalidSettingException setting => setting.Message,
        NpgsqlException or IOException => "the connection to a database was lost. Check the server and the network, then resume.",
        LeaseLostException lost => lost.Message,
        InvalidPlanException => "the plan does not agree with the databases any more. See 'crm-migrate check' for each difference, then resume.",
        InvalidOperationException or ArgumentException when fault.Message.StartsWith("Bug: ", StringComparison.Ordinal) => fault.Message,
        _ => $"Bug: {fault.GetType().Name} in {fault.TargetSite?.DeclaringType?.Name}.{fault.TargetSite?.Name}. Please report it.",
    };

    private static string About(PostgresException server) =>
        (server.TableName, server.ConstraintName) switch
        {
            (null, null) => "",
            ({ } table, null) => $" on table {table}",
            (null, { } constraint) => $" by constraint {constraint}",
            ({ } table, { } constraint) => $" by constraint {constraint} of table {table}",
        };
}
