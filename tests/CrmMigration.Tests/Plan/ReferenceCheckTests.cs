using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class ReferenceCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string Path = "$.entities.orders.references.person_id";

    [Theory]
    [InlineData("bigint", "int", "the key of people is integer in the source", 2)]
    [InlineData("int", "bigint", "is bigint and the key of people is integer in the target", 1)]
    public async Task A_reference_of_another_type_than_its_parents_key_is_refused(string from, string to, string found, int mistakes)
    {
        var result = await CheckOrders($"id int primary key, person_id {from}", $"id int primary key, person_id {to}");

        Assert.Equal(mistakes, result.Mistakes.Count);
        Assert.Contains(result.Mistakes, mistake => mistake.Path == Path && mistake.Found.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_widens_together_with_its_parents_key()
    {
        var result = await CheckOrders("id int primary key, person_id int", "id int primary key, person_id bigint", parentKey: "bigint");

        Assert.Empty(result.Mistakes);
    }

    [Fact]
    public async Task A_reference_that_does_not_move_is_refused()
    {
        var result = await CheckOrders("id int primary key, x int, personid int", "id int primary key, x int, person_id int");

        AssertOnly(result.Mistakes, Path, "nothing copies a value into \"person_id\"");
    }

    [Fact]
    public async Task A_key_that_is_a_reference_is_refused()
    {
        var result = await CheckOrders("person_id int primary key, x int", "person_id int primary key, x int", "person_id");

        AssertOnly(result.Mistakes, Path, "\"person_id\" is the key of orders");
    }

    [Fact]
    public async Task A_reference_to_itself_is_refused()
    {
        const string Columns = "id int primary key, boss int";

        var result = await CheckPeople(Columns, Columns, "\"references\": { \"boss\": \"people\" }");

        AssertOnly(result.Mistakes, "$.entities.people.references.boss", "\"boss\" refers to its own entity people");
    }

    [Fact]
    public async Task References_in_a_circle_are_refused_with_the_circle()
    {
        const string Table = "(id int primary key, person_id int, order_id int)";
        await Old.Run($"create table people {Table}; create table orders {Table}");
        await New.Run($"create table persons {Table}; create table orders {Table}");

        var result = await Check(PlanJson.Of(Orders("id") + """
            "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id" }, "references": { "order_id": "orders" } }
            """));

        AssertOnly(result.Mistakes, "$.entities.orders.references", "orders -> people -> orders");
    }

    [Fact]
    public async Task A_foreign_key_to_a_table_that_the_plan_does_not_fill_is_warned_of()
    {
        await New.Run("create table cities (id int primary key)");

        var result = await CheckPeople("id int primary key, city int", "id int primary key, city int references cities");

        Assert.Empty(result.Mistakes);
        AssertOnly(result.Warnings, "$.entities.people.to.table", "persons has a foreign key to cities, which this plan does not fill");
    }

    [Fact]
    public async Task A_foreign_key_without_a_reference_is_warned_of()
    {
        await Old.Run("create table orders (id int primary key, person_id int)");
        await Old.Run("create table people (id int primary key, a text)");
        await New.Run("create table persons (id int primary key, a text); create table orders (id int primary key, person_id int references persons)");

        var result = await Check(PlanJson.With("").Replace("  } }", """
              "orders": { "from": { "table": "orders", "key": "id" }, "to": { "table": "orders", "key": "id" } }
              } }
            """, StringComparison.Ordinal));

        AssertOnly(result.Warnings, "$.entities.orders.to.table", "the plan has no reference to people");
    }

    private async Task<CheckResult> CheckOrders(string oldColumns, string newColumns, string key = "id", string parentKey = "int")
    {
        await Old.Run($"create table people (id int primary key, a text); create table orders ({oldColumns})");
        await New.Run($"create table persons (id {parentKey} primary key, a text); create table orders ({newColumns})");
        return await Check(PlanJson.Of(Orders(key) + """
            "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id" } }
            """));
    }

    private static string Orders(string key) => $$"""
        "orders": { "from": { "table": "orders", "key": "{{key}}" }, "to": { "table": "orders", "key": "{{key}}" }, "references": { "person_id": "people" } },
        """;
}
