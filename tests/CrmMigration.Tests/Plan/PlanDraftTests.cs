using CrmMigration.Plan;
using CrmMigration.Plan.Transforms;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlanDraftTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string OwnersOld = """
        create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255));
        create table old_crm_orders (id int primary key, customer_id int not null, amount numeric(12,2), currency char(3));
        create table old_crm_transactions (id int primary key, order_id int references old_crm_orders, amount numeric(12,2));
        """;

    private const string NewCustomers =
        "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255))";

    [Fact]
    public async Task The_owners_tables_give_a_plan_that_passes_the_check()
    {
        await Old.Run(OwnersOld);
        await New.Run(NewCustomers);

        var (text, plan) = await Draft(New.Open);

        Assert.Empty((await Check(text)).Mistakes);
        Assert.Equal(["customers", "orders", "transactions"], plan.Entities.Select(entity => entity.Name));
        Assert.Equal([new PersonNameTransform(), new EmailTransform(), new PhoneTransform("US")], plan.Entities[0].From[0].Fields!.SelectMany(field => field.As));
        Assert.Equal([["email", "first_name"], ["phone", "first_name", "last_name"]], plan.Entities[0].Match);
        Assert.Equal((false, true, true), (plan.Entities[0].Create, plan.Entities[1].Create, plan.Entities[2].Create));
        Assert.Equal("new_crm_orders", plan.Entities[1].TargetTable.Name);
        Assert.Equal(("customers", "orders"), (plan.Entities[1].References["customer_id"], plan.Entities[2].References["order_id"]));
        Assert.Null(plan.Entities[1].From[0].Fields);
        Assert.Contains("// guess: by the column's name, there is no foreign key\n        \"customer_id\": \"customers\"", text, StringComparison.Ordinal);
        Assert.Contains("set the region", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_target_gets_every_table_created()
    {
        await Old.Run(OwnersOld);

        var (text, plan) = await Draft(New.Open);

        var result = await Check(text);
        Assert.Empty(result.Mistakes);
        Assert.All(plan.Entities, entity => Assert.True(entity.Create));
        Assert.Equal(
            ["first_name", "last_name", "email", "phone"], result.Plan!.Entities[0].Sources[0].Fields.SelectMany(field => field.To).Select(column => column.Name));
    }

    [Fact]
    public async Task Old_and_new_tables_of_one_database_find_each_other()
    {
        await Old.Run($"{OwnersOld}; {NewCustomers}; create table extra (id int primary key)");

        var (text, plan) = await Draft(Old.Open);

        Assert.Empty((await Check(text, Old.Open, Old.Open)).Mistakes);
        Assert.Equal("new_crm_customers", plan.Entities[0].TargetTable.Name);
        Assert.Equal(3, plan.Entities.Count);
        Assert.Contains("// no counterpart for the table \"extra\": no other table of this database is like it", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Similar_names_are_paired_as_guesses_and_the_rest_is_said()
    {
        await Old.Run("create table customers (id int primary key, e_mail text, tel text, customer_name text, note text, age int, odd text)");
        await New.Run("create table \"Customer\" (\"Id\" int primary key, email text, phone text, name text, notes text, age bigint, vip boolean not null)");

        var (text, plan) = await Draft(New.Open);

        var entity = Assert.Single(plan.Entities);
        Assert.Equal(("Customer", "Id"), (entity.TargetTable.Name, entity.TargetKey));
        Assert.Equal(
            ["e_mail>email", "tel>phone", "customer_name>name", "note>notes"], entity.From[0].Fields!.Select(field => $"{field.From[0]}>{field.To[0]}"));
        Assert.Contains("// guess: the counterpart by its name or columns", text, StringComparison.Ordinal);
        Assert.Contains("// guess: similar names\n        { \"from\": \"note\"", text, StringComparison.Ordinal);
        Assert.Contains("// no counterpart for the column \"odd\"", text, StringComparison.Ordinal);
        Assert.Contains("// no counterpart for the column \"age\": it is integer and \"age\" is bigint", text, StringComparison.Ordinal);
        Assert.Contains("// nothing fills \"vip\" of the target", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_the_same_columns_are_paired_whatever_their_names()
    {
        await Old.Run("create table clients (id int primary key, street text, city text, zip text)");
        await New.Run("create table customers (id int primary key, street text, city text, zip text, vip boolean)");

        var (text, plan) = await Draft(New.Open);

        Assert.Empty((await Check(text)).Mistakes);
        Assert.Equal("customers", Assert.Single(plan.Entities).TargetTable.Name);
    }

    [Fact]
    public async Task A_table_that_cannot_be_migrated_is_left_out_with_the_reason()
    {
        await Old.Run("""
            create table pairs (a int, b int, primary key (a, b));
            create table wide (id bigint primary key, a text);
            create table good (id int primary key, a text);
            """);
        await New.Run("create table wide (id int primary key, a text)");

        var (text, plan) = await Draft(New.Open);

        Assert.Empty((await Check(text)).Mistakes);
        Assert.Equal("good", Assert.Single(plan.Entities).Name);
        Assert.Contains("// no counterpart for the table \"pairs\": it has no key of one column", text, StringComparison.Ordinal);
        Assert.Contains("// no counterpart for the table \"wide\": its key is bigint and that of \"wide\" is integer", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circles_and_references_to_itself_are_left_out()
    {
        await Old.Run("""
            create table a (id int primary key, b_id int, a_id int references a);
            create table b (id int primary key, a_id int references a);
            alter table a add foreign key (b_id) references b;
            """);

        var (text, plan) = await Draft(New.Open);

        Assert.Empty((await Check(text)).Mistakes);
        Assert.Single(plan.Entities.SelectMany(entity => entity.References));
    }

    [Fact]
    public async Task Keys_that_widen_take_their_references_along()
    {
        const string Tables = "create table parents (id int primary key, a text); create table children (id int primary key, parent_id int references parents)";
        await Old.Run(Tables);
        await New.Run(Tables.Replace(" int", " bigint", StringComparison.Ordinal));

        var (text, plan) = await Draft(New.Open);

        Assert.Empty((await Check(text)).Mistakes);
        Assert.Equal("parents", plan.Entities.Single(entity => entity.Name == "children").References["parent_id"]);
    }

    [Theory]
    [InlineData("dot.and\"quote")]
    [InlineData("new\nline")]
    [InlineData("separator\u2028line")]
    [InlineData("Клиенты")]
    [InlineData("42")]
    [InlineData("*/")]
    [InlineData("_")]
    public async Task Odd_names_survive_the_draft(string name)
    {
        var quoted = SqlName.Quote(name);
        await Old.Run($"create schema {quoted}; create table {quoted}.{quoted} ({quoted} int primary key, a text, b int); create table {quoted} (x int)");
        await New.Run($"create table {quoted} ({quoted} int primary key, a text, c date)");

        var (text, _) = await Draft(New.Open);

        Assert.Empty((await Check(text)).Mistakes);
    }

    [Fact]
    public async Task A_source_without_any_table_gives_no_plan_but_the_reason()
    {
        var failure = await Assert.ThrowsAsync<InvalidSettingException>(() => Draft(New.Open));

        Assert.Contains("There is nothing to draft a plan from in Old: its role sees no table there", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_named_where_the_caller_knows_its_path()
    {
        await Old.Run(OwnersOld);

        var text = await PlanDraft.Draft(new("Old", "New", Old.Open, New.Open) { SchemaPath = "./plan.schema.json" }, TestContext.Current.CancellationToken);

        Assert.Contains("\n  \"$schema\": \"./plan.schema.json\",\n", text, StringComparison.Ordinal);
        Assert.Empty((await Check(text)).Mistakes);
    }

    private async Task<(string Text, MigrationPlan Plan)> Draft(NpgsqlDataSource target)
    {
        var text = await PlanDraft.Draft(new("Old", "New", Old.Open, target), TestContext.Current.CancellationToken);
        return (text, PlanReader.Read(text));
    }
}
