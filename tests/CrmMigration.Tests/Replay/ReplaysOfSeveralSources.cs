using CrmMigration.Rejects;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class ReplaysOfSeveralSources
{
    private const string Assign = "\"assign\"";

    [Theory]
    [InlineData("", null, "{ \"offset\": 1000 }")]
    [InlineData("", null, Assign)]
    [InlineData(TwoOldCrms.Target, Assign, Assign)]
    public async Task Fixed_rows_of_both_arrive_with_their_orders_as_if_they_had_been_good_from_the_start(string newSchema, string? west, string? east)
    {
        await using var crms = await TwoOldCrms.Create(newSchema);
        var plan = TwoOldCrms.Plan(west, east);
        await crms.Migrate(plan, 4);

        // One stands alone, the other is somebody whom both old CRMs know.
        Assert.Equal(1, await crms.Fix("required.missing", "west:3", ("name", "Ida Moss")));
        Assert.Equal(1, await crms.Fix("required.missing", "east:4", ("given", "Flo"), ("family", "Hart"), ("mail", "flo@example.com")));
        var report = await crms.Replay(plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["orders 5 parent.skipped", "orders 11 parent.skipped"], await crms.Rejects());
        Assert.Equal(
            ["Ann Lee 2 22.50 EUR", "Ann Lee 4 37.50 USD", "Bob Ray 4 55.00 USD", "Cy Orr 2 15.00 EUR", "Dee Fox 2 25.00 USD", "Eve Gray 2 35.00 USD", "Flo Hart 4 50.00 USD", "Ida Moss 2 12.50 USD"],
            await crms.New.All<string>(TwoOldCrms.OrdersByName));
        Assert.Equal(
            ["EUR  37.50 37.50 True", "EUR west 37.50 37.50 True", "USD  255.00 215.00 True", "USD east 195.00 155.00 True", "USD west 60.00 60.00 True"],
            report.Entities.Single(entity => entity.Name == "orders").Totals.Select(total => $"{total.Group} {total.Source} {total.Read} {total.Loaded} {total.Agrees}").Order());
    }

    [Fact]
    public async Task A_key_that_stands_in_both_is_named_with_its_source()
    {
        await using var crms = await TwoOldCrms.Create();
        await crms.Old.Run("update customers set name = null where id = 4");
        await crms.Migrate(TwoOldCrms.Plan(null, "{ \"offset\": 1000 }"), 4);

        Assert.Equal(1, await crms.Say("required.missing", "west:4", new RejectFix.Skip()));
        Assert.Equal(["west:3 open", "west:4 skip", "east:4 open"], await crms.New.All<string>(
            "select concat(cut.source, ':', source_key, ' ', resolution) from crm_migration.rejected_rows join crm_migration.partitions as cut using (entity_id, partition) where rule = 'required.missing' order by partition, source_key"));
        Assert.Equal(2, await crms.Say("required.missing", "4", new RejectFix.Skip()));
    }
}
