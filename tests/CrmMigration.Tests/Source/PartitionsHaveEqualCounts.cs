using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Source;

public class PartitionsHaveEqualCounts
{
    [Theory]
    [InlineData("sparse", "bigint", "select case when n > 10000 then 9223372036854775807 else n end from generate_series(1, 10001) n")]
    [InlineData("negative", "int", "select n - 7000 from generate_series(1, 10001) n")]
    [InlineData("smallest and largest", "smallint", "select n from generate_series(-32768, -27769) n union all select n from generate_series(27767, 32767) n")]
    [InlineData("uuid", "uuid", "select md5(n::text)::uuid from generate_series(1, 10001) n")]
    [InlineData("text in a language's order", "text collate \"und-x-icu\"", "select chr(65 + n % 26) || case when n % 3 = 0 then 'ä' else 'a' end || ' ''\\' || n from generate_series(1, 10001) n")]
    public async Task Whatever_the_keys_are(string what, string type, string keys)
    {
        await using var crms = await Crms.Create(
            $"create table things (id {type} primary key, note text); insert into things select key, 'note' from ({keys}) as keys (key)");

        var report = await crms.Migrate(Plans.Copy("things", "new_things", create: true), partitionRows: 1000);

        Assert.True(report.Verdict == CrmMigration.Reconcile.Verdict.Reconciled, $"{what}: {string.Join(' ', report.Findings)}");
        var counts = await crms.New.All<long>("select read_rows from crm_migration.partitions order by partition");
        Assert.Equal([.. Enumerable.Repeat(1000L, 10), 1], counts);
        Assert.Equal(10_001, await crms.New.One<long>("select count(*) from new_things"));
    }

    [Theory]
    [InlineData("bigint", "case when n > 9990 then 9223372036854775807 - n else n * n end")]
    [InlineData("text collate \"und-x-icu\"", "chr(65 + n % 26) || case when n % 3 = 0 then 'ä' else 'a' end || n")]
    public async Task A_large_table_walked_in_segments_is_covered_once_and_only_the_last_of_each_is_smaller(string type, string key)
    {
        await using var crms = await Crms.Create(
            $"create table things (id {type} primary key, note text); insert into things select {key}, 'note' from generate_series(1, 10000) n; analyze things");

        var report = await crms.Migrate(Plans.Copy("things", "new_things", create: true), partitionRows: 300);

        Assert.True(report.Verdict == CrmMigration.Reconcile.Verdict.Reconciled, string.Join(' ', report.Findings));
        var counts = await crms.New.All<long>("select read_rows from crm_migration.partitions order by partition");
        Assert.Equal(10_000, counts.Sum());
        Assert.InRange(counts.Count(count => count != 300), 2, 3);
        var ends = await crms.New.All<string>(
            "select coalesce(after_key, 'open') || ' ' || coalesce(lag(through_key) over (order by partition), 'open') from crm_migration.partitions order by partition");
        Assert.All(ends, end => Assert.True(end.Split(' ') is [var after, var before] && after == before, end));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(999, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(2500, 3)]
    public async Task Whatever_the_number_of_rows_is(int rows, int partitions)
    {
        await using var crms = await Crms.Create($"create table things (id int primary key); insert into things select generate_series(1, {rows})");

        var report = await crms.Migrate(Plans.Copy("things", "new_things", create: true), partitionRows: 1000);

        Assert.Equal(partitions, report.Entities[0].Partitions);
        Assert.Equal(rows, report.Counts.Created);
    }
}
