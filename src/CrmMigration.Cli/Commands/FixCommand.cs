using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Rejects;

namespace CrmMigration.Cli.Commands;

/// <summary><c>fix RUN --rule CODE</c>: says what is to become of rejected rows. Nothing happens to them before they are replayed.</summary>
internal sealed class FixCommand(Surroundings surroundings)
{
    private readonly Argument<string> run = Arguments.Run();
    private readonly Option<string?> connection = Arguments.LookIn();
    private readonly Option<string> rule = new("--rule") { Description = "Rows that this rule rejected.", HelpName = "CODE", Required = true };
    private readonly Option<string?> entity = Arguments.Entity();
    private readonly Option<string?> key = Arguments.Key();
    private readonly Option<string[]> set = SetOption();
    private readonly Option<bool> accept = new("--accept-suggestion") { Description = "Read the suggested value instead, in rows that have one." };
    private readonly Option<bool> skip = new("--skip") { Description = "Leave the rows out for good." };
    private readonly Option<bool> reset = new("--reset") { Description = "Take back what was said before." };

    public static Command Create(Surroundings surroundings)
    {
        var own = new FixCommand(surroundings);
        var command = new Command("fix", "Says what is to become of rejected rows, for the next replay.")
        {
            own.run, own.connection, own.rule, own.entity, own.key, own.set, own.accept, own.skip, own.reset,
        };
        command.SetAction(own.Invoke);
        return command;
    }

    private static Option<string[]> SetOption()
    {
        var option = new Option<string[]>("--set")
        {
            Description = "Read this value instead; the column is one of the target, or of the source. May be given for several columns.",
            HelpName = "COLUMN=VALUE",
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"--set {token.Value} has no column; expected COLUMN=VALUE.");
            }
        });
        return option;
    }

    private async Task<int> Invoke(ParseResult parsed, CancellationToken cancellation)
    {
        var fix = FixOf(parsed);
        var found = await new RunSearch(surroundings, parsed.GetValue(connection)).Find(parsed.GetRequiredValue(run), cancellation);
        var filter = new RejectFilter { Rule = parsed.GetRequiredValue(rule), Entity = parsed.GetValue(entity), Key = parsed.GetValue(key) };
        var rows = await surroundings.Engine.RejectsOf(found.Connection).Fix(found.Id, filter, fix, cancellation);
        if (rows == 0)
        {
            throw new InvalidSettingException(
                $"Run {found.Id} has no such rejected row{(fix is RejectFix.AcceptSuggestion ? " with a suggestion" : "")}. See which there are: crm-migrate rejects {found.Id}");
        }

        surroundings.WriteRaw($"Entered for {Figures.Counted(rows, "row")}. When all is said: crm-migrate replay {found.Id} --rule {filter.Rule}");
        return ExitCode.Done;
    }

    private RejectFix FixOf(ParseResult parsed)
    {
        var values = parsed.GetValue(set)!;
        List<RejectFix> said = [];
        if (values.Length > 0)
        {
            said.Add(new RejectFix.Set(values.Select(one => one.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => (string?)pair.Last()[1])));
        }

        said.AddRange(parsed.GetValue(accept) ? [new RejectFix.AcceptSuggestion()] : []);
        said.AddRange(parsed.GetValue(skip) ? [new RejectFix.Skip()] : []);
        said.AddRange(parsed.GetValue(reset) ? [new RejectFix.Reset()] : []);
        return said is [var one] ? one : throw new InvalidSettingException("Say one thing of the rows: --set COLUMN=VALUE, --accept-suggestion, --skip or --reset.");
    }
}
