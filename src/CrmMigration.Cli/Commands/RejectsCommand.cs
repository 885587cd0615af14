using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Cli.Terminal;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Rejects;

namespace CrmMigration.Cli.Commands;

/// <summary><c>rejects RUN</c>: the rejected rows by rule, or the rows of a rule, for the people who fix them.</summary>
internal sealed class RejectsCommand(Surroundings surroundings)
{
    private const string StandardOutput = "-";

    private readonly Argument<string> run = Arguments.Run();
    private readonly Option<string?> connection = Arguments.LookIn();
    private readonly Option<string?> rule = Arguments.Rule("List the rows of this rule.");
    private readonly Option<string?> entity = Arguments.Entity();
    private readonly Option<string?> key = Arguments.Key();
    private readonly Option<bool> payload = new("--payload") { Description = "Also show each row as it was read." };
    private readonly Option<string?> csv = new("--csv") { Description = "Write the rows as CSV, with suggestions; - writes to stdout.", HelpName = "FILE" };
    private readonly Option<bool> expire = new("--expire") { Description = "Empty what was kept of rejected rows, of any run, and has expired." };

    public static Command Create(Surroundings surroundings)
    {
        var own = new RejectsCommand(surroundings);
        var command = new Command("rejects", "Lists the rejected rows of a run, each with its reason.")
        {
            own.run, own.connection, own.rule, own.entity, own.key, own.payload, own.csv, own.expire,
        };
        command.SetAction(own.Invoke);
        return command;
    }

    private async Task<int> Invoke(ParseResult parsed, CancellationToken cancellation)
    {
        var found = await new RunSearch(surroundings, parsed.GetValue(connection)).Find(parsed.GetRequiredValue(run), cancellation);
        var desk = surroundings.Engine.RejectsOf(found.Connection);
        var filter = new RejectFilter { Rule = parsed.GetValue(rule), Entity = parsed.GetValue(entity), Key = parsed.GetValue(key) };
        await (parsed switch
        {
            _ when parsed.GetValue(expire) => EmptyExpired(desk, cancellation),
            _ when parsed.GetValue(csv) is { } file => WriteCsv(desk.Rows(found.Id, filter with { WithValues = true }, cancellation), file, cancellation),
            _ when filter != RejectFilter.All || parsed.GetValue(payload) => RejectsText.WriteRows(
                surroundings.Output, desk.Rows(found.Id, filter with { WithValues = true }, cancellation), parsed.GetValue(payload), cancellation),
            _ => WriteGroups(desk, found.Id, cancellation),
        });
        return ExitCode.Done;
    }

    private async Task WriteGroups(RejectDesk desk, string runId, CancellationToken cancellation) =>
        RejectsText.WriteGroups(surroundings.Output, runId, await desk.Groups(runId, RejectFilter.All, cancellation));

    private async Task EmptyExpired(RejectDesk desk, CancellationToken cancellation)
    {
        var emptied = await desk.EmptyExpired(cancellation);
        surroundings.WriteRaw($"Emptied what was kept of {Figures.Counted(emptied, "rejected row")} and had expired; the rows, their keys and reasons stay.");
    }

    private async Task WriteCsv(IAsyncEnumerable<RejectedRow> rejects, string file, CancellationToken cancellation)
    {
        if (file == StandardOutput)
        {
            await RejectsCsv.Write(rejects, surroundings.Output.Profile.Out.Writer, cancellation);
            return;
        }

        await using var writer = OutputFile.Open(file, FileMode.Create);
        var written = await RejectsCsv.Write(rejects, writer, cancellation);
        surroundings.WriteRaw($"{Figures.Counted(written, "rejected row")} in {Path.GetFullPath(file)}");
    }
}
