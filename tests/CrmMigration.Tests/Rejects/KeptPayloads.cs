using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Rejects;

public class KeptPayloads
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null), (2, null, 'who@example.com', '+1 212 555 0100')";

    [Fact]
    public async Task A_rejected_row_is_kept_as_it_was_read()
    {
        await using var crms = await Crms.Create(Customers);
        await crms.Migrate(Plans.Customers());
        await crms.Old.Run("update old_crm_customers set email = 'later@example.com'");

        var row = await Row(crms);

        Assert.Equal("""{"id": 2, "name": null, "email": "who@example.com", "phone": "+1 212 555 0100"}""", row.Payload!.Value.GetRawText());
    }

    [Theory]
    [InlineData("numeric", "'NaN'", "\"NaN\"")]
    [InlineData("numeric", "1.10", "1.10")]
    [InlineData("numeric", "1234567890123456789012345678901234567890.5", "1234567890123456789012345678901234567890.5")]
    [InlineData("bigint", "9223372036854775807", "9223372036854775807")]
    [InlineData("float8", "'-Infinity'", "\"-Infinity\"")]
    [InlineData("date", "'infinity'", "\"infinity\"")]
    [InlineData("boolean", "true", "true")]
    [InlineData("json", "'{\"a\": \"\\u0000\",  \"a\": 1.0}'", "\"{\\\"a\\\": \\\"\\\\u0000\\\",  \\\"a\\\": 1.0}\"")]
    [InlineData("bytea", "'\\x00ff'", "\"\\\\x00ff\"")]
    [InlineData("int[]", "'{1,NULL}'", "\"{1,NULL}\"")]
    [InlineData("text", "repeat('é', 200000)", "\"(200000 characters, left out)\"")]
    public async Task What_JSON_does_not_carry_exactly_is_text(string type, string value, string expected)
    {
        await using var crms = await Crms.Create(
            $"create table things (id int primary key, v {type}, name text); insert into things values (1, {value}, null), (2, null, 'good')",
            $"create table things (id int primary key, v {type}, name text not null)");
        await crms.Migrate(Plans.Copy("things", "things"));

        var row = await Row(crms);

        Assert.Equal(expected, row.Payload!.Value.GetProperty("v").GetRawText());
    }

    [Fact]
    public async Task All_rows_of_a_partition_may_be_rejected_and_each_is_kept()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, a text, b text); insert into things select i, repeat('x', 2000), null from generate_series(1, 3500) i",
            "create table things (id int primary key, a text, b text)");
        var plan = Plans.Of(
            """
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "things", "key": "id" }, "required": ["b"] }
            """);

        await crms.Migrate(plan);

        Assert.Equal(3500, await crms.New.One<long>("select count(*) from crm_migration.reject_payloads where (payload ->> 'id') = source_key and length(payload ->> 'a') = 2000"));
    }

    [Fact]
    public async Task Columns_beyond_the_plan_are_kept_too_when_the_role_may_read_them()
    {
        var columns = string.Join(", ", Enumerable.Range(1, 120).Select(number => $"c{number} int default {number}"));
        await using var crms = await Crms.Create(Customers + $"; create table wide (id int primary key, name text, {columns}); insert into wide (id, name) values (7, null)");
        var plan = Plans.Of(
            """
            "wide": { "from": { "table": "wide", "key": "id" }, "to": { "table": "narrow", "key": "id", "create": true }, "fields": [{ "from": "name", "to": "name" }], "required": ["name"] }
            """);

        await crms.Migrate(plan);

        var payload = (await Row(crms)).Payload!.Value;
        Assert.Equal((122, 120), (payload.EnumerateObject().Count(), payload.GetProperty("c120").GetInt32()));
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_plan_says_so()
    {
        await using var crms = await Crms.Create(Customers);
        await crms.Migrate(Plans.Customers().With("\"keepPayload\": false"));

        var row = await Row(crms);

        Assert.Equal((null, "required.missing"), (row.Payload, row.Rule));
        Assert.Equal(0, await crms.New.One<long>("select count(payload) + count(sealed) from crm_migration.rejected_rows"));
    }

    [Fact]
    public async Task What_has_expired_is_shown_no_more_and_emptied_by_the_next_run()
    {
        await using var crms = await Crms.Create(Customers);
        var plan = Plans.Customers().With("\"rejectsExpire\": \"90d\"");
        await crms.Migrate(plan);
        var days = await crms.New.One<int>("select extract(day from expires_at - rejected_at)::int from crm_migration.rejected_rows");
        await crms.New.Run("update crm_migration.rejected_rows set expires_at = now() - interval '1 second'");

        var (row, view) = (await Row(crms), await crms.New.One<long>("select count(payload) from crm_migration.reject_payloads"));
        var before = await crms.New.One<long>("select count(payload) from crm_migration.rejected_rows");
        await crms.Migrate(plan);

        Assert.Equal((90, null, 0, 1), (days, row.Payload, view, before));
        Assert.Equal(["run-1 False", "run-2 True"], await crms.New.All<string>("select run_id || case when payload is null then ' False' else ' True' end from crm_migration.reject_payloads order by 1"));
    }

    private static async Task<RejectedRow> Row(Crms crms) => await crms.Engine.RejectsOf("NewCrm")
        .Rows("run-1", new() { WithValues = true }, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
}
