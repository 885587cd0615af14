using System.CommandLine;
using CrmMigration.Cli.Terminal;
using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Commands;

/// <summary><c>check PLAN</c>: compares the plan with both live schemas and lists every mistake at once. Writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var command = new Command("check", "Compares the plan with both live schemas and lists every mistake at once.") { plan, target };
        command.SetAction(async (parsed, cancellation) =>
        {
            var results = await Checked.All(surroundings.Engine, PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target)), cancellation);
            foreach (var result in results)
            {
                Write(surroundings.Output, result);
            }

            Checked.Drift(results);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, CheckResult result)
    {
        if (result.Plan is { } plan)
        {
            console.WriteLine($"Plan {plan.Plan.Name} agrees with both schemas and can run.");
            var grid = TextGrid.Of(2, "entity", "from", "to", ">columns", "");
            foreach (var entity in plan.Entities)
            {
                var columns = 1 + entity.Columns.Count;
                grid.Add(entity.Plan.Name, string.Join(", ", entity.Sources.Select(source => source.Plan.Table)), $"{entity.Plan.TargetTable}", Figures.Count(columns), entity.CreatesTarget ? "will be created" : "");
            }

            console.Write(grid);
        }

        if (result.Warnings.Count > 0)
        {
            console.MarkupLine($"\n[yellow]{Figures.Counted(result.Warnings.Count, "warning")}[/]; none of them stops a run:");
            MistakesText.WriteEach(console, result.Warnings);
        }
    }
}
