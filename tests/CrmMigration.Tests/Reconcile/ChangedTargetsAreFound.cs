using CrmMigration.Cli.Commands;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Reconcile;

public class ChangedTargetsAreFound
{
    private const string Things = "create table things (id int primary key, n numeric, note text); ";

    private const string Rows = "insert into things select i, i, 'note ' || i from generate_series(1, 300) i";

    [Theory]
    [InlineData("if new.id = 200 then new.note := 'changed'; end if; return new", "", "before")]
    [InlineData("if new.id = 200 then new.note := null; end if; return new", "", "before")]
    [InlineData("if new.id = 200 then return null; end if; return new", "", "before")]
    [InlineData("if new.id in (199, 200) then new.note := 'note ' || 399 - new.id; end if; return new", "", "before")]
    [InlineData("if new.id = 200 then new.n := null; new.note := '200'; end if; return new", "", "before")]
    [InlineData("if new.id = 200 then new.note := 'changed'; end if; return new", "insert into things values (1000, 1, 'mine')", "before")]
    [InlineData("if new.id = 200 then return null; end if; return new", "insert into things values (1000, 1, 'mine')", "before")]
    [InlineData("if new.id = 200 then delete from things where id = 199; end if; return null", "", "after")]
    public async Task A_trigger_that_changes_what_arrives_fails_the_run(string body, string already, string moment)
    {
        await using var crms = await Crms.Create(
            Things + Rows,
            $"""
            {Things}; {already};
            create function meddle() returns trigger language plpgsql as $$ begin {body}; end $$;
            create trigger meddle {moment} insert on things for each row execute function meddle();
            """);

        var report = await crms.Migrate(Plans.Copy("things", "things"), partitionRows: 70);

        Assert.Equal(Verdict.NotReconciled, report.Verdict);
        Assert.Contains(report.Findings, finding => finding.StartsWith("things: ", StringComparison.Ordinal));
        Assert.Equal(1, ForegroundRun.CodeOf(report.Verdict));
    }

    [Fact]
    public async Task The_partition_that_differs_is_named()
    {
        await using var crms = await Crms.Create(
            Things + Rows,
            Things + """
            create function meddle() returns trigger language plpgsql as $$ begin if new.id = 200 then new.note := 'changed'; end if; return new; end $$;
            create trigger meddle before insert on things for each row execute function meddle();
            """);

        var report = await crms.Migrate(Plans.Copy("things", "things"), partitionRows: 70);

        Assert.Equal([2], report.Entities[0].Contents.DifferingPartitions);
        Assert.False(report.Entities[0].Contents.Agrees);
    }

    [Fact]
    public async Task A_changed_amount_shows_in_the_control_total_too()
    {
        await using var crms = await Crms.Create(
            Things + Rows,
            Things + """
            create function meddle() returns trigger language plpgsql as $$ begin if new.id = 200 then new.n := new.n + 0.01; end if; return new; end $$;
            create trigger meddle before insert on things for each row execute function meddle();
            """);

        var report = await crms.Migrate(Plans.Copy("things", "things"));

        var total = Assert.Single(report.Entities[0].Totals);
        Assert.Equal(("n", "45150.01", false), (total.Column, total.Loaded, total.Agrees));
        Assert.Contains(report.Findings, finding => finding.Contains("control total", StringComparison.Ordinal));
    }
}
