using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlanCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string OwnersOld = """
        create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255));
        create table old_crm_orders (id int primary key, customer_id int not null, amount numeric(12,2), currency char(3), tax numeric);
        create table old_crm_transactions (id bigserial primary key, order_id int, amount numeric(12,2), note text);
        """;

    [Fact]
    public async Task The_default_plan_creates_the_owners_tables()
    {
        await Old.Run(OwnersOld);

        var result = await Check(await File.ReadAllTextAsync(Repository.File("plans/legacy-crm.json"), TestContext.Current.CancellationToken));

        Assert.Empty(result.Mistakes);
        Assert.Empty(result.Warnings);
        var (customers, orders, transactions) = (result.Plan!.Entities[0], result.Plan.Entities[1], result.Plan.Entities[2]);
        Assert.Equal(
            ["first_name character varying(255) False", "last_name character varying(255) True", "email character varying(255) False", "phone character varying(255) False"],
            customers.Sources[0].Fields.SelectMany(field => field.To).Select(column => $"{column.Name} {column.Type} {column.NotNull}"));
        Assert.True(customers.CreatesTarget && customers.TargetKey is { Name: "id", BaseType: "int4", NotNull: true, IsIdentity: false });
        Assert.True(transactions.TargetKey is { BaseType: "int8", IsIdentity: true, HasDefault: false });
        Assert.Equal([new("amount", "currency"), new("tax", "currency")], orders.Totals);
        Assert.Equal([new("amount", null)], transactions.Totals);
    }

    [Fact]
    public async Task The_default_plan_fits_the_owners_tables_where_they_are_there()
    {
        await Old.Run(OwnersOld);
        await New.Run(OwnersOld.Replace("old_", "new_", StringComparison.Ordinal)
            .Replace("name varchar(255)", "first_name varchar(255), last_name varchar(255)", StringComparison.Ordinal));

        var result = await Check(await File.ReadAllTextAsync(Repository.File("plans/legacy-crm.json"), TestContext.Current.CancellationToken));

        Assert.Empty(result.Mistakes);
        Assert.All(result.Plan!.Entities, entity => Assert.False(entity.CreatesTarget));
        Assert.Equal(["customer_id", "amount", "currency", "tax"], result.Plan.Entities[1].Sources[0].Fields.Select(field => field.To[0].Name));
    }

    [Fact]
    public async Task A_plan_with_three_mistakes_gives_three_messages_each_with_its_line()
    {
        var result = await CheckPeople("id int primary key, mail text", "id int primary key, email int, code int not null", """
            "fields": [
              { "from": "mial", "to": "email" },
              { "from": "mail", "to": "emial" }
            ]
            """);

        Assert.Null(result.Plan);
        Assert.Equal(
            [("$.entities.people.fields[0].from", 8), ("$.entities.people.fields[1].to", 9), ("$.entities.people.to.table", 6)],
            result.Mistakes.Select(mistake => (mistake.Path, mistake.Line!.Value)));
        Assert.Contains("Did you mean 'mail'?", result.Mistakes[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parents_stand_before_their_children_and_others_as_in_the_plan()
    {
        await Old.Run("create table t (id int primary key, b_id int, c_id int)");

        var result = await Check(PlanJson.Of(string.Concat(
            Entity("a", "\"references\": { \"b_id\": \"b\" }"), Entity("x", ""), Entity("b", "\"references\": { \"c_id\": \"c\" }"), Entity("c", ""))));

        Assert.Empty(result.Mistakes);
        Assert.Equal(["x", "c", "b", "a"], result.Plan!.Entities.Select(entity => entity.Plan.Name));
    }

    [Fact]
    public async Task Created_columns_of_cleaned_text_are_varchar_and_long_enough_for_a_phone_number()
    {
        await Old.Run("create domain mail as text; create table people (id uuid primary key, tel char(10), mail mail, name varchar(9) not null)");

        var result = await Check(PlanJson.With("""
            "fields": [{ "from": "tel", "to": "phone", "as": { "phone": { "region": "US" } } }, { "from": "mail", "to": "email", "as": "email" }, { "from": "name", "to": "name" }]
            """).Replace("\"table\": \"persons\"", "\"create\": true, \"table\": \"persons\"", StringComparison.Ordinal));

        Assert.Empty(result.Mistakes);
        Assert.Equal(
            ["character varying(16)", "text", "character varying(9)"], result.Plan!.Entities[0].Sources[0].Fields.Select(field => field.To[0].Type));
    }

    [Fact]
    public async Task The_key_listed_as_a_field_is_no_field_of_the_checked_plan()
    {
        var result = await CheckPeople("id int primary key, a text", "id bigint primary key, a text", """
            "fields": [{ "from": "id", "to": "id" }, { "from": "a", "to": "a" }]
            """);

        Assert.Empty(result.Mistakes);
        Assert.Equal("a", Assert.Single(result.Plan!.Entities[0].Sources[0].Fields).From[0].Name);
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        await Old.Run("create table people (id int primary key, a text)");

        await Check(PlanJson.With("").Replace("\"table\": \"persons\"", "\"create\": true, \"table\": \"persons\"", StringComparison.Ordinal));

        Assert.Empty(await new Catalog(New.Open).ReadTableNames(TestContext.Current.CancellationToken));
    }

    private static string Entity(string name, string properties) => $$"""
        "{{name}}": { "from": { "table": "t", "key": "id" }, "to": { "table": "{{name}}", "key": "id", "create": true }, {{properties}} },
        """;
}
