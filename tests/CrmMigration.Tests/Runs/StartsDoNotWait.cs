using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class StartsDoNotWait
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null)";

    // A step holds the lease's row until it commits, which may be minutes.
    [Fact]
    public async Task Who_comes_while_a_step_of_another_run_is_at_work_is_refused_meanwhile()
    {
        await using var crms = await Crms.Create(Customers);
        await Enter(crms, "run-1", TestContext.Current.CancellationToken);
        await using var step = await crms.New.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await step.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new NpgsqlCommand("select from crm_migration.leases for key share", step, transaction))
        {
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<PlanAtWorkException>(() => Enter(crms, "run-2", patience.Token));
    }

    private static Task<RunRef> Enter(Crms crms, string run, CancellationToken cancellation) =>
        crms.Engine.Enter(Plans.Customers(), new() { RunId = run, Parallel = 2 }, _ => Task.CompletedTask, cancellation);
}
