using System.CommandLine;
using CrmMigration.Plan;

namespace CrmMigration.Cli.Commands;

/// <summary><c>init</c>: drafts a plan from the two live schemas. Never overwrites a file.</summary>
internal static class InitCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var source = new Option<string>("--source") { Description = "Name of the old CRM's connection, such as OldCrm.", HelpName = "NAME", Required = true };
        var target = new Option<string>("--target") { Description = "Name of the new CRM's connection, such as NewCrm.", HelpName = "NAME", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => "plan.json" };
        var command = new Command("init", "Drafts a plan from the two live schemas, with a comment for each guess.") { source, target, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetRequiredValue(output);
            if (File.Exists(file))
            {
                throw new InvalidSettingException($"The file '{file}' exists already and is not overwritten. Give another name with --out, or remove it.");
            }

            var draft = await Draft(surroundings, parsed.GetRequiredValue(source), parsed.GetRequiredValue(target), cancellation);
            await using (var writer = OutputFile.Open(file, FileMode.CreateNew))
            {
                await writer.WriteAsync(draft.AsMemory(), cancellation);
            }

            surroundings.WriteRaw($"Drafted {file}. Read its comments, then: crm-migrate check {file}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> Draft(Surroundings surroundings, string source, string target, CancellationToken cancellation)
    {
        await using var old = await surroundings.Engine.Connect(source, cancellation);
        await using var @new = await surroundings.Engine.Connect(target, cancellation);
        return await PlanDraft.Draft(new DraftRequest(source, target, old, @new), cancellation);
    }
}
