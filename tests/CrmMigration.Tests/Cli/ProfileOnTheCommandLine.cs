using System.Text.Json;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Profile;
using Xunit;

namespace CrmMigration.Tests.Cli;

public sealed class ProfileOnTheCommandLine
{
    private const string Customers =
        """
        create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255));
        insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', case when i % 4 = 0 then '555-0142' else '212 555 0' || 100 + i end from generate_series(1, 100) i
        """;

    [Fact]
    public async Task A_profile_needs_no_target_and_tells_the_worst_first()
    {
        await using var crm = await ProfiledCrm.Create(Customers);
        using var plans = new WrittenPlans();
        var program = new ProgramInMemory();

        var code = await program.Run(crm.Settings, "profile", plans.Write(Plans.Customers()));

        Assert.Equal(0, code);
        Assert.Contains("customers.phone: 25 rows (25.0 %) would arrive without the value", program.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.True(program.Output.IndexOf("What stands out", StringComparison.Ordinal) < program.Output.IndexOf("Columns", StringComparison.Ordinal));
        Assert.All(program.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public async Task Json_and_html_are_one_profile()
    {
        await using var crm = await ProfiledCrm.Create(Customers);
        using var plans = new WrittenPlans();
        var program = new ProgramInMemory();
        var page = Path.Combine(plans.Folder, "profile.html");

        var code = await program.Run(crm.Settings, "profile", plans.Write(Plans.Customers()), "--json", "--html", page, "--sample", "50%", "--seed", "3");

        Assert.Equal(0, code);
        var profile = JsonDocument.Parse(program.Output).RootElement;
        Assert.Equal(1, profile.GetProperty("profileVersion").GetInt32());
        Assert.Equal("Rows", profile.GetProperty("tables")[0].GetProperty("read").GetProperty("method").GetString());
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_missing_is_a_mistake_and_the_others_are_described()
    {
        await using var crm = await ProfiledCrm.Create(Customers);
        using var plans = new WrittenPlans();
        var program = new ProgramInMemory();

        var code = await program.Run(crm.Settings, "profile", plans.Write(Plans.CustomersAndOrders()));

        Assert.Equal(2, code);
        Assert.Contains("there is no table old_crm_orders in OldCrm", program.Output, StringComparison.Ordinal);
        Assert.Contains("old_crm_customers of source old", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_that_the_plan_does_not_have_is_told_with_those_it_has()
    {
        await using var crm = await ProfiledCrm.Create(Customers);
        using var plans = new WrittenPlans();
        var program = new ProgramInMemory();

        var code = await program.Run(crm.Settings, "profile", plans.Write(Plans.Customers()), "--entity", "orders");

        Assert.Equal(2, code);
        Assert.Contains("The plan test has no entity 'orders'. It has: customers.", program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sample 0%")]
    [InlineData("--sample 101%")]
    [InlineData("--sample some")]
    [InlineData("--rows 0")]
    [InlineData("--sample 5% --rows 100")]
    public async Task A_sample_that_cannot_be_taken_is_refused(string options)
    {
        var program = new ProgramInMemory();

        var code = await program.Run(["profile", "plan.json", .. options.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(options.Split(' ')[0], program.Error, StringComparison.Ordinal);
    }
}
