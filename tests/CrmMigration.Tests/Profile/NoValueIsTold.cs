using CrmMigration.Cli.Terminal;
using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Profile.Page;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class NoValueIsTold
{
    private static readonly MigrationPlan Plan = Plans.Of("""
        "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "p", "key": "id", "create": true },
          "fields": [ { "from": "name", "to": ["first", "last"], "as": "personName" }, { "from": "mail", "to": "mail", "as": "email" } ], "required": ["mail"] }
        """);

    [Fact]
    public async Task No_value_of_a_person_is_in_any_form_of_a_profile()
    {
        // Few different values, each in many rows: what a code looks like.
        await using var crm = await ProfiledCrm.Create(
            """
            create table people (id int primary key, name text, mail text, owner_name text, sales_rep text, birthday date, ssn bigint, phone text, remark text);
            insert into people
            select i, (array['Zacharias Quastenflosser', 'Wilhelmine Xylander'])[1 + i % 2], 'zacharias@quastenflosser', 'Balthasar Vogt', 'Vogt', '1931-05-17', 536229187, '212 555 0142',
                   'Call Zacharias at home, he is in'
              from generate_series(1, 200) i
            """);

        var profile = await crm.Profile(Plan);

        var text = new StringWriter();
        ProfileText.Write(ProgramInMemory.ConsoleOn(text, 200), profile);
        string[] forms = [ProfileJson.Write(profile), ProfilePage.Render(profile), text.ToString()];
        string[] values = ["Zacharias", "Quastenflosser", "quastenflosser", "Xylander", "Balthasar", "Vogt", "1931-05-17", "536229187", "555 0142", "Call"];
        Assert.All(forms, form => Assert.All(values, value => Assert.DoesNotContain(value, form, StringComparison.Ordinal)));
        Assert.All(forms, form => Assert.Contains("Aa+ Aa+", form, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status", "'active'", true)]
    [InlineData("country", "'New Zealand'", true)]
    [InlineData("level", "'3'", true)]
    [InlineData("status", "'ann@example.com'", false)]
    [InlineData("code", "'123456'", false)]
    [InlineData("status", "'one two three four'", false)]
    [InlineData("status", "'a text of more than thirty letters'", false)]
    [InlineData("assigned_to", "'Miller'", false)]
    [InlineData("OwnerId", "'Miller'", false)]
    [InlineData("created_by", "'miller'", false)]
    public async Task Only_codes_are_shown(string column, string value, bool shown)
    {
        await using var crm = await ProfiledCrm.Create($"create table things (id int primary key, \"{column}\" text); insert into things select i, {value} from generate_series(1, 40) i");

        var codes = (await crm.Table(Plans.Copy("things", "t", create: true))).Columns[1].Codes;

        Assert.Equal(shown, codes is not null);
    }

    [Fact]
    public async Task A_code_that_few_rows_have_is_not_shown_and_many_codes_are_none()
    {
        await using var crm = await ProfiledCrm.Create(
            "create table things (id int primary key, status text, code text); insert into things select i, case when i <= 9 then 'rare' || i % 2 else 'often' end, 'c' || i % 21 from generate_series(1, 420) i");

        var columns = (await crm.Table(Plans.Copy("things", "t", create: true))).Columns;

        Assert.Equal([("often", 411), ("(2 rarer)", 9)], columns[1].Codes!.Select(code => (code.Name, (int)code.Share.Values)));
        Assert.Null(columns[2].Codes);
    }
}
