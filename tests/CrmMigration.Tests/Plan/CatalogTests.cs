using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class CatalogTests(TwoDatabases databases) : IClassFixture<TwoDatabases>, IAsyncLifetime
{
    private LiveDatabase Database => databases.Old;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Database.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Columns_are_read_with_type_length_and_what_fills_them()
    {
        await Database.Run("""
            create table t (id int generated always as identity primary key, serial bigserial, name varchar(20) not null default 'x',
                            code char(3), amount numeric(12,2), double numeric generated always as (amount * 2) stored, tags text[])
            """);

        var columns = (await Read("t")).Columns;

        Assert.Equal(
            ["integer", "bigint", "character varying(20)", "character(3)", "numeric(12,2)", "numeric", "text[]"], columns.Select(column => column.Type));
        Assert.Equal(["int4", "int8", "varchar", "bpchar", "numeric", "numeric", "_text"], columns.Select(column => column.BaseType));
        Assert.Equal([null, null, 20, 3, null, null, null], columns.Select(column => column.MaxLength));
        Assert.Equal(["id"], columns.Where(column => column.IsIdentity).Select(column => column.Name));
        Assert.Equal(["id", "serial"], columns.Where(column => column.HasSequence).Select(column => column.Name));
        Assert.Equal(["serial", "name"], columns.Where(column => column.HasDefault).Select(column => column.Name));
        Assert.Equal(["double"], columns.Where(column => column.IsGenerated).Select(column => column.Name));
        Assert.Equal(["id", "serial", "name"], columns.Where(column => column.NotNull).Select(column => column.Name));
    }

    [Fact]
    public async Task Domains_are_resolved_to_their_base_through_every_layer()
    {
        await Database.Run("""
            create domain short as varchar(9) not null default 'x';
            create domain code as short;
            create table t (id int primary key, c code);
            """);

        var column = (await Read("t")).Column("c")!;

        Assert.Equal(("public.code", "character varying(9)", "varchar", 9), (column.Type, column.PlainType, column.BaseType, column.MaxLength));
        Assert.Equal((true, true, true), (column.IsDomain, column.NotNull, column.HasDefault));
    }

    [Fact]
    public async Task Only_single_not_null_columns_with_an_unconditional_unique_index_are_keys()
    {
        await Database.Run("""
            create table t (a int, b int, good int not null unique, nullable int unique, partial int not null, late int not null unique deferrable,
                            pair int not null, lower text not null, covering int not null, primary key (a, b), unique (pair, good));
            create unique index on t (partial) where a > 0;
            create unique index on t (lower(lower));
            create unique index on t (covering) include (pair);
            """);

        var table = await Read("t");

        Assert.Equal(["a", "b"], table.PrimaryKey);
        Assert.Equal(["covering", "good"], table.UniqueColumns.Order());
    }

    [Theory]
    [InlineData("Mixed Case")]
    [InlineData("dot.and\"quote")]
    [InlineData("new\nline")]
    [InlineData("Клиенты")]
    [InlineData("select")]
    [InlineData("a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_abc")]
    public async Task Odd_names_are_found_exactly(string name)
    {
        await Database.Run($"create schema odd; create table {new TableName("odd", name).Sql} ({SqlName.Quote(name)} int primary key)");

        var table = Assert.Single(await new Catalog(Database.Open).ReadTables([new("odd", name), new("public", name)], Cancellation));

        Assert.Equal((new TableName("odd", name), name), (table.Name, table.Columns[0].Name));
    }

    [Fact]
    public async Task The_same_name_in_two_schemas_is_two_tables()
    {
        await Database.Run("create schema crm; create table crm.t (a int primary key); create table public.t (b int primary key)");

        var tables = await new Catalog(Database.Open).ReadTables([new("crm", "t"), new("public", "t")], Cancellation);

        Assert.Equal(["crm.t(a)", "t(b)"], tables.Select(table => $"{table.Name}({table.Columns[0].Name})").Order());
    }

    [Fact]
    public async Task Foreign_keys_triggers_and_heirs_are_told()
    {
        await Database.Run("""
            create table parent (a int, b int, primary key (a, b), unique (a));
            create table t (id int primary key, p int references parent (a), q int, foreign key (p, q) references parent (a, b));
            create table heir () inherits (t);
            create trigger stamp before insert on t for each row execute function suppress_redundant_updates_trigger();
            alter table t disable trigger stamp;
            create trigger audit before update on t for each row execute function suppress_redundant_updates_trigger();
            """);

        var table = await Read("t");

        Assert.Equal([new TableName("public", "parent")], table.ForeignKeysTo);
        Assert.Equal([new LiveForeignKey("p", new("public", "parent"), "a")], table.ForeignKeys);
        Assert.Equal(["audit"], table.Triggers);
        Assert.True(table.HasHeirs);
    }

    [Fact]
    public async Task Rights_are_those_of_the_role_that_asks()
    {
        await Database.Run("create schema shut; create table shut.t (id int primary key); create table t (id int primary key)");
        var (role, stranger) = await Database.Stranger();
        await Database.Run($"grant select, insert on t to {role}; grant select on shut.t to {role}");

        var tables = await new Catalog(stranger).ReadTables([new("public", "t"), new("shut", "t")], Cancellation);

        var open = tables.Single(table => table.Name.Schema == "public");
        Assert.Equal((true, true, false), (open.CanSelect, open.CanInsert, open.CanUpdate));
        Assert.False(tables.Single(table => table.Name.Schema == "shut").CanSelect);
    }

    [Fact]
    public async Task A_list_of_tables_leaves_out_partitions_views_and_the_products_own_schema()
    {
        await Database.Run("""
            create table parted (id int primary key) partition by range (id);
            create table parted_1 partition of parted for values from (1) to (9);
            create view seen as select 1;
            create schema crm_migration; create table crm_migration.runs (id int);
            """);

        Assert.Equal([new TableName("public", "parted")], await new Catalog(Database.Open).ReadTableNames(Cancellation));
    }

    [Fact]
    public async Task One_database_has_one_identity_and_another_has_another()
    {
        var (_, stranger) = await Database.Stranger();

        var identity = (await new Catalog(Database.Open).ReadDatabase(Cancellation)).Identity;

        Assert.Equal(identity, (await new Catalog(stranger).ReadDatabase(Cancellation)).Identity);
        Assert.NotEqual(identity, (await new Catalog(databases.New.Open).ReadDatabase(Cancellation)).Identity);
    }

    private async Task<LiveTable> Read(string name) =>
        Assert.Single(await new Catalog(Database.Open).ReadTables([new(TableName.DefaultSchema, name)], Cancellation));
}
