using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public class FolderPlansTests
{
    [Fact]
    public async Task A_plan_is_found_by_the_name_of_its_file()
    {
        var plans = new FolderPlans(Repository.File("plans"));

        var names = await plans.Names(CancellationToken.None);
        var plan = await plans.Read("legacy-crm", CancellationToken.None);

        Assert.Contains("legacy-crm", names);
        Assert.DoesNotContain(names, name => name.Contains("schema", StringComparison.Ordinal));
        Assert.Equal("legacy-crm", plan.Name);
    }

    [Theory]
    [InlineData("nowhere", "Known are: legacy-crm.")]
    [InlineData("../plans/legacy-crm", "That is no name of a plan.")]
    [InlineData("plan.schema", "Known are: legacy-crm.")]
    public async Task A_name_that_is_not_listed_is_refused(string name, string reason)
    {
        var plans = new FolderPlans(Repository.File("plans"));

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => plans.Read(name, CancellationToken.None));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => new FolderPlans("no-such-folder").Names(CancellationToken.None));

        Assert.Contains("no-such-folder", refusal.Message, StringComparison.Ordinal);
    }
}
