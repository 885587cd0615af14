using System.CommandLine;

namespace CrmMigration.Cli.Commands;

/// <summary><c>sample</c>: creates and fills the sample old CRM, and prints the truth it planted.</summary>
internal static class SampleCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var customers = Arguments.AtLeastOne("--customers", "How many customers.");
        customers.Required = true;
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same rows.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var connection = Arguments.Connection("Where to create the tables.");
        connection.DefaultValueFactory = _ => "OldCrm";
        var command = new Command("sample", "Creates and fills the sample old CRM, and prints the truth it planted.") { customers, seed, connection };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetRequiredValue(connection);
            surroundings.WriteRaw(await Fill(surroundings, name!, (parsed.GetRequiredValue(customers)!.Value, parsed.GetValue(seed)), cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    // INTEGRATE: SampleCrm
    private static Task<string> Fill(Surroundings surroundings, string connection, (int Customers, int Seed) wanted, CancellationToken cancellation) =>
        throw new NotSupportedException($"{surroundings.Settings} {connection} {wanted} {cancellation}");
}
