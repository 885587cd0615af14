using CrmMigration.Runs;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class RunIds
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 11, 15, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("legacy-crm", "legacy-crm-20261123-101500-")]
    [InlineData("Old CRM / Köln", "old-crm-k-ln-20261123-101500-")]
    [InlineData("客户", "run-20261123-101500-")]
    public void An_id_is_made_of_the_plan_and_the_time_in_UTC(string plan, string expected)
    {
        var id = RunId.New(plan, Now, random: 7);

        Assert.StartsWith(expected, id, StringComparison.Ordinal);
        Assert.True(RunId.IsValid(id));
    }

    [Fact]
    public void Another_random_number_gives_another_id()
    {
        var ids = Enumerable.Range(0, 1_000).Select(random => RunId.New("plan", Now, (uint)random)).ToHashSet();

        Assert.Equal(1_000, ids.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("latest-rehearsal")]
    [InlineData("a b")]
    [InlineData("../up")]
    public void What_could_be_misread_is_no_id(string id) => Assert.False(RunId.IsValid(id));
}
