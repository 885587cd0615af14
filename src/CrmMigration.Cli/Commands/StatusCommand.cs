using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Cli.Terminal;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Cli.Commands;

/// <summary><c>status [RUN]</c>: all runs, or where one stands.</summary>
internal static class StatusCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var run = new Argument<string?>("RUN") { Description = "The id of a run or rehearsal, or latest or latest-rehearsal. Without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var connection = Arguments.LookIn();
        var json = Arguments.Json("Print JSON.");
        var command = new Command("status", "Lists the runs, or shows where one stands.") { run, connection, json };
        command.SetAction((parsed, cancellation) =>
        {
            var search = new RunSearch(surroundings, parsed.GetValue(connection));
            return parsed.GetValue(run) is { } runId
                ? ShowOne(surroundings, search.Find(runId, cancellation), parsed.GetValue(json))
                : ShowAll(surroundings, search.All(cancellation), parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> ShowOne(Surroundings surroundings, Task<FoundRun> search, bool json)
    {
        var found = await search;
        if (json)
        {
            surroundings.WriteRaw(ReportJson.Write(found.Status));
        }
        else
        {
            StatusText.Write(surroundings.Output, found);
        }

        return found.Status.State is "failed" or "not-reconciled" ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> ShowAll(Surroundings surroundings, Task<IReadOnlyList<FoundRun>> search, bool json)
    {
        var found = await search;
        if (json)
        {
            surroundings.WriteRaw(ReportJson.Write([.. found.Select(run => run.Status)]));
        }
        else
        {
            StatusText.WriteAll(surroundings.Output, found);
        }

        return ExitCode.Done;
    }
}
