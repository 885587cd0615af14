using CrmMigration.Cli.Sample;
using CrmMigration.Plan;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>The real program, killed in the middle of real work.</summary>
public sealed class KilledMigrations(ITestOutputHelper output) : IDisposable
{
    private const string Target =
        """
        create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255));
        create table new_crm_orders (id int primary key, customer_id int not null references new_crm_customers, ordered_at timestamptz, status text, amount numeric(12,2), currency char(3))
        """;

    private readonly WrittenPlans plans = new();

    public void Dispose() => plans.Dispose();

    [Theory]
    [InlineData("", 1, 2)]
    [InlineData(Target, 3)]
    public async Task A_migration_killed_at_any_moment_is_resumed_to_the_same_end(string newSchema, params int[] seeds)
    {
        await using var crms = await Crms.Create(newSchema: newSchema);
        await new SampleCrm(30_000, 5).Create(crms.Old.DataSource, null, TestContext.Current.CancellationToken);
        await using var uninterrupted = Run(crms);
        Assert.Equal(0, await uninterrupted.Exit());
        var rows = (await crms.Engine.Status("NewCrm", "X", CancellationToken.None))!.Counts.Read;
        var expected = await Hashes(crms);

        foreach (var seed in seeds)
        {
            await crms.StartOver(newSchema);
            await KillAfter(crms, new Random(seed).NextInt64(rows * 9 / 10), seed);
            await using var resumed = ProgramProcess.Start(crms, "resume", "X");

            Assert.Equal((0, ""), (await resumed.Exit(), resumed.Error.Contains("failed", StringComparison.Ordinal) ? resumed.Error : ""));
            Assert.Equal(expected, await Hashes(crms));
        }
    }

    private async Task KillAfter(Crms crms, long rows, int seed)
    {
        await using var program = Run(crms);
        long read = -1;
        while (read < rows)
        {
            Assert.False(program.HasExited, $"The migration ended before it could be killed: {program.Error}");
            read = (await crms.Engine.Status("NewCrm", "X", CancellationToken.None))?.Counts.Read ?? -1;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await program.Kill();
        output.WriteLine($"seed {seed}: to be killed after {rows} rows, killed after {read}");
    }

    private ProgramProcess Run(Crms crms) => ProgramProcess.Start(
        crms, "run", plans.Write(SamplePlan), "--run-id", "X", "--partition-rows", "2000", "--parallel", "2");

    private static MigrationPlan SamplePlan => Plans.CustomersAndOrders();

    private static async Task<string> Hashes(Crms crms) =>
        $"{await crms.HashOf("new_crm_customers")} {await crms.HashOf("new_crm_orders")} {await crms.HashOf("(select entity, source_key, fate, target_key from crm_migration.row_fates)")}";
}
