using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using CrmMigration.Plan;

namespace CrmMigration.Cli.Commands;

/// <summary>Arguments and options that several commands take.</summary>
internal static class Arguments
{
    public static Argument<string> Plan() => new("PLAN") { Description = "The plan's file (JSON with comments)." };

    public static Argument<string> Run() => new("RUN") { Description = "The id of a run or rehearsal, or latest or latest-rehearsal." };

    public static Option<string?> Connection(string description) => new("--connection") { Description = description, HelpName = "NAME" };

    public static Option<string?> LookIn() => Connection("Look only in the database of this connection. Without it, all configured ones are asked.");

    public static Option<string?> Target() => new("--target") { Description = "Only this one of the plan's targets. Without it, all, one after the other.", HelpName = "NAME" };

    public static Option<string?> Rule(string description) => new("--rule") { Description = description, HelpName = "CODE" };

    public static Option<string?> Entity() => new("--entity") { Description = "Only rows of this entity.", HelpName = "E" };

    public static Option<string?> Key() => new("--key") { Description = "Only the row with this source key; where it is in several sources, SOURCE:KEY names one.", HelpName = "K" };

    public static Option<bool> Json(string description) => new("--json") { Description = description };

    public static Option<int?> Parallel() => AtLeastOne("--parallel", "Partitions at work at once; also the cap on connections to the source.");

    public static Option<string?> Html() => new("--html") { Description = "Also write the report as one self-contained HTML page.", HelpName = "FILE" };

    public static Option<int?> PartitionRows() => AtLeastOne("--partition-rows", "Rows in a partition. Without it, chosen by the table's size.");

    /// <summary>Above 0 to 100, with or without the sign.</summary>
    public static Option<double?> Percent(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N%",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100)
            {
                return percent;
            }

            result.AddError($"{name} is {string.Join(' ', result.Tokens)}; expected a percentage above 0 and up to 100, such as 10%.");
            return null;
        },
    };

    public static Option<string?> RunId(string description)
    {
        var option = new Option<string?>("--run-id") { Description = description, HelpName = "ID" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var id }] && !Runs.RunId.IsValid(id))
            {
                result.AddError($"--run-id is '{id}'; expected 1 to {Runs.RunId.MaxLength} letters, digits, dots, dashes and underscores, and not 'latest' or 'latest-rehearsal'.");
            }
        });
        return option;
    }

    public static string NewRunId(MigrationPlan plan, TimeProvider clock) =>
        Runs.RunId.New(plan.Name, clock.GetUtcNow(), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));

    public static Option<int?> AtLeastOne(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < 1)
            {
                result.AddError($"{name} is {text}; expected 1 or more.");
            }
        });
        return option;
    }
}
