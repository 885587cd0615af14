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
    public void A_setting_is_read_or_awaits_its_reader_and_never_both() =>
        Assert.Empty(SettingReads.All.Intersect(AppSettings.ReadLater));

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    public void No_setting_is_one_that_Flex_Consumption_refuses(string name) =>
        Assert.DoesNotContain(BicepFile.All, file => file.Text.Contains(name, StringComparison.Ordinal));

    [GeneratedRegex(@"^    settings: \{\n(.*?)^    \}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Settings();

    [GeneratedRegex(@"^      (\w+):", RegexOptions.Multiline)]
    private static partial Regex Name();
}
