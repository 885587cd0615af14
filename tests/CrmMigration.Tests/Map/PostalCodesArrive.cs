using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public sealed class PostalCodesArrive
{
    private const string People = """
        create table people (id int primary key, zip varchar(10), land text);
        insert into people values
          (1, 'sw1a1aa', 'England'),
          (2, 'D-01067', ' de '),
          (3, '1067', 'Deutschland'),
          (4, 'any code', 'Hong Kong'),
          (5, '902101234', null),
          (6, 'SW1A 1AA', 'Korea'),
          (7, null, 'DE')
        """;

    [Theory]
    [InlineData("""{ "postalCode": { "countryFrom": "land", "country": "US" } }""", "5|90210-1234", "6|")]
    [InlineData("""["trim", { "postalCode": { "countryFrom": "land" } }]""", "5|902101234", "6|SW1A 1AA")]
    public async Task Each_code_is_read_as_of_its_row_s_country(string transforms, string ofNone, string ofSeveral)
    {
        await using var crms = await Crms.Create(People);

        var report = await crms.Migrate(Plan($$"""{ "from": "zip", "to": "zip", "as": {{transforms}} }"""));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["1|SW1A 1AA", "2|01067", "3|", "4|any code", ofNone, ofSeveral, "7|"],
            await crms.New.All<string>("select id || '|' || coalesce(zip, '') from persons order by id"));
        Assert.Contains("3 zip postal-code.malformed 1067", await crms.New.All<string>("select concat_ws(' ', source_key, field, rule, original) from crm_migration.corrections"));
        Assert.Equal(11, await crms.New.One<int>("select character_maximum_length from information_schema.columns where table_name = 'persons' and column_name = 'zip'"));
    }

    [Fact]
    public async Task A_rejected_code_has_the_suggestion_of_its_country()
    {
        await using var crms = await Crms.Create(People);

        await crms.Migrate(Plan("""{ "from": "zip", "to": "zip", "as": { "postalCode": { "countryFrom": "land" } }, "onInvalid": "reject" }"""));

        Assert.Equal("3 01067", await crms.New.One<string>("select source_key || ' ' || suggestion from crm_migration.reject_payloads"));
    }

    private static CrmMigration.Plan.MigrationPlan Plan(string fields) => Plans.Of($$"""
        "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true }, "fields": [{{fields}}] }
        """);
}
