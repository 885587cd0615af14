using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public class FieldsAreCleaned
{
    private const string People = """
        create table people (id int primary key, name text, street text, zip text, city text, mail text, note text);
        insert into people values
          (1, 'Dr. Ann B. Lee, Jr.', 'Main St 1', '10115', 'Berlin', 'ann@example.com', '  two  words '),
          (2, 'Bob "Bobby" Ray', null, ' ', 'Paris', 'nobody', ''),
          (3, '???', '', null, null, null, null);
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\"match\": [[\"mail\", \"last_name\"]],")]
    public async Task Every_field_of_a_row_gets_what_its_chain_leaves(string match)
    {
        await using var crms = await Crms.Create(People);

        var report = await crms.Migrate(Plan($$"""
            { "from": "name", "to": { "first": "first_name", "last": "last_name", "middle": "middle", "suffix": "suffix", "title": "title", "nickname": "nick" }, "as": ["trim", "personName"] },
            { "from": ["street", "zip", "city"], "to": "address", "as": [{ "format": "{street}, {zip} {city}" }, "upper"] },
            { "from": "mail", "to": "mail", "as": ["email", { "default": "none@example.com" }] },
            { "from": "note", "to": "note", "as": ["collapse", "upper", { "default": "-" }] },
            { "value": "legacy", "to": "origin" }, { "value": 7, "to": "batch" }, { "value": true, "to": "moved" }
            """, match));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            [
                "1|Ann|Lee|B.|Jr.|Dr.||MAIN ST 1, 10115 BERLIN|ann@example.com|TWO WORDS|legacy|7|true",
                "2|Bob|Ray||||Bobby|PARIS|none@example.com|-|legacy|7|true",
                "3|||||||" + "|none@example.com|-|legacy|7|true",
            ],
            await Rows(crms, "id, first_name, last_name, middle, suffix, title, nick, address, mail, note, origin, batch, moved"));
        Assert.Equal(
            ["2 mail email.no-at cleared nobody", "3 last_name name.no-letters cleared ???"],
            await crms.New.All<string>("select concat_ws(' ', source_key, field, rule, outcome, original) from crm_migration.corrections order by source_key"));
    }

    [Fact]
    public async Task A_second_run_finds_everything_unchanged()
    {
        await using var crms = await Crms.Create(People);
        var plan = Plan("""
            { "from": ["street", "city"], "to": "address", "as": { "format": "{street}, {city}" } },
            { "from": "note", "to": "note", "as": ["collapse", { "default": "none" }] }, { "value": 1.50, "to": "rate" }
            """);
        await crms.Migrate(plan);

        var report = await crms.Migrate(plan);

        Assert.Equal((Verdict.Reconciled, 3), (report.Verdict, report.Counts.Unchanged));
    }

    [Theory]
    [InlineData("clear", "1 created 1|2 created 2|3 created 3", "1|ann@example.com;2|;3|", "cleared")]
    [InlineData("keep", "1 created 1|2 created 2|3 created 3", "1|ann@example.com;2|nobody;3|", "kept")]
    [InlineData("reject", "1 created 1|2 rejected|3 created 3", "1|ann@example.com;3|", null)]
    public async Task What_becomes_of_an_unusable_value_is_for_the_plan_to_say(string policy, string fates, string rows, string? outcome)
    {
        await using var crms = await Crms.Create(People);

        var report = await crms.Migrate(Plan($$"""{ "from": "mail", "to": "mail", "as": ["trim", "email"], "onInvalid": "{{policy}}" }"""));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(fates.Split('|'), await crms.Fates("people"));
        Assert.Equal(rows.Split(';'), await Rows(crms, "id, mail"));
        Assert.Equal(outcome, await crms.New.One<string>("select outcome from crm_migration.corrections"));
        Assert.Equal(policy == "reject" ? "email.no-at mail" : null, await crms.New.One<string>("select rule || ' ' || field from crm_migration.rejects"));
    }

    [Theory]
    [InlineData("\"email\"", "1|ann@example.com;2|ann@gmail.com;3|a@müller.de", "2 email.domain-typo changed ann@gmial.com")]
    [InlineData("""{ "email": { "typos": "suggest" } }""", "1|ann@example.com;2|ann@gmial.com;3|a@müller.de", "2 email.domain-suspected changed ann@gmial.com")]
    [InlineData("""{ "email": { "typos": "keep", "domain": "ascii" } }""", "1|ann@example.com;2|ann@gmial.com;3|a@xn--mller-kva.de", "")]
    public async Task An_address_is_written_as_the_plan_wants_it_and_a_correction_keeps_the_original(string transform, string rows, string corrections)
    {
        await using var crms = await Crms.Create("""
            create table people (id int primary key, mail text);
            insert into people values (1, 'ann@Example.com'), (2, 'ann@gmial.com'), (3, 'a@müller.de');
            """);

        var report = await crms.Migrate(Plan($$"""{ "from": "mail", "to": "mail", "as": {{transform}} }"""));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(rows.Split(';'), await Rows(crms, "id, mail"));
        Assert.Equal(
            corrections.Split(';', StringSplitOptions.RemoveEmptyEntries),
            await crms.New.All<string>("select concat_ws(' ', source_key, rule, outcome, original) from crm_migration.corrections order by source_key"));
    }

    [Fact]
    public async Task A_name_that_is_none_is_kept_as_last_name_where_the_plan_keeps_it()
    {
        await using var crms = await Crms.Create(People);

        var report = await crms.Migrate(Plan("""{ "from": "name", "to": ["first_name", "last_name"], "as": "personName", "onInvalid": "keep" }"""));

        Assert.Equal("3||???", (await Rows(crms, "id, first_name, last_name"))[2]);
        Assert.Contains("It was kept, as the plan says.", report.Entities[0].Corrections.Single(rule => rule.Rule == "name.no-letters").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_field_rejects_a_row_that_its_chain_leaves_without_value()
    {
        await using var crms = await Crms.Create(People);

        await crms.Migrate(Plan("""{ "from": "mail", "to": "mail", "as": "email", "required": true }"""));

        Assert.Equal(["1 created 1", "2 rejected", "3 rejected"], await crms.Fates("people"));
        Assert.Equal(["email.no-at", "required.missing"], await crms.New.All<string>("select rule from crm_migration.rejects order by source_key"));
    }

    [Fact]
    public async Task Text_that_fits_no_uuid_is_rejected_alone()
    {
        await using var crms = await Crms.Create(
            "create table people (id int primary key, note text); insert into people values (1, ' 123e4567-e89b-12d3-a456-426614174000'), (2, 'x'), (3, '')",
            "create table persons (id int primary key, note uuid)");

        var report = await crms.Migrate(Plan("""{ "from": "note", "to": "note", "as": "trim" }"""));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["1 created 1", "2 rejected", "3 created 3"], await crms.Fates("people"));
        Assert.Equal("value.wrong-type", await crms.New.One<string>("select rule from crm_migration.rejects"));
    }

    private static CrmMigration.Plan.MigrationPlan Plan(string fields, string more = "") => Plans.Of(
        $$"""
        "people": {
          "from": { "table": "people", "key": "id" },
          "to": { "table": "persons", "key": "id", "create": true },
          {{more}}
          "fields": [{{fields}}]
        }
        """);

    private static Task<List<string>> Rows(Crms crms, string columns) =>
        crms.New.All<string>($"select array_to_string(array[{string.Join(", ", columns.Split(", ").Select(column => column + "::text"))}], '|', '') from persons order by id");
}
