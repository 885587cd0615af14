using CrmMigration.Cli.Sample;
using CrmMigration.Profile;
using CrmMigration.Profile.Trials;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class PredictionsComeTrue
{
    [Fact]
    public async Task What_a_profile_says_of_the_rows_is_what_a_migration_does()
    {
        await using var crms = await Crms.Create();
        await new SampleCrm(5000, 3).Create(crms.Old.DataSource, new Progress<long>(), CancellationToken.None);

        var profile = await crms.Engine.Profile(Plans.Customers(), new(), new(), CancellationToken.None);
        var entity = (await crms.Migrate(Plans.Customers())).Entities.Single();

        var predicted = profile.Tables.Single().Predicted!;
        Assert.Equal(Rows(entity.Rejects), Rows(predicted, TrialFate.Rejected));
        Assert.Equal(Rows(entity.Corrections), Rows(predicted, TrialFate.Cleared, TrialFate.Corrected));
        Assert.NotEmpty(entity.Corrections);
    }

    [Fact]
    public async Task Duplicates_by_each_rule_enclose_those_that_are_merged()
    {
        await using var crms = await Crms.Create();
        await new SampleCrm(5000, 3).Create(crms.Old.DataSource, new Progress<long>(), CancellationToken.None);

        var profile = await crms.Engine.Profile(Plans.Customers(), new(), new(), CancellationToken.None);
        var report = await crms.Migrate(Plans.Customers());

        var matches = profile.Tables.Single().Matches;
        Assert.Equal([["email", "first_name"], ["phone", "first_name", "last_name"]], matches.Select(match => match.Columns));
        Assert.All(matches, match => Assert.Equal(0, match.Error));
        Assert.InRange(report.Counts.Merged, matches.Max(match => match.Rows), matches.Sum(match => match.Rows));
    }

    [Fact]
    public async Task A_frequent_value_is_no_evidence()
    {
        await using var crm = await ProfiledCrm.Create(
            "create table things (id int primary key, mail text); insert into things select i, case when i <= 60 then 'info@example.com' else 'a' || i / 2 || '@example.com' end from generate_series(1, 80) i");

        var match = (await crm.Table(Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "t", "key": "id", "create": true },
              "fields": [ { "from": "mail", "to": "mail", "as": "email" } ], "match": [["mail"]] }
            """))).Matches.Single();

        Assert.Equal((9, 9, 1, 60), (match.Groups, match.Rows, match.FrequentKeys, match.FrequentRows));
    }

    [Fact]
    public async Task A_cast_that_fails_is_told_and_the_rest_is_predicted_without_it()
    {
        await using var crm = await ProfiledCrm.Create("create table things (id int primary key, amount text, due text, mail text); insert into things values (1, '12.5', '2026-01-01', 'a'), (2, 'twelve', '2026-01-02', 'a@b.de')");

        var profile = await crm.Profile(Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "t", "key": "id", "create": true },
              "fields": [ { "from": "amount", "to": "amount", "cast": "numeric(12,2)" }, { "from": "due", "to": "due", "cast": "date" }, { "from": "mail", "to": "mail", "as": "email" } ],
              "required": ["amount", "mail"] }
            """));

        var table = profile.Tables.Single();
        Assert.Equal([new("amount", "numeric(12,2)")], table.FailingCasts);
        Assert.Equal(["email.no-at mail: 1"], Rows(table.Predicted!, TrialFate.Rejected));
        Assert.Equal(2, table.Columns.Single(column => column.Name == "amount").Text!.Shapes.Count);
        Assert.Contains(profile.StandsOut, remark => remark is { Weight: RemarkWeight.Serious, Column: "amount" });
    }

    [Fact]
    public async Task Rows_that_a_condition_leaves_out_are_counted_by_its_rule_and_take_no_part()
    {
        await using var crm = await ProfiledCrm.Create(
            "create table things (id int primary key, status text, mail text); insert into things select i, case when i <= 3 then 'deleted' else 'active' end, 'same@example.com' from generate_series(1, 5) i");

        var table = await crm.Table(Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "when": [ { "rule": "status.deleted", "column": "status", "notIn": ["deleted"] } ],
              "to": { "table": "t", "key": "id", "create": true }, "fields": [ { "from": "mail", "to": "mail", "as": "email" } ], "match": [["mail"]] }
            """));

        Assert.Equal(["status.deleted : 3"], Rows(table.Predicted!, TrialFate.Skipped));
        Assert.Equal(1, table.Matches.Single().Rows);
    }

    private static IEnumerable<string> Rows(IReadOnlyList<RuleCount> rules) =>
        rules.Select(rule => $"{rule.Rule} {rule.Field}: {rule.Rows}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Rows(IReadOnlyList<PredictedRule> rules, params TrialFate[] fates) =>
        rules.Where(rule => fates.Contains(rule.Fate)).Select(rule => $"{rule.Rule} {rule.Field}: {rule.Rows}").Order(StringComparer.Ordinal);
}
