using CrmMigration.Flow;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Match;

public class TheCutDoesNotMatter
{
    // Persons in groups of three or four, far apart; some without an e-mail address, some without a phone, some without both.
    private const string Customers =
        """
        insert into old_crm_customers
        select i, 'Person' || i % 90 || ' Lee',
               case when i % 4 <> 1 then 'p' || i % 90 || '@example.com' end,
               case when i % 5 <> 2 then '+1 212 555 ' || 1000 + i % 90 end
        from generate_series(1, 300) i
        """;

    private const string ExistingTarget =
        "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255))";

    [Theory]
    [InlineData("")]
    [InlineData(ExistingTarget)]
    public async Task Target_and_fates_are_the_same_for_any_partition_size_and_parallelism(string target)
    {
        await using var crms = await Crms.Create($"{Plans.OwnersTable}; {Customers}");
        var results = new List<string>();

        foreach (var (size, parallel) in new[] { (7, 1), (7, 3), (100, 1), (100, 3), (10_000, 1), (10_000, 3) })
        {
            await crms.StartOver(target);
            await crms.Migrate(Plans.Customers(), new RunOptions { RunId = "run-1", PartitionRows = size, Parallel = parallel });
            results.Add(await Result(crms));
        }

        Assert.Equal(Enumerable.Repeat(results[0], 6), results);
        Assert.Equal(105, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(ExistingTarget)]
    public async Task Target_and_fates_are_the_same_in_whatever_order_the_partitions_are_done(string target)
    {
        await using var crms = await Crms.Create($"{Plans.OwnersTable}; {Customers}");
        var results = new List<string>();

        foreach (var seed in new[] { 1, 2, 3 })
        {
            await crms.StartOver(target);
            await MigrateShuffled(crms, seed);
            results.Add(await Result(crms));
        }

        Assert.Equal(Enumerable.Repeat(results[0], 3), results);
        Assert.Equal(105, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    private static async Task MigrateShuffled(Crms crms, int seed)
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-1", PartitionRows = 9 }, new(), CancellationToken.None);
        await Flows.Migrate.Run(new SteppedRun(run) { Order = new(seed) }, run.Ref);
    }

    private static async Task<string> Result(Crms crms) =>
        await crms.HashOf("new_crm_customers") + string.Join('|', await crms.Fates("customers"));
}
