using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class BooksCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string Table = "(id int primary key, a text)";
    private const string Books = "create schema crm_migration; create table crm_migration.schema_versions (version int); create table crm_migration.runs (run_id text); ";

    [Theory]
    [InlineData("", "", "may not create the schema crm_migration", "grant create on the database to the role")]
    [InlineData(Books, "grant select, insert, update, delete on all tables in schema crm_migration to {0}", "may not use the schema crm_migration", "grant usage on schema crm_migration to the role")]
    [InlineData(Books, "grant usage on schema crm_migration to {0}; grant select on all tables in schema crm_migration to {0}", "may not insert, update, delete", "grant insert, update, delete on all tables in schema crm_migration to the role")]
    [InlineData("create schema crm_migration", "grant usage on schema crm_migration to {0}", "may not create tables in the schema crm_migration", "grant create on schema crm_migration to the role")]
    public async Task A_right_on_the_books_that_is_missing_is_told_with_its_grant(string books, string grants, string found, string fix)
    {
        var mistake = AssertOnly(await Mistakes(books, grants), "$.target", found);

        Assert.Contains(fix, mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_takes_no_temporary_tables_of_the_role_is_refused()
    {
        await New.Run("do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$");

        var mistake = AssertOnly(await Mistakes("", "do $$ begin execute format('grant create on database %I to {0}', current_database()); end $$"), "$.target", "may not make temporary tables");

        Assert.Contains("grant temporary on the database to the role", mistake.Fix, StringComparison.Ordinal);
        await New.Run("do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$");
    }

    [Fact]
    public async Task All_rights_on_books_of_another_role_are_enough_whatever_it_left_loaded()
    {
        const string Grants = "grant usage on schema crm_migration to {0}; grant select, insert, update, delete on all tables in schema crm_migration to {0}; create table crm_migration.load_7 (id int)";

        Assert.Empty(await Mistakes(Books, Grants));
    }

    private async Task<IReadOnlyList<CrmMigration.Plan.PlanMistake>> Mistakes(string books, string grants)
    {
        await Old.Run($"create table people {Table}");
        await New.Run($"create table persons {Table}; {books}");
        var (role, stranger) = await New.Stranger();
        await New.Run($"grant select, insert, update on persons to {role}; {grants.Replace("{0}", role, StringComparison.Ordinal)}");
        return (await Check(PlanJson.With(""), Old.Open, stranger)).Mistakes;
    }
}
