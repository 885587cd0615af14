using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

public sealed class TimeLeftOfRuns
{
    private const string Rows =
        Plans.OwnersTable + "; create table old_crm_orders (id int primary key, customer_id int) with (autovacuum_enabled = off);"
        + "insert into old_crm_customers select i, 'Ann Lee' || i, null, null from generate_series(1, 100) i;"
        + "insert into old_crm_orders select i, 1 + i % 100 from generate_series(1, 900) i;";

    [Fact]
    public async Task Entities_that_are_still_to_come_count_by_the_statistics_of_their_source()
    {
        var (rate, left) = await AfterTheCustomers(Rows + "analyze old_crm_customers, old_crm_orders");

        Assert.Equal(900, rate * left!.Value.TotalSeconds, 0.01 * 900);
    }

    [Fact]
    public async Task Without_statistics_of_what_is_still_to_come_nothing_is_said()
    {
        var (_, left) = await AfterTheCustomers(Rows + "analyze old_crm_customers");

        Assert.Null(left);
    }

    private static async Task<(double Rate, TimeSpan? Left)> AfterTheCustomers(string oldSchema)
    {
        await using var crms = await Crms.Create(oldSchema);
        RunStatus? status = null;
        await SteppedRun.Migrate(crms, Plans.CustomersAndOrders(), new() { RunId = "run-1" }, async step =>
        {
            if (step == "ReconcileEntity" && status is null)
            {
                status = await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None);
            }
        });
        return (status!.RowsPerSecond!.Value, status.Remaining);
    }
}
