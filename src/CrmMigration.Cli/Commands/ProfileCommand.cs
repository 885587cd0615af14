using System.CommandLine;
using System.Globalization;
using CrmMigration.Cli.Progress;
using CrmMigration.Cli.Terminal;
using CrmMigration.Profile;
using CrmMigration.Profile.Page;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>profile PLAN</c>: describes what the plan's sources hold. Writes nothing, and needs no target.</summary>
internal static class ProfileCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var entities = new Option<string[]>("--entity") { Description = "Only this entity; can be given several times.", HelpName = "E" };
        var sample = Sample();
        var rows = Arguments.AtLeastOne("--rows", "Read a sample of about so many rows of each table.");
        var seed = new Option<int>("--seed") { Description = "The same seed takes the same sample.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var json = Arguments.Json("Print only the profile, as JSON; progress goes to stderr.");
        var html = new Option<string?>("--html") { Description = "Also write the profile as one self-contained HTML page.", HelpName = "FILE" };
        var command = new Command("profile", "Describes what the plan's sources hold, and what a migration would make of it.") { plan, entities, sample, rows, seed, json, html };
        command.Validators.Add(result =>
        {
            if (result.GetResult(sample) is { Implicit: false } && result.GetResult(rows) is { Implicit: false })
            {
                result.AddError("--sample and --rows both say how much is read; expected one of them.");
            }
        });
        command.SetAction((parsed, cancellation) => Run(
            surroundings,
            parsed.GetRequiredValue(plan),
            new() { Entities = parsed.GetValue(entities) ?? [], Percent = PercentOf(parsed.GetValue(sample)), Rows = parsed.GetValue(rows), Seed = parsed.GetValue(seed) },
            (parsed.GetValue(json), parsed.GetValue(html)),
            cancellation));
        return command;
    }

    private static async Task<int> Run(Surroundings surroundings, string plan, ProfileOptions options, (bool Json, string? Html) output, CancellationToken cancellation)
    {
        var plans = PlanFile.Read(plan, target: null);
        var migration = plans[0] with { Entities = [.. plans.SelectMany(one => one.Entities).DistinctBy(entity => entity.Name)] };
        var progress = new RunProgress();
        var profile = await ProgressDisplay.Follow(
            surroundings.Error, surroundings.Clock, progress, () => surroundings.Engine.Profile(migration, options, progress, cancellation));
        if (output.Json)
        {
            surroundings.WriteRaw(ProfileJson.Write(profile));
        }
        else
        {
            ProfileText.Write(surroundings.Output, profile);
        }

        if (output.Html is { } file)
        {
            surroundings.Say($"Page for a browser: {OutputFile.Write(file, ProfilePage.Render(profile))}");
        }

        return profile.Mistakes.Count == 0 ? ExitCode.Done : ExitCode.Mistake;
    }

    private static Option<string?> Sample()
    {
        var option = new Option<string?>("--sample") { Description = "Read a sample of so many percent of each table's rows.", HelpName = "N%" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && PercentOf(text) is null)
            {
                result.AddError($"--sample is '{text}'; expected a percentage above 0 and up to 100, such as 5%.");
            }
        });
        return option;
    }

    private static double? PercentOf(string? text) =>
        double.TryParse(text?.TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100 ? percent : null;
}
