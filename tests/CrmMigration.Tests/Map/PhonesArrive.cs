using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public class PhonesArrive
{
    private const string People = """
        create table people (id int primary key, tel text, country text);
        insert into people values
          (1, '020 7946 0018', 'United Kingdom'),
          (2, '020 7946 0018 ext. 7', ' gb '),
          (3, '030/901820-0', 'DEU'),
          (4, '(201) 555-0123 x12', null),
          (5, '201-555-0123', 'Atlantis'),
          (6, '+44 20 7946 0019', 'Germany'),
          (7, '030 901820', 'DE'),
          (8, '555-1234', 'US'),
          (9, null, 'US');
        """;

    [Fact]
    public async Task Each_number_is_read_as_of_its_row_s_country_and_its_extension_has_a_column()
    {
        await using var crms = await Crms.Create(People);

        var report = await crms.Migrate(Plan("""{ "from": "tel", "to": { "number": "phone", "extension": "ext" }, "as": { "phone": { "region": "US", "regionFrom": "country" } } }"""));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["1|+442079460018|", "2|+442079460018|7", "3|+49309018200|", "4|+12015550123|12", "5|+12015550123|", "6|+442079460019|", "7|+4930901820|", "8||", "9||"],
            await Rows(crms, "id, phone, ext"));
        Assert.Equal(["8 phone phone.too-short cleared 555-1234"], await Corrections(crms));
    }

    [Theory]
    [InlineData("{ \"phone\": { \"regionFrom\": \"country\" } }")]
    [InlineData("[{ \"phone\": { \"regionFrom\": \"country\" } }, \"trim\"]")]
    public async Task Without_a_region_of_the_plan_a_number_of_no_country_must_be_international(string transforms)
    {
        await using var crms = await Crms.Create(People);

        await crms.Migrate(Plan($$"""{ "from": "tel", "to": "phone", "as": {{transforms}} }"""));

        Assert.Equal(["4|", "5|", "6|+442079460019", "7|+4930901820"], await Rows(crms, "id, phone", "where id between 4 and 7"));
        Assert.Equal(
            ["2 phone phone.extension-left-out changed", "4 phone phone.no-country cleared", "5 phone phone.no-country cleared", "8 phone phone.too-short cleared"],
            (await Corrections(crms)).Select(line => string.Join(' ', line.Split(' ')[..4])));
    }

    [Fact]
    public async Task A_kept_value_stays_whole_in_the_column_of_the_number()
    {
        await using var crms = await Crms.Create("create table people (id int primary key, tel text); insert into people values (1, '555-1234 x7')");

        await crms.Migrate(Plan("""{ "from": "tel", "to": { "number": "phone", "extension": "ext" }, "as": ["trim", { "phone": { "region": "US" } }], "onInvalid": "keep" }"""));

        Assert.Equal(["1|555-1234 x7|"], await Rows(crms, "id, phone, ext"));
    }

    [Fact]
    public async Task A_rejected_number_has_its_reason_with_the_region()
    {
        await using var crms = await Crms.Create("create table people (id int primary key, tel text); insert into people values (1, '44 20 7946 0018')");

        await crms.Migrate(Plan("""{ "from": "tel", "to": "phone", "as": { "phone": { "region": "US" } }, "onInvalid": "reject" }"""));

        Assert.Equal(
            "phone.too-long The number has too many digits for US.",
            await crms.New.One<string>("select rule || ' ' || reason from crm_migration.rejects"));
    }

    [Fact]
    public async Task A_cleared_number_that_is_required_has_the_same_reason()
    {
        await using var crms = await Crms.Create("create table people (id int primary key, tel text); insert into people values (1, '44 20 7946 0018')");

        await crms.Migrate(Plan("""{ "from": "tel", "to": "phone", "as": { "phone": { "region": "US" } }, "required": true }"""));

        Assert.Equal(
            "phone.too-long The number has too many digits for US. phone is required.",
            await crms.New.One<string>("select rule || ' ' || reason from crm_migration.rejects"));
    }

    private static CrmMigration.Plan.MigrationPlan Plan(string fields) => Plans.Of($$"""
        "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true }, "fields": [{{fields}}] }
        """);

    private static Task<List<string>> Rows(Crms crms, string columns, string where = "") =>
        crms.New.All<string>($"select concat_ws('|', {string.Join(", ", columns.Split(", ").Select(column => $"coalesce({column}::text, '')"))}) from persons {where} order by id");

    private static Task<List<string>> Corrections(Crms crms) =>
        crms.New.All<string>("select concat_ws(' ', source_key, field, rule, outcome, original) from crm_migration.corrections order by source_key");
}
