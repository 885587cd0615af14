using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CrmMigration.Flow;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace CrmMigration.Functions.Tests.Orchestrations;

public class TheHostIsThin
{
    [Fact]
    public void Every_step_has_exactly_one_activity_of_its_name_and_the_reverse()
    {
        var steps = typeof(Steps).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(step => step.Name).Order();

        var activities = Functions(typeof(ActivityTriggerAttribute)).Order();

        Assert.Equal(steps, activities);
    }

    [Fact]
    public void Every_child_flow_has_an_orchestration_of_its_name()
    {
        Assert.Equal(["MigrateEntity", "MigrationOrchestrator", "Replay", "ReplayEntity", "RunBlock", "SynchronizeEntity", "VerifyEntity", "Withdraw"], Functions(typeof(OrchestrationTriggerAttribute)).Order());
    }

    [Fact]
    public void There_is_no_if_in_the_host()
    {
        foreach (var file in Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(new Regex(@"\b(if|switch|while|for|foreach|catch)\b *[({]|\?\?|\? .* :"), Regex.Replace(File.ReadAllText(file), "//.*", ""));
        }
    }

    private static IEnumerable<string> Functions(Type trigger) => typeof(CrmMigration.Functions.Orchestrations.MigrationOrchestrator).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(trigger)))
        .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    private static string Sources([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CrmMigration.Functions"));
}
