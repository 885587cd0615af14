using System.Text.Json;
using System.Text.RegularExpressions;
using CrmMigration.Tests.Plan;
using Xunit;

namespace CrmMigration.Tests.Infra;

public sealed partial class AppSettingTests
{
    [Fact]
    public void Azure_has_the_settings_that_the_app_reads()
    {
        var block = Settings().Match(BicepFile.Main.Text).Groups[1].Value;

        var names = Name().Matches(block).Select(match => match.Groups[1].Value);

        Assert.Equal(AppSettings.InAzure.Order(), names.Order());
    }

    [Fact]
    public void The_sample_of_local_settings_has_the_settings_that_the_app_reads()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Repository.File("local.settings.sample.json")));

        var names = sample.RootElement.GetProperty("Values").EnumerateObject().Select(setting => setting.Name);

        Assert.Equal(AppSettings.OnADevelopersMachine.Order(), names.Order());
    }

    [Fact]
    public void The_task_hub_is_the_one_that_the_settings_name()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Repository.File("host.json")));

        var hub = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString();

        Assert.Equal("%CrmMigrationTaskHub%", hub);
        Assert.Contains("CrmMigrationTaskHub", AppSettings.OfTheProduct);
    }

    // The Functions host reads a double underscore as a colon before it looks a name between percent signs up, and would not find it.
    [Fact]
    public void A_setting_that_the_Functions_host_looks_up_by_name_has_no_double_underscore()
    {
        var triggers = Directory.EnumerateFiles(Repository.File("src/CrmMigration.Functions/Triggers"), "*.cs").Select(File.ReadAllText);

        var names = triggers.Append(File.ReadAllText(Repository.File("host.json"))).SelectMany(text => LookedUp().Matches(text)).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(["CrmMigrationTaskHub", "IncrementalSyncSchedule"], names.Order());
        Assert.All(names, name => Assert.Contains(name, AppSettings.OfTheProduct));
        Assert.All(names, name => Assert.DoesNotContain("__", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    public void No_setting_is_one_that_Flex_Consumption_refuses(string name) =>
        Assert.DoesNotContain(BicepFile.All, file => file.Text.Contains(name, StringComparison.Ordinal));

    [GeneratedRegex(@"^    settings: \{\n(.*?)^    \}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Settings();

    [GeneratedRegex("\"%(\\w+)%\"")]
    private static partial Regex LookedUp();

    [GeneratedRegex(@"^      (\w+):", RegexOptions.Multiline)]
    private static partial Regex Name();
}
