using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class KeysAndReferencesAreFound
{
    [Fact]
    public async Task A_key_that_nothing_makes_unique_is_counted()
    {
        await using var crm = await ProfiledCrm.Create(
            "create table things (id int, code text, name text); insert into things select i % 90, 'c' || i, 'same' from generate_series(1, 100) i; insert into things values (null, 'c0', 'same')");

        var profile = await crm.Profile(Plans.Copy("things", "t", create: true));

        Assert.Equal(new KeyProfile("id", true, false, 1, 10, 10), profile.Tables.Single().Keys[0]);
        Assert.Equal([new KeyProfile("code", false, false, 0, 0, 0)], profile.Tables.Single().Keys.Skip(1));
        Assert.Contains(profile.StandsOut, remark => remark is { Weight: RemarkWeight.Serious, Column: "id" } && remark.Sentence.StartsWith("10 keys", StringComparison.Ordinal));
        Assert.Equal("$.entities.things.from.key", Assert.Single(profile.Mistakes).Path);
    }

    [Fact]
    public async Task A_column_that_is_unique_but_for_some_rows_is_told_and_one_that_repeats_is_not()
    {
        await using var crm = await ProfiledCrm.Create(
            """
            create table things (id int primary key, code text, kind text, mail text unique not null);
            insert into things select i, 'c' || case when i <= 3 then 1 else i end, 'k' || i % 5, i || '@x' from generate_series(1, 300) i
            """);

        var keys = (await crm.Table(Plans.Copy("things", "t", create: true))).Keys;

        Assert.Equal(
            [new("id", true, true, 0, 0, 0), new("mail", false, true, 0, 0, 0), new KeyProfile("code", false, false, 0, 1, 2)], keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(50.0)]
    public async Task Orphans_of_the_plans_references_are_counted_exactly_also_beside_a_sample(double? percent)
    {
        await using var crm = await ProfiledCrm.Create(Orders());

        var profile = await crm.Profile(Planned("""{ "customer_id": "customers" }"""), new() { Percent = percent });

        var reference = profile.Tables[0].References.Single(one => one.Column == "customer_id");
        Assert.Equal((ReferenceBasis.Plan, 7, 90, true), (reference.Basis, reference.Orphans!.Values, reference.Orphans.Of, reference.Orphans.IsExact));
        Assert.Contains(profile.StandsOut, remark => remark is { Weight: RemarkWeight.Serious, Column: "customer_id" });
    }

    [Fact]
    public async Task A_reference_that_the_plan_does_not_name_is_found_by_name_or_values()
    {
        await using var crm = await ProfiledCrm.Create(Orders());

        var references = (await crm.Profile(Planned("{}"))).Tables[0].References;

        Assert.Equal([("customer_id", ReferenceBasis.Name)], references.Select(one => (one.Column, one.Basis)));
    }

    [Fact]
    public async Task A_foreign_key_that_the_plan_does_not_name_is_told()
    {
        await using var crm = await ProfiledCrm.Create($"{Orders()}; delete from orders where customer_id > 100; alter table orders add foreign key (customer_id) references customers");

        var profile = await crm.Profile(Planned("{}"));

        Assert.Equal(ReferenceBasis.ForeignKey, profile.Tables[0].References.Single().Basis);
        Assert.Contains(profile.StandsOut, remark => remark is { Entity: "orders", Column: "customer_id", Weight: RemarkWeight.Notice });
    }

    // Line numbers are contained in any table that is numbered.
    private static string Orders() =>
        """
        create table customers (id int primary key, name text);
        insert into customers select i, 'n' from generate_series(1, 100) i;
        create table orders (id int primary key, customer_id int, line_count int);
        insert into orders select i, case when i <= 7 then 1000 + i when i > 90 then null else i end, i % 5 from generate_series(1, 100) i
        """;

    private static MigrationPlan Planned(string references) => Plans.Of(
        $$"""
        "orders": { "from": { "table": "orders", "key": "id" }, "to": { "table": "o", "key": "id", "create": true }, "references": {{references}} },
        "customers": { "from": { "table": "customers", "key": "id" }, "to": { "table": "c", "key": "id", "create": true } }
        """);
}
