using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

/// <summary>Each family of transforms through a whole migration, into a new table that is matched and one that is published to.</summary>
public class TransformedFieldsArrive
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Texts_are_changed_as_the_plan_says(bool isMatched)
    {
        await using var crms = await Crms.Create("""
            create table people (id int primary key, name text, title text, phone text, note text, gender text, code text);
            insert into people values
              (1, 'JAN VAN DER BERG', 'n/a', '0049 30 1', 'one;two;three', 'M', '42'),
              (2, 'sean o''brien iii', 'Dr.', '+49 30 2', 'alone', 'f', '123456'),
              (3, null, '-', null, 'a;b', 'x', null)
            """);

        var report = await crms.Migrate(Plan(isMatched, "name", """
            { "from": "name", "to": "name", "as": "titleCase" },
            { "from": "title", "to": "title", "as": "nullIf" },
            { "from": "phone", "to": "phone", "as": { "replace": { "pattern": "^00(\\d\\d) ", "with": "+$1 " } } },
            { "from": "note", "to": "note", "as": [{ "split": { "by": ";", "part": 2 } }, { "default": "-" }, { "truncate": 2 }] },
            { "from": "gender", "to": "gender", "as": { "valueMap": { "values": { "M": "male", "F": "female" }, "otherwise": { "value": "other" } } } },
            { "from": "code", "to": "code", "as": { "pad": { "length": 5 } } }
            """));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["1|Jan van der Berg||+49 30 1|tw|male|00042", "2|Sean O'Brien III|Dr.|+49 30 2|-|female|123456", "3||||b|other|"],
            await Rows(crms, "id, name, title, phone, note, gender, code"));
        Assert.Equal(["1 truncate.cut"], await crms.New.All<string>("select source_key || ' ' || rule from crm_migration.corrections"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dates_numbers_and_answers_get_columns_of_their_types(bool isMatched)
    {
        await using var crms = await Crms.Create("""
            create table people (id int primary key, born text, seen text, amount text, visits text, active text, mail text);
            insert into people values
              (1, '31.12.1980', '31.12.2020 23:59', '1.234,56 €', '1.200', 'Ja', 'a'),
              (2, '29.02.1900', '2020-12-31T23:59:58.5+02:00', '(0,10)', '12,0', 'non', 'b'),
              (3, '2/3/04', '', '12,345.6', '1,5', 'maybe', 'c')
            """);

        var report = await crms.Migrate(Plan(isMatched, "mail", """
            { "from": "born", "to": "born", "as": { "date": { "formats": ["dd.MM.yyyy", "d/M/yy"], "pivot": 1930 } } },
            { "from": "seen", "to": "seen", "as": { "date": "dd.MM.yyyy HH:mm" } },
            { "from": "amount", "to": "amount", "as": { "number": { "culture": "de" } } },
            { "from": "visits", "to": "visits", "as": { "number": { "culture": "de", "whole": true } } },
            { "from": "active", "to": "active", "as": "boolean" },
            { "from": "mail", "to": "mail", "as": "trim" }
            """));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["1|1980-12-31|2020-12-31 23:59:00|1234.56|1200|true", "2||2020-12-31 21:59:58.5|-0.10|12|false", "3|2004-03-02||||"],
            await Rows(crms, "id, born, seen, amount, visits, active"));
        Assert.Equal(
            ["date", "timestamp without time zone", "numeric", "bigint", "boolean"],
            await crms.New.All<string>("""
                select data_type from information_schema.columns where table_name = 'persons' and column_name in ('born', 'seen', 'amount', 'visits', 'active')
                order by ordinal_position
                """));
        Assert.Equal(
            ["2 date.impossible", "3 boolean.unknown", "3 number.not-whole", "3 number.separators"],
            await crms.New.All<string>("select source_key || ' ' || rule from crm_migration.corrections order by 1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Places_and_secrets_are_written_as_the_plan_says(bool isMatched)
    {
        await using var crms = await Crms.Create("""
            create table people (id int primary key, country text, zip text, mail text, iban text);
            insert into people values
              (1, 'Deutschland', 'D-01067', 'john@example.com', 'DE89370400440532013000'),
              (2, 'Korea, Republic of', '1067', 'ann@example.org', null),
              (3, 'Atlantis', null, null, 'x')
            """);

        var report = await crms.Migrate(Plan(isMatched, "mail", """
            { "from": "country", "to": "country", "as": "country" },
            { "from": "zip", "to": "zip", "as": { "postalCode": { "country": "DE" } } },
            { "from": "mail", "to": "mail", "as": ["email", { "mask": { "first": 1, "email": true } }] },
            { "from": "iban", "to": "iban", "as": { "mask": { "first": 2, "last": 4 } } }
            """));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["1|DE|01067|j***@example.com|DE****************3000", "2|KR||a***@example.org|", "3||||*"],
            await Rows(crms, "id, country, zip, mail, iban"));
        Assert.Equal(
            ["2 postal-code.malformed", "3 country.unknown"],
            await crms.New.All<string>("select source_key || ' ' || rule from crm_migration.corrections order by 1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_is_split_into_several_columns(bool isMatched)
    {
        await using var crms = await Crms.Create("""
            create table people (id int primary key, address text, name text, codes varchar(20));
            insert into people values
              (1, 'Main St 5, Suite 3, Springfield, USA', 'Ann Mary Lee', 'a;b;c'),
              (2, 'Dorfstr. 1, DE', 'Bo', ' ; b '),
              (3, null, ' ', null)
            """);

        var report = await crms.Migrate(Plan(isMatched, "street", """
            { "from": "address", "to": { "1": "street", "-1": "land", "rest": "city" }, "as": { "split": { "by": "," } } },
            { "from": "name", "to": ["given", "family"], "as": ["upper", { "split": { "by": " " } }] },
            { "from": "codes", "to": ["code", "other"], "as": { "split": { "by": ";" } } }
            """));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["1|Main St 5|Suite 3, Springfield|USA|ANN|MARY|a|b", "2|Dorfstr. 1||DE|BO|||b", "3|||||||"],
            await Rows(crms, "id, street, city, land, given, family, code, other"));
        Assert.Equal(
            ["1 code a;b;c", "1 given Ann Mary Lee"],
            await crms.New.All<string>("select concat_ws(' ', source_key, field, original) from crm_migration.corrections where rule = 'split.left-out' order by 1"));
        Assert.Equal(
            ["character varying 20", "character varying 20"],
            await crms.New.All<string>("""
                select data_type || ' ' || character_maximum_length from information_schema.columns where table_name = 'persons' and column_name in ('code', 'other')
                """));
    }

    [Fact]
    public async Task A_value_that_is_not_listed_rejects_its_row_with_a_suggestion()
    {
        await using var crms = await Crms.Create(
            "create table people (id int primary key, state text); insert into people values (1, 'active'), (2, 'activ'), (3, null)",
            "create table persons (id int primary key, state smallint)");

        var report = await crms.Migrate(Plan(false, "", """
            { "from": "state", "to": "state", "as": { "valueMap": { "values": { "active": 1, "gone": 2 }, "otherwise": "reject" } } }
            """));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["1 created 1", "2 rejected", "3 created 3"], await crms.Fates("people"));
        Assert.Equal("value-map.unknown state", await crms.New.One<string>("select rule || ' ' || field from crm_migration.rejects"));
    }

    private static CrmMigration.Plan.MigrationPlan Plan(bool isMatched, string matchedBy, string fields) => Plans.Of(
        $$"""
        "people": {
          "from": { "table": "people", "key": "id" },
          "to": { "table": "persons", "key": "id", "create": true },
          {{(isMatched ? $"\"match\": [[\"{matchedBy}\"]]," : "")}}
          "fields": [{{fields}}]
        }
        """);

    private static Task<List<string>> Rows(Crms crms, string columns) =>
        crms.New.All<string>($"select array_to_string(array[{string.Join(", ", columns.Split(", ").Select(column => column + "::text"))}], '|', '') from persons order by id");
}
