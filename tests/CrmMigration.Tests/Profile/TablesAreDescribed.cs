using CrmMigration.Profile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class TablesAreDescribed
{
    [Fact]
    public async Task Nulls_blanks_and_lengths_are_counted()
    {
        await using var crm = await Things("name text", "(1, 'Ann Lee'), (2, ''), (3, '   '), (4, null), (5, ' Bo')");

        var name = Column(await crm.Table(Plans.Copy("things", "new_things", create: true)), "name");

        Assert.Equal((1, 5), (name.Nulls.Values, name.Nulls.Of));
        Assert.Equal((2, 4), (name.Text!.Blank.Values, name.Text.Blank.Of));
        Assert.Equal((0, 7, 3.25), (name.Text.Shortest, name.Text.Longest, name.Text.Average));
        Assert.Equal((4, 0.0, false), (name.Distinct!.Values, name.Distinct.ErrorPercent, name.Distinct.OfSample));
        Assert.Equal((1, 2), (name.Text.Padded.Values, name.Text.Padded.Of));
        Assert.Equal(["Aa", "Aa+ Aa+"], name.Text.Shapes.Select(shape => shape.Name).Order(StringComparer.Ordinal));
        Assert.Equal(4, name.Text.Lengths.Sum(range => range.Values));
    }

    [Fact]
    public async Task What_is_not_finite_stands_apart_from_the_ends()
    {
        await using var crm = await Things(
            "f float8, n numeric, d date, t timestamptz",
            "(1, 'NaN', 'NaN', 'infinity', '-infinity'), (2, 1.25, '-Infinity', '0044-03-15 BC', '294247-01-01 00:00 UTC'), (3, -3, 123456.78, '1970-05-06', '2001-02-03 00:00 UTC')");

        var table = await crm.Table(Plans.Copy("things", "new_things", create: true));

        Assert.Equal(("-3", "1.25", 1, 0), Ends(table, "f"));
        Assert.Equal(("123000", "123000", 1, 1), Ends(table, "n"));
        Assert.Equal(("44-03 BC", "1970-05", 0, 1), Ends(table, "d"));
        Assert.Equal(("2001-02", "294247-01", 0, 1), Ends(table, "t"));
    }

    [Fact]
    public async Task Keys_show_their_ends_and_other_long_numbers_do_not()
    {
        await using var crm = await Things("ssn bigint", "(1234567, 123456789)");

        var table = await crm.Table(Plans.Copy("things", "new_things", create: true));

        Assert.Equal("1234567", Column(table, "id").Highest);
        Assert.Equal("123000000", Column(table, "ssn").Highest);
    }

    [Fact]
    public async Task Types_without_equality_or_of_any_size_are_counted_and_not_looked_at()
    {
        await using var crm = await ProfiledCrm.Create(
            """
            create type mood as enum ('happy', 'sad');
            create domain short as varchar(5);
            create table things (
              id int primary key, j json, jb jsonb, x xml, b bytea, a text[], m mood, s short, c char(6), ci "char", i inet, r int4range, v tsvector, p point,
              iv interval, tm time, u uuid, mo money, bits bit(3), cid cid);
            insert into things (id, j, a, b, m, s, c, r) values (1, '{}', '{}', '\x00', 'happy', 'ab', 'xy', '[1,2)'), (2, null, '{null}', null, 'sad', null, 'xy', null)
            """);

        var table = await crm.Table(Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "t", "key": "id", "create": true }, "fields": [ { "from": "c", "to": "c" } ] }
            """));

        Assert.Equal((1, null), (Column(table, "j").Nulls.Values, Column(table, "j").Distinct));
        Assert.Null(Column(table, "a").Distinct);
        Assert.Equal(2, Column(table, "m").Distinct!.Values);
        Assert.Equal(1, Column(table, "c").Distinct!.Values);
        Assert.Equal(2, Column(table, "c").Text!.Longest);
        Assert.Equal(2, Column(table, "u").Nulls.Values);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("(7, 'Zoë')", 1)]
    public async Task A_table_of_few_rows_or_none_is_described(string rows, int count)
    {
        await using var crm = rows.Length > 0 ? await Things("name text", rows) : await ProfiledCrm.Create("create table things (id int primary key, name text)");

        var table = await crm.Table(Plans.Copy("things", "new_things", create: true));

        Assert.Equal((count, count), (table.Rows, table.Read.Rows));
        Assert.Equal(count, Column(table, "name").Distinct!.Values);
    }

    [Fact]
    public async Task A_text_of_100_kB_is_described_like_any_other()
    {
        await using var crm = await Things("note text", "(1, repeat('Lorem ipsum ', 9000)), (2, 'short')");

        var note = Column(await crm.Table(Plans.Copy("things", "new_things", create: true)), "note");

        Assert.Equal((5, 108_000), (note.Text!.Shortest, note.Text.Longest));
        Assert.Equal(1, note.Text.Lengths[^1].Values);
        Assert.Null(note.Text.Lengths[^1].Through);
    }

    [Fact]
    public async Task Names_may_hold_anything()
    {
        await using var crm = await ProfiledCrm.Create(
            """
            create schema "Old.Crm";
            create table "Old.Crm"."The ""list"" now" ("Id No" int primary key, "weird "" col,umn" text, "ctid2" text, "select" text);
            insert into "Old.Crm"."The ""list"" now" values (1, 'a', 'b', 'c')
            """);

        var table = await crm.Table(Plans.Copy("\\\"Old.Crm\\\".\\\"The \\\"\\\"list\\\"\\\" now\\\"", "t", key: "Id No", create: true));

        Assert.Equal(1, Column(table, "weird \" col,umn").Distinct!.Values);
    }

    [Fact]
    public async Task A_partitioned_table_is_read_in_two_halves_like_any_other()
    {
        await using var crm = await ProfiledCrm.Create(
            """
            create table things (id int primary key, name text) partition by range (id);
            create table things_low partition of things for values from (minvalue) to (40000);
            create table things_high partition of things for values from (40000) to (maxvalue);
            insert into things select i, repeat('x', 300) || i from generate_series(1, 60000) i
            """);

        var table = await crm.Table(Plans.Copy("things", "new_things", create: true));

        Assert.Equal((60_000, 60_000), (table.Rows, table.Read.Rows));
    }

    [Fact]
    public async Task Placeholders_are_named_as_the_list_writes_them()
    {
        await using var crm = await Things(
            "phone text, born date", "(1, 'N/A', '1900-01-01'), (2, ' n/a ', '1900-01-01'), (3, '-', '1980-01-01'), (4, '0000000000', null), (5, '555-0142', null), (6, null, null), (7, 'Nieznany', null)");

        var table = await crm.Table(Plans.Copy("things", "new_things", create: true));

        Assert.Equal([("n/a", 2), ("-", 1), ("000…", 1), ("nieznany", 1)], Column(table, "phone").Placeholders.Select(one => (one.Name, (int)one.Share.Values)));
        Assert.Equal([("1900-01-01", 2)], Column(table, "born").Placeholders.Select(one => (one.Name, (int)one.Share.Values)));
    }

    private static Task<ProfiledCrm> Things(string columns, string rows) =>
        ProfiledCrm.Create($"create table things (id int primary key, {columns}); insert into things values {rows}");

    private static ColumnProfile Column(TableProfile table, string name) => table.Columns.Single(column => column.Name == name);

    private static (string? Lowest, string? Highest, long NotNumbers, long Infinite) Ends(TableProfile table, string name) =>
        Column(table, name) is var column ? (column.Lowest, column.Highest, column.NotNumbers, column.Infinite) : default;
}
