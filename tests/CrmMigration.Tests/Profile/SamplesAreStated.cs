using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class SamplesAreStated
{
    private const string People =
        """
        create table people (id int primary key, name text, mail text);
        insert into people
        select i, case when i % 10 = 0 then 'ANN LEE' when i % 100 = 1 then null else repeat('x', 1 + i % 40) end, 'user' || i % 30000 || '@example.com'
          from generate_series(1, 60000) i;
        analyze people
        """;

    private static readonly MigrationPlan Plan = Plans.Of("""
        "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true },
          "fields": [ { "from": "mail", "to": "mail", "as": "email" } ], "match": [["mail"]] }
        """);

    [Fact]
    public async Task Counts_of_the_table_stay_exact_and_shares_get_an_interval_that_holds_the_truth()
    {
        await using var crm = await ProfiledCrm.Create(People);

        var table = await crm.Table(Plan, new() { Percent = 10 });

        var name = table.Columns.Single(column => column.Name == "name");
        Assert.Equal((60_000, 600, 40), (table.Rows, name.Nulls.Values, name.Text!.Longest));
        Assert.Equal((ReadMethod.Rows, 10), (table.Read.Method, table.Read.Percent));
        Assert.InRange(table.Read.Rows, 5_400, 6_600);
        Assert.True(name.Distinct!.OfSample);
        Assert.InRange(100.0 * 6000 / 59_400, name.Text.AllCapitals.Low, name.Text.AllCapitals.High);
        Assert.InRange(name.Text.AllCapitals.High - name.Text.AllCapitals.Low, 0.5, 3);
        Assert.Empty(table.Matches);
    }

    [Fact]
    public async Task One_seed_takes_one_sample()
    {
        await using var crm = await ProfiledCrm.Create(People);

        var one = await crm.Table(Plan, new() { Rows = 3000 });
        var same = await crm.Table(Plan, new() { Rows = 3000 });
        var other = await crm.Table(Plan, new() { Rows = 3000, Seed = 2 });

        Assert.Equal(Shapes(one), Shapes(same));
        Assert.NotEqual(Shapes(one), Shapes(other));
    }

    [Fact]
    public async Task More_rows_than_there_are_is_all_of_them()
    {
        await using var crm = await ProfiledCrm.Create(People);

        var table = await crm.Table(Plan, new() { Rows = 1_000_000 });

        Assert.Equal((ReadMethod.Whole, 60_000), (table.Read.Method, table.Read.Rows));
    }

    // One session reads alone where the connection string allows no second one.
    [Fact]
    public async Task Two_halves_read_at_once_give_what_one_reader_gives()
    {
        await using var crm = await ProfiledCrm.Create($"{People}; alter table people add filler text; update people set filler = repeat('y', 300)");

        var alone = await crm.Profile(Plan, settings: "Maximum Pool Size=1");
        var halves = await crm.Profile(Plan);

        Assert.Equal(Timeless(alone), Timeless(halves));
        Assert.Equal(30_000, halves.Tables[0].Matches[0].Groups);
    }

    private static IEnumerable<(string, long)> Shapes(TableProfile table) =>
        table.Columns.Single(column => column.Name == "name").Text!.Shapes.Select(shape => (shape.Name, shape.Share.Values));

    // What all cleaners are tried on is every how-many-th row of each reader, and the table is small enough for every row.
    private static string Timeless(SourceProfile profile) => ProfileJson.Write(profile with
    {
        TakenAt = default,
        Took = default,
        Tables = [.. profile.Tables.Select(table => table with { Read = table.Read with { Took = default } })],
    });
}
