using Xunit;

namespace CrmMigration.Tests.Infra;

public sealed class TemplateTests
{
    [Fact]
    public void Every_file_that_is_referred_to_exists()
    {
        var missing = BicepFile.All.SelectMany(file => file.References.Where(path => !File.Exists(path)).Select(path => $"{file.Name} -> {path}"));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_module_is_referred_to()
    {
        var referredTo = BicepFile.All.SelectMany(file => file.References).ToHashSet();

        var modules = BicepFile.All.Where(file => file.Name.StartsWith("modules", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(modules);
        Assert.DoesNotContain(modules, file => !referredTo.Contains(file.Path));
    }

    [Fact]
    public void Every_parameter_and_output_of_a_template_is_described()
    {
        var templates = BicepFile.All.Where(file => file.Path.EndsWith(".bicep", StringComparison.Ordinal)).ToList();

        var silent = templates.SelectMany(file => file.Declarations.Where(it => !it.IsDescribed).Select(it => $"{file.Name}: {it.Name}"));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_parameter_of_a_template_is_used()
    {
        var templates = BicepFile.All.Where(file => file.Path.EndsWith(".bicep", StringComparison.Ordinal)).ToList();

        var idle = templates.SelectMany(file => file.Parameters.Where(it => !file.Uses(it.Name)).Select(it => $"{file.Name}: {it.Name}"));

        Assert.Empty(idle);
    }

    [Theory]
    [InlineData("storage", "allowSharedKeyAccess: false")]
    [InlineData("storage", "allowBlobPublicAccess: false")]
    [InlineData("storage", "minimumTlsVersion: 'TLS1_2'")]
    [InlineData("keyVault", "enableRbacAuthorization: true")]
    [InlineData("keyVault", "enablePurgeProtection: true")]
    [InlineData("postgres", "passwordAuth: 'Disabled'")]
    [InlineData("monitoring", "DisableLocalAuth: true")]
    [InlineData("functionApp", "httpsOnly: true")]
    [InlineData("functionApp", "ftpsState: 'Disabled'")]
    public void Doors_that_need_no_token_are_closed(string module, string setting)
    {
        var text = BicepFile.All.Single(file => file.Name == Path.Combine("modules", $"{module}.bicep")).Text;

        Assert.Contains(setting, text, StringComparison.Ordinal);
    }
}
