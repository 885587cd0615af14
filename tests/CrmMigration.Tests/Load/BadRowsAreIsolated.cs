using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Load;

public class BadRowsAreIsolated
{
    private const string Things = "create table things (id int primary key, n int, note text); ";

    [Theory]
    [InlineData("n int check (n <> 777), note text", "target.check", "23514")]
    [InlineData("n int not null, note text", "target.null", "23502")]
    [InlineData("n int unique, note text", "target.not-unique", "23505")]
    [InlineData("n int, note text, constraint later unique (n) deferrable initially deferred", "target.not-unique", "23505")]
    public async Task One_row_that_the_target_refuses_is_rejected_alone(string columns, string rule, string state)
    {
        await using var crms = await Crms.Create(
            Things + "insert into things select i, case when i = 12345 then case '" + rule + "' when 'target.check' then 777 when 'target.not-unique' then 5 end else i * 1000 + 5000 end, 'x' from generate_series(1, 20000) i;"
                + "update things set n = 5 where id = 1",
            $"create table things (id int primary key, {columns})");

        var report = await crms.Migrate(Plans.Copy("things", "things"));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(new FateCounts(20_000, 19_999, 0, 0, 0, 1, 0), report.Counts);
        Assert.Equal([$"12345 {rule} {state}"], await crms.New.All<string>("select source_key || ' ' || rule || ' ' || sqlstate from crm_migration.rejects"));
        Assert.Equal(19_999, await crms.New.One<long>("select count(*) from things"));
    }

    [Fact]
    public async Task A_trigger_that_raises_rejects_its_rows_only()
    {
        await using var crms = await Crms.Create(
            Things + "insert into things select i, i, 'x' from generate_series(1, 3000) i",
            Things + """
            create function refuse() returns trigger language plpgsql as $$ begin if new.n % 1000 = 0 then raise exception 'no % please', new.n; end if; return new; end $$;
            create trigger refuse before insert on things for each row execute function refuse();
            """);

        var report = await crms.Migrate(Plans.Copy("things", "things"));

        Assert.Equal((2997, 3), (report.Counts.Created, report.Counts.Rejected));
        Assert.DoesNotContain("please", report.Entities[0].Rejects[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cleaned_value_too_long_for_its_column_is_rejected_with_both_lengths()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann ' || repeat('o', 40), null, null), (2, 'Ann O''Hara', null, null)",
            "create table new_crm_customers (id int primary key, first_name varchar(10), last_name varchar(10), email varchar(255), phone varchar(20))");

        var report = await crms.Migrate(Plans.Customers());

        Assert.Equal(["1 rejected", "2 created 2"], await crms.Fates("customers"));
        Assert.Equal("The cleaned value has 40 characters; the column takes 10.", report.Entities[0].Rejects[0].Reason);
        Assert.Equal("last_name", report.Entities[0].Rejects[0].Field);
    }
}
