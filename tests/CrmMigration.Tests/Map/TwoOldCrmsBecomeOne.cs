using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Plan;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Map;

public class TwoOldCrmsBecomeOne
{
    private const string Offset = "{ \"offset\": 1000 }";
    private const string Assign = "\"assign\"";
    private const string Keys = "select concat_ws(' ', entity, source, source_key, status, target_key) from crm_migration.xref order by entity, source, source_key::int";

    // The same whatever keys they get: people of both are one, filled from each other, and each order stands with its person.
    private static readonly string[] People =
        ["Ann Lee ann@example.com +12125550100 silver", "Bob Ray bob@example.com +12125550101 gold", "Cy Orr", "Dee Fox dee@example.com", "Eve Gray eve@example.com gold", "Flo Hart flo@example.com"];

    private static readonly string[] Orders =
        [
            "Ann Lee 2 22.50 EUR", "Ann Lee 4 37.50 USD", "Bob Ray 4 55.00 USD", "Cy Orr 2 15.00 EUR", "Dee Fox 2 25.00 USD", "Eve Gray 2 35.00 USD", "Flo Hart 2 20.00 USD",
        ];

    public static TheoryData<string, string?, string?> Policies => new()
    {
        { "", null, Offset }, { "", null, Assign }, { "", Assign, Assign }, { "", Offset, "{ \"offset\": 2000 }" },
        { TwoOldCrms.Target, Offset, "{ \"offset\": 2000 }" }, { TwoOldCrms.Target, Assign, Assign }, { TwoOldCrms.Target, Offset, Assign },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Whatever_becomes_of_the_keys_people_are_merged_across_both_and_orders_follow(string newSchema, string? west, string? east)
    {
        await using var crms = await TwoOldCrms.Create(newSchema);

        var report = await crms.Migrate(TwoOldCrms.Plan(west, east), 4);

        Assert.Equal((Verdict.Reconciled, 0), (report.Verdict, report.Findings.Count));
        Assert.Equal(People, await crms.New.All<string>(TwoOldCrms.PeopleByName));
        Assert.Equal(Orders, await crms.New.All<string>(TwoOldCrms.OrdersByName));
    }

    [Fact]
    public async Task The_example_is_one()
    {
        await using var crms = await TwoOldCrms.Create();

        var report = await crms.Migrate(PlanReader.ReadFile(Repository.File("plans/examples/two-old-crms.json")));

        Assert.Equal((Verdict.Reconciled, 0), (report.Verdict, report.Findings.Count));
        Assert.Equal(People, await crms.New.All<string>(TwoOldCrms.PeopleByName));
        Assert.Equal(Orders, await crms.New.All<string>(TwoOldCrms.OrdersByName));
        Assert.Equal(["f east", "f east", "t west", "t west", "t west", "t west"], await crms.New.All<string>("select concat(id between 1 and 6, ' ', origin) from new_customers order by 1"));
    }

    [Theory]
    [InlineData("", null, Offset)]
    [InlineData("", null, Assign)]
    [InlineData(TwoOldCrms.Target, Assign, Assign)]
    public async Task Another_run_finds_every_row_under_the_key_it_has(string newSchema, string? west, string? east)
    {
        await using var crms = await TwoOldCrms.Create(newSchema);
        await crms.Migrate(TwoOldCrms.Plan(west, east), 4);
        var keys = await crms.New.All<string>(Keys);
        await crms.Other!.Run("insert into clients values (7, 'Gil', 'New', null, null, null, false); insert into sales values (13, 7, 1.00, 'USD')");

        var again = await crms.Migrate(TwoOldCrms.Plan(west, east), 3);

        Assert.Equal(Verdict.Reconciled, again.Verdict);
        Assert.Equal((2, 0), (again.Counts.Created, again.Counts.Updated));
        Assert.Equal(keys, (await crms.New.All<string>(Keys)).Where(line => !line.StartsWith("customers east 7 ", StringComparison.Ordinal) && !line.StartsWith("orders east 13 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keys_that_were_assigned_come_again_in_a_target_made_anew()
    {
        await using var crms = await TwoOldCrms.Create();
        await crms.Migrate(TwoOldCrms.Plan(null, Assign), 4);
        var keys = await crms.New.All<string>(Keys);
        await crms.New.Run("drop table new_orders; drop table new_customers");

        var again = await crms.Migrate(TwoOldCrms.Plan(null, Assign), 4);

        Assert.Equal(Verdict.Reconciled, again.Verdict);
        Assert.Equal(keys, await crms.New.All<string>(Keys));
        Assert.Equal(Orders, await crms.New.All<string>(TwoOldCrms.OrdersByName));
    }

    [Fact]
    public async Task Rows_of_the_targets_own_keep_their_numbers_and_are_not_written()
    {
        const string Own = "select md5(string_agg(concat_ws(' ', xmin, t.*::text), '|' order by id)) from new_customers as t where first_name = 'Own'";
        await using var crms = await TwoOldCrms.Create(TwoOldCrms.Target);
        var before = await crms.New.One<string>(Own);

        await crms.Migrate(TwoOldCrms.Plan(Assign, Assign), 4);
        await crms.New.Run("insert into new_customers (first_name, last_name) values ('Own', 'Later')");

        Assert.Equal(before, await crms.New.One<string>(Own.Replace("where", "where last_name <> 'Later' and", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_report_tells_what_became_of_each_source()
    {
        await using var crms = await TwoOldCrms.Create();

        var report = await crms.Migrate(TwoOldCrms.Plan(null, Offset), 4);

        var customers = report.Entities.Single(entity => entity.Name == "customers");
        var orders = report.Entities.Single(entity => entity.Name == "orders");
        Assert.Equal([("west", new FateCounts(6, 4, 0, 0, 1, 1, 0)), ("east", new FateCounts(6, 2, 0, 0, 2, 1, 1))], customers.Sources.Select(source => (source.Name, source.Counts)));
        Assert.Equal(["west:3", "east:4"], Assert.Single(customers.Rejects).SampleKeys.OrderDescending());
        Assert.Equal(["east:6"], Assert.Single(customers.Skips).SampleKeys);
        Assert.Equal(
            ["EUR  37.50 37.50 True", "EUR west 37.50 37.50 True", "USD  255.00 172.50 True", "USD east 195.00 125.00 True", "USD west 60.00 47.50 True"],
            orders.Totals.Select(total => $"{total.Group} {total.Source} {total.Read} {total.Loaded} {total.Agrees}").Order());
    }

    [Fact]
    public async Task Target_and_fates_do_not_depend_on_the_cut()
    {
        await using var crms = await TwoOldCrms.Create();
        var results = new List<string>();

        foreach (var (size, parallel) in new[] { (1, 1), (2, 3), (100, 2) })
        {
            await crms.StartOver();
            await crms.Migrate(TwoOldCrms.Plan(null, Offset), new RunOptions { RunId = "run-1", PartitionRows = size, Parallel = parallel });
            results.Add($"{await crms.HashOf("new_customers")} {await crms.HashOf("new_orders")} {string.Join('|', await crms.New.All<string>(Keys))}");
        }

        Assert.Equal(Enumerable.Repeat(results[0], 3), results);
    }

    [Theory]
    [InlineData("")]
    [InlineData(TwoOldCrms.Target)]
    public async Task A_row_that_comes_among_the_keys_of_another_source_is_rejected(string newSchema)
    {
        await using var crms = await TwoOldCrms.Create(newSchema);

        // 1000 is added to it: it would be the third customer of west.
        var report = await SteppedRun.Migrate(
            crms, TwoOldCrms.Plan(Offset, "{ \"offset\": 2000 }"), new() { RunId = "run-1", PartitionRows = 4 },
            step => step == "PartitionEntity" ? crms.Other!.Run("insert into clients values (-997, 'Late', 'Row', 'late@example.com', null, null, false) on conflict do nothing") : Task.CompletedTask);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["-997 key.taken The key that it would have in the target lies among those of the source west."], await crms.New.All<string>(
            "select concat_ws(' ', source_key, rule, reason) from crm_migration.rejects where source = 'east' and entity = 'customers' and rule <> 'required.missing'"));
        Assert.Equal(People, await crms.New.All<string>(TwoOldCrms.PeopleByName));
    }
}
