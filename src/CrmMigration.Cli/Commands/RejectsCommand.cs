using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Cli.Terminal;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Cli.Commands;

/// <summary><c>rejects RUN</c>: the rejected rows, for the people who fix them.</summary>
internal static class RejectsCommand
{
    private const string StandardOutput = "-";

    public static Command Create(Surroundings surroundings)
    {
        var run = Arguments.Run();
        var connection = Arguments.LookIn();
        var csv = new Option<string?>("--csv") { Description = "Write all of them as CSV; - writes to stdout.", HelpName = "FILE" };
        var command = new Command("rejects", "Lists the rejected rows of a run, each with its reason.") { run, connection, csv };
        command.SetAction(async (parsed, cancellation) =>
        {
            var found = await new RunSearch(surroundings, parsed.GetValue(connection)).Find(parsed.GetRequiredValue(run), cancellation);
            var rejects = surroundings.Engine.Rejects(found.Connection, found.Id, cancellation);
            await (parsed.GetValue(csv) switch
            {
                null => RejectsText.Write(surroundings.Output, found.Id, rejects, cancellation),
                StandardOutput => RejectsCsv.Write(rejects, surroundings.Output.Profile.Out.Writer, cancellation),
                var file => WriteFile(surroundings, rejects, file, cancellation),
            });
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteFile(Surroundings surroundings, IAsyncEnumerable<RejectedRow> rejects, string file, CancellationToken cancellation)
    {
        await using var writer = OutputFile.Open(file, FileMode.Create);
        var written = await RejectsCsv.Write(rejects, writer, cancellation);
        surroundings.WriteRaw($"{Figures.Counted(written, "rejected row")} in {Path.GetFullPath(file)}");
    }
}
