using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

/// <summary>What every place of plans does.</summary>
public abstract class PlansByName
{
    private const string Json =
        """
        {
          "plan": "legacy",
          "sources": { "old": { "connection": "OldCrm" } },
          "target": { "connection": "NewCrm" },
          "entities": { "customers": { "from": { "table": "a", "key": "id" }, "to": { "table": "b", "key": "id" } } }
        }
        """;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IPlans Plans { get; }

    protected abstract Task Put(string file, byte[] content);

    [Fact]
    public async Task A_plan_is_read_by_its_name()
    {
        await Put("legacy-crm.json", Json);

        var plan = await Plans.Read("legacy-crm", Cancellation);

        Assert.Equal("legacy", plan.Name);
        Assert.Equal(Json, plan.Json);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_plan()
    {
        await Put("marked.json", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Json)]);

        var plan = await Plans.Read("marked", Cancellation);

        Assert.Equal(Json, plan.Json);
    }

    [Fact]
    public async Task Names_are_those_of_json_files_in_order()
    {
        await Put("zeta.json", Json);
        await Put("Alpha_2.json", Json);
        await Put("no plan.json", Json);
        await Put("notes.txt", Json);

        var names = await Plans.Names(Cancellation);

        Assert.Equal(["Alpha_2", "zeta"], names);
    }

    [Fact]
    public async Task An_unknown_plan_is_refused_with_the_names_there_are()
    {
        await Put("zeta.json", Json);
        await Put("alpha.json", Json);

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => Plans.Read("Zeta", Cancellation));

        Assert.Equal("There is no plan 'Zeta'. Known are: alpha, zeta.", refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../zeta")]
    [InlineData("/etc/passwd")]
    [InlineData("zeta.json.bak")]
    [InlineData("zeta\n")]
    [InlineData("zéta")]
    [InlineData("a%2Fb")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        await Put("zeta.json", Json);

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => Plans.Read(name, Cancellation));

        Assert.Contains("no name of a plan", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_with_mistakes_is_refused()
    {
        await Put("bad.json", """{ "plan": "bad" }""");

        await Assert.ThrowsAsync<InvalidPlanException>(() => Plans.Read("bad", Cancellation));
    }

    [Fact]
    public async Task A_plan_that_is_no_text_is_refused()
    {
        await Put("binary.json", [0xC0, 0x80, 0xFF]);

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => Plans.Read("binary", Cancellation));

        Assert.Contains("UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    private Task Put(string file, string content) => Put(file, System.Text.Encoding.UTF8.GetBytes(content));
}
