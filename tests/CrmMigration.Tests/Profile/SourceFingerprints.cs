using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Tests.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class SourceFingerprints
{
    private const string People = """create table people (id int primary key, "Full Name" text, born date)""";

    [Fact]
    public async Task Nothing_has_changed_where_nothing_was_written()
    {
        await using var old = await Filled(3);
        var before = await Take(old);

        await old.Run("vacuum analyze people");
        var later = await Take(old);

        Assert.Empty(before.ChangesTo(later));
        Assert.Equal(before.ToJson(), later.ToJson());
    }

    [Fact]
    public async Task An_empty_table_has_no_keys()
    {
        await using var old = await Filled(0);

        var table = Assert.Single((await Take(old)).Tables);

        Assert.Equal((0, true, null, null), (table.Rows, table.RowsAreExact, table.LowestKey, table.HighestKey));
        Assert.Equal(["integer not null", "text", "date"], table.Columns.Select(column => column.Type));
    }

    [Theory]
    [InlineData("insert into people values (4)", SourceChangeKind.Rows, "old: people has 4 rows; it had 3 rows.")]
    [InlineData("insert into people values (4)", SourceChangeKind.Keys, "old: people ends with the key 4; it was 3.")]
    [InlineData("delete from people where id = 1", SourceChangeKind.Keys, "old: people begins with the key 2; it was 1.")]
    [InlineData("delete from people", SourceChangeKind.Keys, "old: people ends with the key none; it was 3.")]
    [InlineData("update people set born = 'infinity' where id = 2", SourceChangeKind.Contents, "old: people has rows that were written since, as many as before.")]
    [InlineData("delete from people where id = 2; insert into people values (2)", SourceChangeKind.Contents, "old: people has rows that were written since, as many as before.")]
    [InlineData("alter table people add phone varchar(20)", SourceChangeKind.Columns, "old: people has a new column \"phone\" (character varying(20)).")]
    [InlineData("alter table people drop \"Full Name\"", SourceChangeKind.Columns, "old: people has no column \"Full Name\" any more.")]
    [InlineData("alter table people alter born type text", SourceChangeKind.Columns, "old: people has the column \"born\" as text; it was date.")]
    [InlineData("alter table people alter born set not null", SourceChangeKind.Columns, "old: people has the column \"born\" as date not null; it was date.")]
    [InlineData("drop table people", SourceChangeKind.Table, "old: people is gone.")]
    public async Task A_change_is_told_in_a_sentence(string change, SourceChangeKind kind, string sentence)
    {
        await using var old = await Filled(3);
        var before = await Take(old);

        await old.Run(change);
        var changes = before.ChangesTo(await Take(old));

        Assert.Contains(new SourceChange("old", new("public", "people"), kind, sentence), changes);
    }

    [Fact]
    public async Task A_table_that_came_is_told()
    {
        await using var old = await TestDatabase.Create();
        var before = await Take(old);

        await old.Run(People);

        Assert.Equal("old: people is new.", Assert.Single(before.ChangesTo(await Take(old))).Sentence);
    }

    [Fact]
    public async Task A_fingerprint_that_was_kept_as_text_is_the_same()
    {
        await using var old = await Filled(3);
        var taken = await Take(old);

        var read = SourceFingerprint.FromJson(taken.ToJson());

        Assert.Empty(taken.ChangesTo(read));
        Assert.Equal(taken.ToJson(), read.ToJson());
    }

    [Fact]
    public async Task A_large_table_is_estimated_and_small_differences_of_estimates_are_none()
    {
        await using var old = await Filled(1000);
        await old.Run("analyze people");
        var before = await Take(old, countsUpTo: 10);
        await old.Run("insert into people select i from generate_series(1001, 1020) i; analyze people");
        var little = await Take(old, countsUpTo: 10);
        await old.Run("insert into people select i from generate_series(1021, 3000) i; analyze people");
        var much = await Take(old, countsUpTo: 10);

        Assert.False(before.Tables[0].RowsAreExact);
        Assert.Equal([SourceChangeKind.Keys], before.ChangesTo(little).Select(change => change.Kind));
        Assert.Contains("old: people has about 3,000 rows; it had about 1,000 rows.", before.ChangesTo(much).Select(change => change.Sentence));
    }

    [Fact]
    public async Task Keys_of_text_and_uuid_have_ends_too()
    {
        await using var old = await TestDatabase.Create();
        await old.Run("create table people (id uuid primary key); insert into people values ('00000000-0000-0000-0000-000000000002'), ('ff000000-0000-0000-0000-000000000001')");

        var table = Assert.Single((await Take(old)).Tables);

        Assert.Equal(("00000000-0000-0000-0000-000000000002", "ff000000-0000-0000-0000-000000000001"), (table.LowestKey, table.HighestKey));
    }

    [Fact]
    public async Task Rows_in_partitions_are_counted()
    {
        await using var old = await TestDatabase.Create();
        await old.Run(
            """
            create table people (id int primary key) partition by range (id);
            create table people_low partition of people for values from (minvalue) to (100);
            create table people_high partition of people for values from (100) to (maxvalue);
            insert into people values (-5), (7), (100), (2000)
            """);

        var table = Assert.Single((await Take(old)).Tables);

        Assert.Equal((4, "-5", "2000"), (table.Rows, table.LowestKey, table.HighestKey));
    }

    private static async Task<TestDatabase> Filled(int rows)
    {
        var old = await TestDatabase.Create();
        await old.Run($"{People}; insert into people select i, 'Ann Lee', '1970-01-01' from generate_series(1, {rows}) i");
        return old;
    }

    private static Task<SourceFingerprint> Take(TestDatabase old, long countsUpTo = SourceFingerprint.CountsUpTo) => SourceFingerprint.Read(
        PlanReader.Read(PlanJson.Of("""    "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "people", "key": "id" } }""")),
        _ => old.DataSource,
        countsUpTo,
        TestContext.Current.CancellationToken);
}
