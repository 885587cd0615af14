using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Verify;

public class EveryRowCountsOnce
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task The_ends_of_all_rows_add_up_to_the_source_whatever_the_ranges(int partitionRows)
    {
        await using var crms = await TwoOldCrms.Create(TwoOldCrms.Target);
        var plan = TwoOldCrms.Plan("""{ "offset": 1000 }""", "\"assign\"");
        Replays.AssertReconciled(await crms.Migrate(plan));

        var report = await crms.Verify(plan, partitionRows: partitionRows);

        Replays.AssertReconciled(report);
        Assert.All(report.Entities.SelectMany(entity => entity.Verification!.Sources), source => Assert.True(source.AddsUp && source.Compared == source.Rows));
        Assert.Equal(("4 equal 1 merged 1 rejected", "2 equal 2 merged 1 rejected 1 skipped"), (report.Counts("customers"), report.Counts("customers", 1)));
        Assert.Equal(20, report.Entities[0].Verification!.TargetRows - report.Entities[0].Verification!.OwnRows);
    }

    [Fact]
    public async Task A_row_of_several_sources_that_differs_is_named_with_its_source()
    {
        await using var crms = await TwoOldCrms.Create(TwoOldCrms.Target);
        var plan = TwoOldCrms.Plan("""{ "offset": 1000 }""", "\"assign\"");
        await crms.Migrate(plan);
        await crms.Sync(plan);
        await crms.New.Run("update new_customers set tier = 'lead' where first_name = 'Dee'; update new_customers set email = 'x@example.com' where id = 1006");

        foreach (var deep in new[] { false, true })
        {
            var report = await crms.Verify(plan, deep);

            Assert.Contains("customers: 2 rows differing, changed in the target since written. Columns: email, tier. Keys: east:3, west:6.", report.Findings);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hashed_and_masked_values_are_equal_and_their_edits_are_found(bool deep)
    {
        await using var crms = await Crms.Create("create table people (id int primary key, mail text, card text); insert into people values (1, ' Ann@Example.com', '4111'), (2, 'bob@example.com', '4222'), (3, null, '4333')");
        crms.Keys["PseudonymKey"] = Convert.ToBase64String(Key);
        var plan = Plans.Of("""
            "people": {
              "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true },
              "fields": [
                { "from": "mail", "to": "mail", "as": ["email", { "hash": { "key": "PseudonymKey" } }] },
                { "from": "card", "to": "card", "as": { "mask": { "last": 2 } } }
              ]
            }
            """);
        await crms.Migrate(plan);
        await crms.Sync(plan);

        Replays.AssertReconciled(await crms.Verify(plan, deep));
        await crms.New.Run("update persons set mail = md5(mail) where id = 2; update persons set card = '••••' where id = 3");
        await crms.Verify(plan, deep);

        Assert.Equal(["people 2 differing: mail", "people 3 differing: card"], await crms.Differences("verify-2"));
    }

    [Fact]
    public async Task Text_keys_nulls_and_values_of_every_length_are_compared_as_they_are()
    {
        await using var crms = await Crms.Create("""
            create table things (id text primary key, body text, price numeric, at timestamptz, tags text[]);
            insert into things select 'Ключ ' || i, case when i % 3 > 0 then repeat('x', i * 100) end, case i when 4 then 'NaN' else i / 7.0 end, 'infinity', array[null, '' || i] from generate_series(1, 40) i
            """);
        var plan = Plans.Copy("things", "new_things", create: true);
        await crms.Migrate(plan);
        await crms.Verify(plan, partitionRows: 7);
        await crms.New.Run("update new_things set body = '' where id = 'Ключ 3'; update new_things set price = 4 where id = 'Ключ 4'; update new_things set tags = array['', '5'] where id = 'Ключ 5'");

        var report = await crms.Verify(plan, partitionRows: 7);

        Assert.Equal(["things Ключ 3 differing: body", "things Ключ 4 differing: price", "things Ключ 5 differing: tags"], await crms.Differences("verify-2"));
        Assert.Equal("37 equal 3 differing", report.Counts("things"));
    }

    [Fact]
    public async Task A_row_that_the_source_cannot_give_is_rejected_and_the_others_are_compared()
    {
        await using var crms = await Crms.Create("create table things (id int primary key, amount text); insert into things select i, case when i = 5 then 'five' else '' || i end from generate_series(1, 9) i");
        var plan = Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id", "create": true }, "fields": [{ "from": "amount", "to": "amount", "cast": "numeric" }] }
            """);
        await crms.Migrate(plan);

        var report = await crms.Verify(plan, partitionRows: 4);

        Assert.Equal("8 equal 1 rejected", report.Counts("things"));
    }

    [Fact]
    public async Task What_was_left_out_by_hand_once_and_came_later_is_missed_like_any_row()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things values (1, 'one'), (3, null)", "create table new_things (id int primary key, name text not null)");
        var plan = Plans.Copy("things", "new_things");
        await crms.MigrateQuietly(plan);
        var rule = await crms.New.One<string>("select rule from crm_migration.rejects limit 1");
        await crms.Say(rule!, "3", new CrmMigration.Rejects.RejectFix.Skip());
        await crms.Replay(plan);
        await crms.Old.Run("update things set name = 'three' where id = 3");
        await crms.Sync(plan);
        await crms.New.Run("delete from new_things where id = 3");

        var report = await crms.Verify(plan, deep: false);

        Assert.Equal("1 equal 1 missing", report.Counts("things"));
    }

    [Fact]
    public async Task What_people_fixed_and_what_they_left_out_by_hand_is_no_difference()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things values (1, 'one'), (2, null), (3, null), (4, null)", "create table new_things (id int primary key, name text not null)");
        var plan = Plans.Copy("things", "new_things");
        await crms.Migrate(plan);
        await crms.Verify(plan);
        var rule = await crms.New.One<string>("select rule from crm_migration.rejects limit 1");
        await crms.Fix(rule!, "2", ("name", "two"));
        await crms.Say(rule!, "3", new CrmMigration.Rejects.RejectFix.Skip());
        await crms.Replay(plan);

        var report = await crms.Verify(plan);

        Replays.AssertReconciled(report);
        Assert.Equal("2 equal 1 rejected 1 skipped", report.Counts("things"));
    }
}
