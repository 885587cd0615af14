using System.Text.RegularExpressions;
using CrmMigration.Tests.Plan;
using Xunit;

namespace CrmMigration.Tests.Infra;

public sealed partial class SecretTests
{
    [Fact]
    public void No_template_holds_a_secret_or_asks_Azure_for_a_key()
    {
        var found = BicepFile.All.SelectMany(file => Secret().Matches(file.Text).Select(match => $"{file.Name}: {match.Value}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("AccountKey=abc")]
    [InlineData("Host=db;Password=abc")]
    [InlineData("https://account.blob.core.windows.net/plans?sv=2025&sig=abc")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("account.listKeys().keys[0].value")]
    [InlineData("param password string = 'abc'")]
    public void The_search_knows_a_secret_when_it_sees_one(string text) => Assert.Matches(Secret(), text);

    [Fact]
    public void The_deploy_script_puts_no_secret_on_a_command_line()
    {
        var script = File.ReadAllText(Repository.File("scripts/deploy.sh"));

        Assert.DoesNotContain("--value", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("keyvault secret set(?!.* --file )"), script);
    }

    [GeneratedRegex(@"(AccountKey|SharedAccessKey|Password|Pwd)\s*=\s*\S|[?&]sig=|-----BEGIN|\blist(Keys|Secrets|Credentials|AccountSas|ServiceSas)\b|password\w* string = '.", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
