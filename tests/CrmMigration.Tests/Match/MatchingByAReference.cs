using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Match;

public class MatchingByAReference
{
    private const string Tables =
        """
        create table firms (id text primary key, email text);
        create table contacts (id int primary key, firm_id text, email text, phone text);
        insert into firms values ('f1', 'one@example.com'), ('f2', 'one@example.com'), ('f3', 'three@example.com');
        """;

    private const string Target = "create table new_contacts (id int primary key, firm_id text, email text, phone text)";

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task Rows_that_share_a_parent_can_be_matched_by_it(string newSchema)
    {
        await using var crms = await Crms.Create(
            Tables + "insert into contacts values (1, 'f1', 'ann@example.com', null), (2, 'f2', 'ann@example.com', null), (3, 'f3', 'ann@example.com', null)", newSchema);

        await crms.Migrate(Firms("""["firm_id", "email"]"""));

        Assert.Equal(["1 created 1", "2 merged 1", "3 created 3"], await crms.Fates("contacts"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task A_row_whose_parent_is_missing_joins_nobody(string newSchema)
    {
        await using var crms = await Crms.Create(
            Tables + "insert into contacts values (1, 'f1', 'ann@example.com', null), (2, 'f99', 'ann@example.com', '+1 212 555 0100'), (3, 'f1', null, '+1 212 555 0100')", newSchema);

        await crms.Migrate(Firms("""["email"], ["phone"]""", """, { "from": "phone", "to": "phone", "as": { "phone": { "region": "US" } } }"""));

        Assert.Equal(["1 created 1", "2 rejected", "3 created 3"], await crms.Fates("contacts"));
    }

    private static MigrationPlan Firms(string rules, string moreFields = "") => Plans.Of(
        $$"""
        "firms": {
          "from": { "table": "firms", "key": "id" }, "to": { "table": "new_firms", "key": "id", "create": true },
          "fields": [{ "from": "email", "to": "email", "as": "email" }], "match": [["email"]]
        },
        "contacts": {
          "from": { "table": "contacts", "key": "id" }, "to": { "table": "new_contacts", "key": "id", "create": true },
          "fields": [{ "from": "firm_id", "to": "firm_id" }, { "from": "email", "to": "email", "as": "email" }{{moreFields}}],
          "references": { "firm_id": "firms" }, "match": [{{rules}}]
        }
        """);
}
