using System.Security.Cryptography;
using System.Text;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public sealed class PseudonymsArrive
{
    private const string People = """
        create table people (id int primary key, mail text, tel text, card text);
        insert into people values
          (1, ' Secretive@Example.com ', '201-555-0123', '4111-secretive'),
          (2, 'secretive@example.com', '12', '4222-secretive'),
          (3, 'secretive@gmial.com', '201-555-0124', null),
          (4, 'secretive at example.com', '2O1-555-0125', '4333-secretive'),
          (5, null, null, null)
        """;

    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_value_becomes_its_HMAC_under_the_key_in_every_column_and_run(bool isMatched)
    {
        await using var crms = await Crms.Create(People);
        crms.Keys["PseudonymKey"] = Convert.ToBase64String(Key);
        var plan = Plan("""
            { "from": "mail", "to": "mail", "as": ["email", "lower", { "hash": { "key": "PseudonymKey" } }] },
            { "from": "mail", "to": "again", "as": ["trim", "lower", { "hash": { "key": "PseudonymKey" } }] }
            """ + (isMatched ? """ ], "match": [["again"] """ : ""));

        var first = await crms.Migrate(plan);
        var rows = await crms.New.All<string>("select concat_ws('|', id, mail, again) from persons order by id");
        var second = await crms.Migrate(plan);

        Assert.Equal((Verdict.Reconciled, Verdict.Reconciled), (first.Verdict, second.Verdict));
        string[] expected =
        [
            $"1|{Hash("secretive@example.com")}|{Hash("secretive@example.com")}", $"2|{Hash("secretive@example.com")}|{Hash("secretive@example.com")}",
            $"3|{Hash("secretive@gmail.com")}|{Hash("secretive@gmial.com")}", $"4|{Hash("secretive at example.com")}", "5",
        ];
        Assert.Equal(isMatched ? [expected[0], .. expected[2..]] : expected, rows);
        Assert.Equal((0, first.Counts.Created), (second.Counts.Created, second.Counts.Unchanged));
    }

    [Fact]
    public async Task Nothing_of_a_value_that_is_hashed_or_masked_stands_in_the_target()
    {
        await using var crms = await Crms.Create(People);
        crms.Keys["PseudonymKey"] = Convert.ToBase64String(Key);
        var plan = Plan("""
            { "from": "mail", "to": "mail", "as": ["email", { "hash": { "key": "PseudonymKey" } }] },
            { "from": "mail", "to": "domain", "as": ["email", { "split": { "by": "@", "part": 2 } }] },
            { "from": "tel", "to": "tel", "as": [{ "phone": { "region": "US" } }, { "hash": { "key": "PseudonymKey" } }], "onInvalid": "reject" },
            { "from": "card", "to": "card", "as": [{ "truncate": 10 }, { "mask": { "last": 2 } }] }
            """);

        await crms.Rehearse(plan);
        await crms.Migrate(plan);

        Assert.Equal(["2 phone.too-short", "4 phone.unexpected-text"], await crms.New.All<string>("select source_key || ' ' || rule from crm_migration.rejects order by 1"));
        Assert.Equal(
            ["1 truncate.cut ", "3 email.domain-typo ", "3 email.domain-typo "],
            await crms.New.All<string>("select concat_ws(' ', source_key, rule, original) from crm_migration.corrections order by 1"));
        Assert.Equal(
            ["{\"id\": 2}", "{\"id\": 4}"], await crms.New.All<string>("select payload::text from crm_migration.reject_payloads where run_id = 'run-1' order by source_key"));
        var books = await Books(crms);
        Assert.Contains("email.domain-typo", books, StringComparison.Ordinal);
        Assert.All(["secretive", "Secretive", "S•••", "s•••", "2O1", "555-0", "2015550", "4111-", "4222-", "4333-"], part => Assert.DoesNotContain(part, books, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData(" ", "is not set")]
    [InlineData("not base64!", "is not in base64")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA", "is 15 bytes")]
    public async Task A_run_without_a_usable_key_is_refused_before_anything_is_written(string? unusable, string words)
    {
        await using var crms = await Crms.Create(People);
        if (unusable is not null)
        {
            crms.Keys["PseudonymKey"] = unusable;
        }

        var plan = Plan("""{ "from": "mail", "to": "mail", "as": { "hash": { "key": "PseudonymKey" } } }""");

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Migrate(plan));
        var check = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Engine.Check(plan, CancellationToken.None));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains("CrmMigration__Keys__PseudonymKey", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, check.Message);
        Assert.Null(await crms.New.One<string>("select to_regclass('crm_migration.runs')::text"));
    }

    [Fact]
    public async Task A_profile_tells_what_would_become_of_rows_without_the_key()
    {
        await using var crms = await Crms.Create(People);
        var plan = Plan("""{ "from": "mail", "to": "mail", "as": ["email", "lower", { "hash": { "key": "PseudonymKey" } }] } ], "match": [["mail"] """);

        var profile = await crms.Engine.Profile(plan, new(), new(), CancellationToken.None);

        Assert.Equal((1, 1), (profile.Tables.Single().Matches.Single().Groups, profile.Tables.Single().Predicted!.Count(rule => rule.Rule == "email.domain-typo")));
    }

    private static string Hash(string value) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(value)));

    // Everything that is kept of runs, as text.
    private static async Task<string> Books(Crms crms)
    {
        var tables = await crms.New.All<string>("select table_name from information_schema.tables where table_schema = 'crm_migration' and table_type = 'BASE TABLE'");
        var books = new StringBuilder();
        foreach (var table in tables)
        {
            books.AppendLine(await crms.New.One<string>($"select string_agg(t::text, ' ') from crm_migration.{table} as t"));
        }

        return books.ToString();
    }

    private static MigrationPlan Plan(string fields) => Plans.Of(
        $$"""
        "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true }, "fields": [{{fields}}] }
        """);
}
