using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public class RowsAreSkipped
{
    private const string People = """
        create table people (id int primary key, name text, status text, born date, amount numeric(12,2));
        insert into people values
          (1, 'Ann', 'A', '1980-01-01', 1.10), (2, 'Ann', 'D', '1980-01-01', 2.20), (3, null, 'X', '1880-01-01', 4.40),
          (4, 'Bob', null, '1880-01-01', 8.80), (5, 'Bob', 'A', null, 17.60), (6, 'Cy', 'A', '1990-01-01', 35.20);
        create table visits (id int primary key, person_id int);
        insert into visits values (10, 1), (11, 2), (12, 4), (13, 5), (14, null);
        """;

    private const string When = """
        "when": [
          { "rule": "inactive", "column": "status", "notIn": ["D", "X"] },
          { "rule": "too-old", "column": "born", "atLeast": "1900-01-01" }
        ]
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("\"match\": [[\"name\"]],", "")]
    [InlineData("\"match\": [[\"name\"]],", "create table persons (id int primary key, name text not null, status text, born date, amount numeric(12,2))")]
    public async Task A_row_that_does_not_meet_a_condition_is_skipped_under_its_rule(string match, string target)
    {
        await using var crms = await Crms.Create(People, target);

        var report = await crms.Migrate(Plan(match), partitionRows: 2);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(new FateCounts(6, 2, 0, 0, 0, 0, 4), report.Counts);
        Assert.Equal(
            ["2 Left out by the plan's rule inactive.", "3 Left out by the plan's rule inactive.", "4 Left out by the plan's rule too-old.", "5 Left out by the plan's rule too-old."],
            await crms.New.All<string>("select source_key || ' ' || reason from crm_migration.row_fates where fate = 'skipped' and target_key is null order by source_key"));
        Assert.Equal(["inactive 2 2,3", "too-old 2 4,5"], report.Entities[0].Skips.Select(rule => $"{rule.Rule} {rule.Rows} {string.Join(',', rule.SampleKeys)}"));
        Assert.Equal(["69.30 36.30 33.00"], report.Entities[0].Totals.Select(total => $"{total.Read} {total.Loaded} {total.LeftOut}"));
        Assert.Contains("<h3>Skipped, by rule</h3>", HtmlReport.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Children_of_skipped_parents_are_rejected_by_a_rule_of_their_own()
    {
        await using var crms = await Crms.Create(People);

        var report = await crms.Migrate(Plans.Of($$"""
            {{Entity("")}},
            "visits": {
              "from": { "table": "visits", "key": "id" }, "to": { "table": "calls", "key": "id", "create": true },
              "references": { "person_id": "people" }
            }
            """));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["10 created 10", "11 rejected", "12 rejected", "13 rejected", "14 created 14"], await crms.Fates("visits"));
        Assert.Equal(
            ["parent.skipped The people row that person_id refers to was skipped."],
            await crms.New.All<string>("select distinct rule || ' ' || reason from crm_migration.rejects"));
        Assert.Equal("skipped", await crms.New.One<string>("select status from crm_migration.xref where entity = 'people' and source_key = '2'"));
    }

    [Fact]
    public async Task A_row_skipped_by_a_later_run_stays_in_the_target_as_it_was()
    {
        await using var crms = await Crms.Create(People);
        await crms.Migrate(Plan(""));
        await crms.Old.Run("update people set status = 'D' where id = 1");

        var report = await crms.Migrate(Plan(""));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(new FateCounts(6, 0, 0, 1, 0, 0, 5), report.Counts);
        Assert.Equal([1, 6], await crms.New.All<int>("select id from persons order by id"));
    }

    [Fact]
    public async Task A_plan_that_skips_every_row_is_no_success()
    {
        await using var crms = await Crms.Create(People);
        await crms.Old.Run("update people set status = 'D'");

        var report = await crms.Migrate(Plan(""));

        Assert.Equal(Verdict.NotReconciled, report.Verdict);
        Assert.Contains("\"when\"", Assert.Single(report.Findings), StringComparison.Ordinal);
    }

    private static MigrationPlan Plan(string more) => Plans.Of(Entity(more));

    private static string Entity(string more) => $$"""
        "people": {
          "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true },
          {{more}} {{When}}
        }
        """;
}
