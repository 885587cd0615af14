using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class SeveralTargetsReaderTests
{
    private const string Both =
        """
        "orders": { "from": { "table": "orders", "key": "id" },
          "to": [
            { "target": "crm", "table": "orders", "key": "id" },
            // Whole lines, commas and all.
            { "target": "archive",
              "table": "sales", "key": "no" },
          ] },
        "people": { "from": { "table": "people", "key": "id" }, "to": { "target": "archive", "table": "people", "key": "id" } }
        """;

    [Fact]
    public void Each_target_is_a_plan_of_its_own()
    {
        var plans = PlanReader.ReadAll(Of(Both));

        Assert.Equal(
            ["shop.crm crm NewCrm: orders into public.orders by id", "shop.archive archive Archive: orders into public.sales by no, people into public.people by id"],
            plans.Select(plan => $"{plan.Name} {plan.Target} {plan.TargetConnection}: "
                + string.Join(", ", plan.Entities.Select(entity => $"{entity.Name} into {entity.TargetTable.Schema}.{entity.TargetTable.Name} by {entity.TargetKey}"))));
    }

    [Fact]
    public void The_text_of_one_target_tells_nothing_of_the_others_and_reads_the_same_again()
    {
        foreach (var plan in PlanReader.ReadAll(Of(Both)))
        {
            var again = PlanReader.Read(plan.Json);

            Assert.Equal((plan.Name, plan.TargetConnection, plan.Entities.Count), (again.Name, again.TargetConnection, again.Entities.Count));
            Assert.DoesNotContain(plan.Target == "crm" ? "Archive" : "NewCrm", plan.Json, StringComparison.Ordinal);
            Assert.Equal(Of(Both).Split('\n').Length, plan.Json.Split('\n').Length);
        }
    }

    [Fact]
    public void A_plan_of_one_target_is_one_plan()
    {
        var plan = Assert.Single(PlanReader.ReadAll(PlanJson.With("")));

        Assert.Equal(("test", null), (plan.Name, plan.Target));
    }

    [Theory]
    [InlineData("\"to\": { \"table\": \"orders\", \"key\": \"id\" }", "$.entities.orders.to", "it is not said which target this is for")]
    [InlineData("\"to\": [{ \"target\": \"crm\", \"table\": \"o\", \"key\": \"id\" }, { \"target\": \"achive\", \"table\": \"o\", \"key\": \"id\" }]", "$.entities.orders.to[1].target", "there is no target \"achive\"")]
    [InlineData("\"to\": [{ \"target\": \"crm\", \"table\": \"o\", \"key\": \"id\" }, { \"target\": \"crm\", \"table\": \"p\", \"key\": \"id\" }]", "$.entities.orders.to[1]", "the target crm stands twice in this list")]
    [InlineData("\"to\": [{ \"target\": \"archive\", \"table\": \"o\", \"key\": \"id\" }, { \"target\": \"crm\", \"key\": \"id\" }]", "$.entities.orders.to[1].table", "\"table\" is missing")]
    public void A_mistake_is_told_with_its_place_in_the_whole_text(string to, string path, string found)
    {
        var json = Of($$"""
            "people": { "from": { "table": "people", "key": "id" },
              "to": [{ "target": "crm", "table": "p", "key": "id" }, { "target": "archive", "table": "p", "key": "id" }] },
            "orders": { "from": { "table": "orders", "key": "id" },
              {{to}} }
            """);

        var mistakes = Assert.Throws<InvalidPlanException>(() => PlanReader.ReadAll(json)).Mistakes;

        Assert.Contains(mistakes, mistake => mistake.Path == path && mistake.Line == 8 && mistake.Found.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_in_what_all_share_is_told_once()
    {
        var json = Of(Both.Replace("\"from\": { \"table\": \"orders\", \"key\": \"id\" }", "\"from\": { \"table\": \"orders\" }", StringComparison.Ordinal));

        Assert.Equal("$.entities.orders.from.key", Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.ReadAll(json)).Mistakes).Path);
    }

    [Fact]
    public void A_target_that_nothing_goes_to_is_a_mistake()
    {
        var json = Of("""
            "people": { "from": { "table": "people", "key": "id" }, "to": { "target": "crm", "table": "p", "key": "id" } }
            """);

        Assert.Contains(Assert.Throws<InvalidPlanException>(() => PlanReader.ReadAll(json)).Mistakes, mistake => mistake.Found == "no entity goes to the target archive");
    }

    [Fact]
    public void Two_targets_have_two_databases()
    {
        var json = Of(Both).Replace("\"Archive\"", "\"NewCrm\"", StringComparison.Ordinal);

        Assert.Contains("the targets crm and archive have one connection", Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.ReadAll(json)).Mistakes).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_needs_targets_with_names()
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.ReadAll(PlanJson.Of("""
            "people": { "from": { "table": "people", "key": "id" }, "to": [{ "table": "p", "key": "id" }] }
            """))).Mistakes);

        Assert.Equal("$.entities.people.to", mistake.Path);
    }

    [Fact]
    public async Task In_a_folder_each_is_a_plan_with_the_name_of_file_and_target()
    {
        using var folder = new Postgres.WrittenPlans();
        folder.Write(Of(Both), "shop-1");
        var plans = new FolderPlans(folder.Folder);

        Assert.Equal(["shop-1.crm", "shop-1.archive"], await plans.Names(TestContext.Current.CancellationToken));
        Assert.Equal("shop.archive", (await plans.Read("shop-1.archive", TestContext.Current.CancellationToken)).Name);
        foreach (var wrong in new[] { "shop-1", "shop-1.other" })
        {
            var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => plans.Read(wrong, TestContext.Current.CancellationToken));
            Assert.Contains("Known are: shop-1.crm, shop-1.archive.", refused.Message, StringComparison.Ordinal);
        }
    }

    private static string Of(string entities) =>
        $$"""
        { "plan": "shop", "sources": { "old": { "connection": "Old" } },
          "targets": { "crm": { "connection": "NewCrm" },
            "archive": { "connection": "Archive" } },
          "entities": {
        {{entities}}
        } }
        """;
}
