using CrmMigration.Runs;
using Npgsql;

namespace CrmMigration.Flow;

/// <summary>Says in a sentence which step failed, on what, and why; without any value of a row.</summary>
public static class StepFault
{
    public static string Describe(string step, object input, Exception fault, int tries) =>
        $"{step} failed{Place(input)}{(tries > 1 ? $" after {tries} tries" : "")}: {Cause(fault)}";

    private static string Place(object input) => input switch
    {
        PartitionRef partition => $" on {partition.Entity.Entity}, partition {partition.Number}",
        EntityRef entity => $" on {entity.Entity}",
        _ => "",
    };

    // The server's main message names objects, not values; Detail and Where may hold values and are left out.
    private static string Cause(Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } server => $"the disk of the database server is full ({server.SqlState}). Make room, then resume.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } server => $"{server.MessageText} ({server.SqlState}). Grant the right, then resume.",
        PostgresException server when server.SqlState.StartsWith("22", StringComparison.Ordinal) => $"the server refused a value ({server.SqlState}).",
        PostgresException server => $"{server.MessageText} ({server.SqlState}).",
        NpgsqlException or IOException => "the connection to a database was lost. Check the server and the network, then resume.",
        LeaseLostException lost => lost.Message,
        _ => $"Bug: {fault.GetType().Name}: {fault.Message}",
    };
}
