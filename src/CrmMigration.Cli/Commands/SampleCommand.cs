using System.CommandLine;
using CrmMigration.Cli.Progress;
using CrmMigration.Cli.Sample;
using CrmMigration.Cli.Terminal;

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
            var sample = new SampleCrm(parsed.GetRequiredValue(customers)!.Value, (ulong)parsed.GetValue(seed));
            TruthText.Write(surroundings.Output, await Fill(surroundings, name!, sample, cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<SampleTruth> Fill(Surroundings surroundings, string connection, SampleCrm sample, CancellationToken cancellation)
    {
        await using var database = await surroundings.Engine.Connect(connection, cancellation);
        return await sample.Create(database, new SampleRows(surroundings, sample.ExpectedRows), cancellation);
    }
}
