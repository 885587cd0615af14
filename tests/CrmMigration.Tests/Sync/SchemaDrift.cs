using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>The old CRM's tables are altered between two passes, or between the full run and the first of them.</summary>
public class SchemaDrift
{
    private const string Things = "create table things (id int primary key, name varchar(20), other int, note text); insert into things select i, 'thing ' || i, i, 'n' from generate_series(1, 5) i";

    private const string Target = "create table new_things (id int primary key, name text, other bigint, note text)";

    // The note is not moved.
    private static readonly MigrationPlan Plan = Plans.Of("""
        "things": {
          "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" },
          "fields": [{ "from": "name", "to": "name" }, { "from": "other", "to": "other", "cast": "bigint" }]
        }
        """);

    [Theory]
    [InlineData("alter table things rename name to full_name", "the column \"name\" of things is gone (renamed to \"full_name\"?)")]
    [InlineData("alter table things drop column other", "the column \"other\" of things is gone")]
    [InlineData("alter table things alter other type numeric(12,2)", "the column \"other\" of things is numeric(12,2)")]
    [InlineData("alter table things alter name type char(20)", "the column \"name\" of things is character(20)")]
    [InlineData("alter table things drop column other; alter table things add other int default 7", "the column \"other\" of things is another one than before: it was dropped and made again, or took the name of another")]
    [InlineData(
        "alter table things rename name to kept; alter table things rename note to name; alter table things alter name type varchar(20); alter table things rename kept to note",
        "the column \"name\" of things is another one than before: it was dropped and made again, or took the name of another")]
    public async Task A_pass_and_a_check_stop_where_a_column_that_is_read_is_another_and_a_full_run_helps(string alteration, string found)
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run(alteration + "; update things set note = 'changed'");

        var stopped = await Assert.ThrowsAsync<InvalidPlanException>(() => crms.Sync(Plan));
        var check = await crms.Engine.Check(Plan, CancellationToken.None);

        Assert.Contains(found, stopped.Message, StringComparison.Ordinal);
        Assert.Contains("start a full run", stopped.Message, StringComparison.Ordinal);
        Assert.Contains(check.Drift, drift => drift.Found == found);
        Assert.Equal(1, await crms.New.One<long>("select count(*) from crm_migration.runs where mode = 'incremental'"));
    }

    [Fact]
    public async Task After_a_full_run_passes_go_on()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("alter table things alter other type numeric(12,2)");
        await crms.MigrateQuietly(Plan);

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Empty((await crms.Engine.Check(Plan, CancellationToken.None)).Drift);
    }

    [Fact]
    public async Task A_new_column_that_would_move_by_its_name_stops_the_first_pass_too()
    {
        await using var crms = await Crms.Create("create table things (id int primary key, name text); insert into things values (1, 'one')", "create table new_things (id int primary key, name text, extra text)");
        var plan = Plans.Copy("things", "new_things");
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("alter table things add extra text default 'x'");

        var stopped = await Assert.ThrowsAsync<InvalidPlanException>(() => crms.Sync(plan));

        Assert.Contains("the column \"extra\" (text) of things is new, and the target has one of its name", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_was_made_anew_may_have_its_columns_in_another_order()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("create table anew (note text, other int, name varchar(20), id int primary key); insert into anew select note, other + 1, name, id from things; drop table things; alter table anew rename to things");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(20, await crms.New.One<long>("select sum(other) from new_things"));
    }

    [Fact]
    public async Task What_nobody_reads_is_told_once()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("alter table things add extra text, drop column note; update things set name = 'new' where id = 1");
        var warnings = (await crms.Engine.Check(Plan, CancellationToken.None)).Warnings.Select(warning => warning.Found).ToList();

        var report = await crms.Sync(Plan);
        var next = await crms.Sync(Plan);

        const string New = "the column \"extra\" (text) of things is new, and the plan does not read it";
        const string Gone = "the column \"note\" of things is gone, which the plan did not read";
        Assert.Equal([$"old: {New}.", $"old: {Gone}."], report.Remarks.Where(remark => remark.Contains("the column", StringComparison.Ordinal)).Order());
        Assert.Contains($"old: {New}.", ReportJson.Write((await crms.Engine.Status("NewCrm", report.RunId, CancellationToken.None))!).Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(next.Remarks, remark => remark.Contains("the column", StringComparison.Ordinal));
        Assert.Contains(New, warnings);
        Assert.Contains(Gone, warnings);
        Assert.Equal(1, report.Counts.Updated);
    }

    [Fact]
    public async Task A_wider_type_is_read_on()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("alter table things alter name type text, alter other type bigint; update things set name = 'a name of more than twenty letters' where id = 2");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal("a name of more than twenty letters", await crms.New.One<string>("select name from new_things where id = 2"));
    }

    [Fact]
    public async Task The_command_check_ends_with_a_mistake_and_run_does_not()
    {
        await using var crms = await Crms.Create(Things, Target);
        using var plans = new WrittenPlans();
        var path = plans.Write(Plan);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run("alter table things alter other type numeric(12,2)");
        var program = new ProgramInMemory();

        var codes = (await program.Run(crms.Settings, "check", path), await program.Run(crms.Settings, "run", path), await program.Run(crms.Settings, "check", path));

        Assert.Equal((2, 0, 0), codes);
        Assert.Contains("numeric(12,2)", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_that_was_broken_off_is_not_carried_on_over_another_column()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan);
        await (await crms.Engine.Begin(Plan, new() { RunId = "sync-1", Mode = RunMode.Incremental }, new(), CancellationToken.None)).DisposeAsync();
        await crms.Old.Run("alter table things alter other type numeric(12,2)");

        var stopped = await Assert.ThrowsAsync<InvalidPlanException>(() => crms.Migrate(Plan, new RunOptions { RunId = "sync-1" }));

        Assert.Contains("numeric(12,2)", stopped.Message, StringComparison.Ordinal);
    }
}
