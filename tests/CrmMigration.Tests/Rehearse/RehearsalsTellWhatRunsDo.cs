using System.Text.Json;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Rehearse;

public class RehearsalsTellWhatRunsDo
{
    private const string MoreCustomers =
        """
        ; insert into old_crm_customers select i, 'Person' || chr(65 + i % 20) || ' Name' || i / 3, case when i % 4 = 0 then 'p' || i / 3 || '@example.com' when i % 9 = 0 then 'bad@' end,
          case when i % 5 = 0 then '12' else '+1 212 555 ' || 1000 + i % 700 end from generate_series(100, 900) i;
        insert into old_crm_orders select i, i % 900, i, 'USD' from generate_series(100, 2000) i
        """;

    private const string OldSchema = ResumeAtEveryStep.OldSchema + MoreCustomers;

    [Theory]
    [InlineData("", 4)]
    [InlineData("", 100_000)]
    [InlineData(ResumeAtEveryStep.Target, 300)]
    [InlineData(UsedTarget.Tables, 300)]
    [InlineData(UsedTarget.Tables, 100_000)]
    public async Task What_is_rehearsed_is_what_a_run_then_does(string newSchema, int partitionRows)
    {
        await using var crms = await Crms.Create(OldSchema, newSchema);

        var rehearsal = await crms.Rehearse(Plans.CustomersAndOrders(), partitionRows);
        var run = await crms.Migrate(Plans.CustomersAndOrders(), partitionRows);

        Assert.Equal((Verdict.Reconciled, RunMode.Rehearsal), (rehearsal.Verdict, rehearsal.Mode));
        Assert.Equal(Told(run), Told(rehearsal));
        Assert.Equal(await Rejects(crms, "run-1"), await Rejects(crms, "rehearsal-1"));
        Assert.Equal(
            await crms.New.All<string>("select concat_ws(' ', entity, source_key, fate) from crm_migration.row_fates order by 1"),
            await crms.New.All<string>("select concat_ws(' ', entity, source_key, fate) from crm_migration.rehearsed_fates order by 1"));
    }

    [Fact]
    public async Task A_run_after_a_run_is_rehearsed_as_unchanged_and_updated()
    {
        await using var crms = await Crms.Create(OldSchema, ResumeAtEveryStep.Target);
        await crms.Migrate(Plans.CustomersAndOrders(), 300);
        await crms.Old.Run("update old_crm_customers set name = 'New Name' || id where id % 10 = 0; insert into old_crm_customers values (5000, 'Late Row', null, null)");

        var rehearsal = await crms.Rehearse(Plans.CustomersAndOrders(), 300);
        var run = await crms.Migrate(Plans.CustomersAndOrders(), 300);

        Assert.True(rehearsal.Counts is { Unchanged: > 1000, Updated: > 50, Created: > 0 }, $"{rehearsal.Counts}");
        Assert.Equal(Told(run), Told(rehearsal));
    }

    [Theory]
    [InlineData("id uuid primary key", "md5(i::text)::uuid")]
    [InlineData("id text primary key", "'k' || i")]
    public async Task Keys_of_any_kind_meet_their_rows_in_the_target(string key, string value)
    {
        await using var crms = await Crms.Create(
            $"create table things ({key}, note text); insert into things select {value}, 'n' || i from generate_series(1, 900) i",
            $"create table things ({key}, note text); insert into things select {value}, case when i % 2 = 0 then 'n' || i else 'other' end from generate_series(300, 2000) i");

        var rehearsal = await crms.Rehearse(Plans.Copy("things", "things"), 100);

        Assert.Equal(new FateCounts(900, 299, 300, 301, 0, 0, 0), rehearsal.Counts);
    }

    [Fact]
    public async Task A_foreign_key_refuses_as_it_would_and_by_its_own_name()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, country text, half text, boss int); insert into things values (1, 'US', 'a', null), (2, 'XX', 'a', null), (3, null, 'a', 1), (4, 'US', 'a', 3), (5, 'US', 'a', 77)",
            """
            create table countries (code text primary key); insert into countries values ('US');
            create table things (id int primary key, country text constraint lives_in references countries, half text, boss int constraint has_boss references things);
            """);

        var rehearsal = await crms.Rehearse(Plans.Copy("things", "things"));
        var run = await crms.Migrate(Plans.Copy("things", "things"));

        Assert.Equal(Told(run), Told(rehearsal));
        Assert.Equal(["2 target.no-parent The target has no row that the constraint lives_in asks for.", "5 target.no-parent The target has no row that the constraint has_boss asks for."], await Rejects(crms, "rehearsal-1"));
        Assert.Equal(await Rejects(crms, "run-1"), await Rejects(crms, "rehearsal-1"));
    }

    [Fact]
    public async Task What_is_allowed_only_once_is_told_by_its_own_name()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, note text, \"between\" int4range); insert into things values (1, 'a', '[1,3)'), (2, 'a', '[4,6)'), (3, 'b', '[2,9)'), (4, 'mine', null)",
            """
            create table things (gone int, id int primary key, note text, "between" int4range,
              constraint "Only once" unique (note), constraint apart exclude using gist ("between" with &&)); alter table things drop column gone;
            insert into things values (90, 'mine', null)
            """);

        var rehearsal = await crms.Rehearse(Plans.Copy("things", "things"));
        var run = await crms.Migrate(Plans.Copy("things", "things"));

        Assert.Equal(Told(run), Told(rehearsal));
        Assert.Equal(["Only once", "apart", "Only once"], (await Rejects(crms, "rehearsal-1")).Select(line => line.Contains("apart", StringComparison.Ordinal) ? "apart" : line.Contains("Only once", StringComparison.Ordinal) ? "Only once" : line));
        Assert.Equal(await Rejects(crms, "run-1"), await Rejects(crms, "rehearsal-1"));
    }

    private static Task<List<string>> Rejects(Crms crms, string run) => crms.New.All<string>(
        $"""
        select concat_ws(' ', source_key, rule, reject.reason) from crm_migration.rejected_rows as reject join crm_migration.entities using (entity_id)
        where run_id = '{run}' order by entity, length(source_key), source_key
        """);

    internal static string Told(RunReport report) => JsonSerializer.Serialize(report.Entities.Select(entity => new
    {
        entity.Name,
        entity.Counts,
        entity.Merges,
        entity.Rejects,
        entity.Corrections,
        entity.Totals,
        entity.Contents,
    }));
}
