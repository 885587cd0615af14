using System.Text.RegularExpressions;
using CrmMigration.Tests.Plan;
using Xunit;

namespace CrmMigration.Tests.Infra;

public sealed partial class ParameterFileTests
{
    public static TheoryData<string> Environments => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_parameter_file_is_for_the_main_template(string environment) =>
        Assert.Equal([BicepFile.Main.Path], File(environment).References);

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_parameter_file_sets_only_what_the_template_knows(string environment)
    {
        var known = BicepFile.Main.Parameters.Select(parameter => parameter.Name);

        Assert.Empty(File(environment).Parameters.Select(parameter => parameter.Name).Except(known));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void A_parameter_file_sets_everything_that_has_no_default(string environment)
    {
        var required = BicepFile.Main.Parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name);

        Assert.Empty(required.Except(File(environment).Parameters.Select(parameter => parameter.Name)));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_deploy_script_explains_every_variable_that_a_parameter_file_reads(string environment)
    {
        var script = System.IO.File.ReadAllText(Repository.File("scripts/deploy.sh"));

        var variables = Variable().Matches(File(environment).Text).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(variables);
        Assert.All(variables, variable => Assert.Contains($"#   {variable} ", script, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_explains_every_parameter()
    {
        var readme = System.IO.File.ReadAllText(Repository.File("README.md"));

        Assert.All(BicepFile.Main.Parameters, parameter => Assert.Contains($"| `{parameter.Name}` |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_deploy_script_reads_only_outputs_that_the_template_has()
    {
        var script = System.IO.File.ReadAllText(Repository.File("scripts/deploy.sh"));
        var outputs = BicepFile.Main.Declarations.Where(declaration => declaration.Keyword == "output").Select(output => output.Name);

        var read = Output().Matches(script).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(read);
        Assert.Empty(read.Except(outputs));
    }

    private static BicepFile File(string environment) => BicepFile.All.Single(file => file.Name == $"main.{environment}.bicepparam");

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b(\w+)\.value\b")]
    private static partial Regex Output();
}
