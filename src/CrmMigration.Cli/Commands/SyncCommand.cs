using System.CommandLine;
using System.Globalization;
using CrmMigration.Plan;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>sync PLAN</c>: what changed in the sources since the last pass, once or again and again.</summary>
internal static class SyncCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var every = Every();
        var confirm = new Option<bool>("--confirm-deletes") { Description = "Let rows leave the new CRM however many have left the old one." };
        var parallel = Arguments.Parallel();
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("sync", "Brings over what changed in the sources since the last run.") { plan, target, every, confirm, parallel, json, html };
        command.SetAction((parsed, cancellation) =>
        {
            var plans = PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target));
            var options = new RunOptions { Mode = RunMode.Incremental, ConfirmsDeletes = parsed.GetValue(confirm) };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            var runs = new ForegroundRuns(surroundings, parsed.GetValue(json), parsed.GetValue(html));
            Task<int> Pass(bool first) => runs.Start(plans, options with { ConfirmsDeletes = first && options.ConfirmsDeletes }, cancellation);
            return parsed.GetValue(every) is { } time ? Repeat(surroundings, (plans, time), Pass, cancellation) : Pass(first: true);
        });
        return command;
    }

    // A pass that failed is not followed by another: somebody has to look. What was confirmed was for the first.
    private static async Task<int> Repeat(Surroundings surroundings, (IReadOnlyList<MigrationPlan> Plans, TimeSpan Every) what, Func<bool, Task<int>> pass, CancellationToken cancellation)
    {
        for (var first = true; ; first = false)
        {
            var began = surroundings.Clock.GetTimestamp();
            var code = await pass(first);
            if (code != ExitCode.Done)
            {
                return code;
            }

            TimeSpan Rest() => TimeSpan.FromTicks(Math.Max(0, (what.Every - surroundings.Clock.GetElapsedTime(began)).Ticks));
            foreach (var plan in what.Plans)
            {
                if (await surroundings.Engine.SyncLag(plan, cancellation) is { } lag)
                {
                    surroundings.Say(string.Create(
                        CultureInfo.InvariantCulture, $"{plan.Name} lags at most {lag.TotalSeconds:0.0} s behind. The next pass begins in {Rest().TotalSeconds:0.#} s; Ctrl-C ends."));
                }
            }

            try
            {
                await Task.Delay(Rest(), surroundings.Clock, cancellation);
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Done;
            }
        }
    }

    private static Option<TimeSpan?> Every() => new("--every")
    {
        Description = "Begin a pass each time so much has passed since the last began, such as 30s, 5m or 1h; at once where that one took longer.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: [.. var number, var unit] }] && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count > 0
                && Unit(unit) is { } seconds && count * seconds <= TimeSpan.FromDays(1).TotalSeconds)
            {
                return TimeSpan.FromSeconds(count * seconds);
            }

            result.AddError($"--every is {string.Join(' ', result.Tokens)}; expected a number with s, m or h, up to 24h, such as 30s.");
            return null;
        },
    };

    private static int? Unit(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        _ => null,
    };
}
